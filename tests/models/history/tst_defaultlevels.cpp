// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/defaultlevels.h"
#include "models/history/livewriter.h"
#include "models/history/trackededges.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcTime first{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};
constexpr Span oneDayLong = std::chrono::hours{24};

/// A store as live data fill it.
class Filled final {
public:
    Filled() : store(Store::openInMemory(clock).value()) {}

    void add(const QString& band, const QString& source, int price, int day = 0)
    {
        const UtcTime from = first + oneDayLong * day;
        SeriesWrite write{from + oneDayLong,
                          {u"cohort/"_s + band, u"cost_basis"_s, source, source + u" rule"_s},
                          SeriesKind::Samples,
                          u"USD"_s};
        write.samples = {{from, from + oneDayLong, from + oneDayLong, {Int128(price) * decimalUnits}}};
        QVERIFY(LiveWriter(*store, clock).write({write}).hasValue());
    }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        const auto levels = store->levels();
        for (const Level& level : levels.value())
            ids.append(level.id);
        return ids;
    }
    [[nodiscard]] Level level(const QString& id) const
    {
        const auto levels = store->levels();
        for (const Level& level : levels.value()) {
            if (level.id == id)
                return level;
        }
        return {};
    }

    SetClock clock;
    std::unique_ptr<Store> store;
};

} // namespace

class TestDefaultLevels : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void eachComesWithWhatItFollows()
    {
        Filled filled;
        filled.add(u"3m-6m"_s, u"bitview"_s, 80'000);
        filled.add(u"1d-1w"_s, u"bitview"_s, 90'000);
        QCOMPARE(filled.ids(), QStringList());
        filled.add(u"1w-1m"_s, u"bitview"_s, 89'800);
        QCOMPARE(filled.ids(), QStringList{u"defense-band"_s});
        filled.add(u"1m-3m"_s, u"bitview"_s, 92'500);
        filled.add(u"sth"_s, u"bitview"_s, 99'300);
        QCOMPARE(filled.ids(), (QStringList{u"defense-band"_s, u"resistance-1m-3m"_s, u"resistance-sth"_s}));
        const Level band = filled.level(u"defense-band"_s);
        QCOMPARE(band.origin, LevelOrigin::Tracking);
        QCOMPARE(band.role, LevelRole::Support);
        QCOMPARE(band.follows, (QStringList{u"cohort/1d-1w"_s, u"cohort/1w-1m"_s}));
        QCOMPARE(band.low, Price::whole(89'800));
        QCOMPARE(band.high, Price::whole(90'000));
        QCOMPARE(band.source, u"bitview"_s);
        QCOMPARE(filled.level(u"resistance-sth"_s).role, LevelRole::Resistance);
    }

    void bothEdgesComeFromOneSource()
    {
        Filled filled;
        filled.add(u"1d-1w"_s, u"cryptoquant"_s, 90'000);
        filled.add(u"1w-1m"_s, u"bitview"_s, 89'800);
        QCOMPARE(filled.ids(), QStringList());
        filled.add(u"1d-1w"_s, u"bitview"_s, 90'100);
        QCOMPARE(filled.level(u"defense-band"_s).source, u"bitview"_s);
        QCOMPARE(filled.level(u"defense-band"_s).high, Price::whole(90'100));
    }

    void aTableOfLongAgoMakesNone()
    {
        Filled filled;
        const UtcTime end = first + oneDayLong;
        testing::putSamples(*filled.store, "cohort/sth", "cost_basis",
                            {{first, end, end, {Int128(99'300) * decimalUnits}}}, "file", "");
        QCOMPARE(addDefaultLevels(*filled.store, end + oneDayLong * 31).value(), 0);
        QCOMPARE(addDefaultLevels(*filled.store, end + oneDayLong * 30).value(), 1);
    }

    void whatWasRemovedStaysAway()
    {
        Filled filled;
        filled.add(u"sth"_s, u"bitview"_s, 99'300);
        QVERIFY(filled.store->removeLevel(u"resistance-sth"_s).hasValue());
        filled.add(u"sth"_s, u"bitview"_s, 99'400, 1);
        QCOMPARE(addDefaultLevels(*filled.store).value(), 0);
        QCOMPARE(filled.ids(), QStringList());
    }

    void aPersonsOwnIsLeftAlone()
    {
        Filled filled;
        Level own;
        own.id = u"resistance-sth"_s;
        own.instrument = u"binance:BTCUSDT"_s;
        own.name = u"Mine"_s;
        own.low = own.high = Price::whole(5);
        const std::vector<Level> levels{own};
        QVERIFY(filled.store->putLevels(levels).hasValue());
        filled.add(u"sth"_s, u"bitview"_s, 99'300);
        QCOMPARE(filled.level(u"resistance-sth"_s).name, u"Mine"_s);
    }

    /// Two rules of one name: the level goes on with the one that it began with.
    void aSecondSourceIsNotSpliced()
    {
        Filled filled;
        filled.add(u"sth"_s, u"bitview"_s, 99'300);
        filled.add(u"sth"_s, u"glassnode"_s, 98'000, 1);
        filled.add(u"sth"_s, u"bitview"_s, 99'100, 2);
        Level level = filled.level(u"resistance-sth"_s);
        const LevelEdges own{{first + oneDayLong, Price::whole(99'300), Price::whole(99'300)},
                             {first + oneDayLong * 3, Price::whole(99'100), Price::whole(99'100)}};
        QCOMPARE(edgesOf(*filled.store, level).value(), own);
        level.source = u"glassnode"_s;
        const LevelEdges other{{first + oneDayLong * 2, Price::whole(98'000), Price::whole(98'000)}};
        QCOMPARE(edgesOf(*filled.store, level).value(), other);
        level.source = u"a report"_s; // words of a person: the first made
        QCOMPARE(edgesOf(*filled.store, level).value(), own);
        level.source.clear();
        level.definition = u"glassnode rule"_s;
        QCOMPARE(edgesOf(*filled.store, level).value(), other);
    }
};

QTEST_GUILESS_MAIN(TestDefaultLevels)
#include "tst_defaultlevels.moc"
