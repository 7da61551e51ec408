// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/levelstates.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <random>

using namespace holdline;

namespace {

const UtcTime start = parseIso("2026-01-20T00:00Z").value();

UtcTime hour(int n)
{
    return start + std::chrono::hours{n};
}

Level band(LevelRole role)
{
    Level level;
    level.id = QStringLiteral("band");
    level.low = Price::whole(100);
    level.high = Price::whole(110);
    level.role = role;
    return level;
}

/// b, i, a: a close below, inside, above the band of 100 to 110; ?: a missing one.
std::vector<JudgedClose> closesOf(const QString& pattern)
{
    std::vector<JudgedClose> closes;
    for (const QChar c : pattern) {
        const UtcTime at = hour(static_cast<int>(closes.size()));
        const int price = c == u'b' ? 90 : c == u'i' ? 105 : 120;
        closes.push_back({at, c == u'?' ? std::nullopt : std::optional(Price::whole(price))});
    }
    return closes;
}

QString written(const std::vector<LevelState>& rows)
{
    QStringList parts;
    for (const LevelState& row : rows) {
        const auto hours = [](UtcTime at) { return QString::number((at - start) / std::chrono::hours{1}); };
        parts.append(hours(row.at) + u' ' + row.state + u'/' + row.regime +
                     (row.since ? QStringLiteral(" since ") + hours(*row.since) : QString()));
    }
    return parts.join(QStringLiteral("; "));
}

/// The rules of the contract, read close by close from the whole past, with no state carried along.
struct NaiveJudge {
    const Level& level;
    std::span<const JudgedClose> closes;
    int confirmation;

    int sideAt(std::size_t i) const
    {
        if (!closes[i].close)
            return 9;
        if (*closes[i].close < level.low)
            return -1;
        return *closes[i].close >= level.high ? 1 : 0;
    }
    std::size_t runStart(std::size_t i) const
    {
        while (i > 0 && sideAt(i - 1) == sideAt(i))
            --i;
        return i;
    }
    int farSide() const { return level.role == LevelRole::Support ? -1 : 1; }
    bool isFarAt(std::size_t i) const
    {
        for (std::size_t j = i + 1; j-- > 0;) {
            const bool isLong = j - runStart(j) + 1 >= static_cast<std::size_t>(confirmation);
            if ((sideAt(j) == 1 || sideAt(j) == -1) && isLong)
                return sideAt(j) == farSide();
        }
        for (std::size_t j = 0; j <= i; ++j) {
            if (sideAt(j) != 9)
                return sideAt(j) == farSide();
        }
        return false;
    }
    QString stateAt(std::size_t i) const
    {
        static const QStringList support{QStringLiteral("holding"), QStringLiteral("breached"),
                                         QStringLiteral("reclaimed"), QStringLiteral("lost")};
        static const QStringList resistance{QStringLiteral("capping"), QStringLiteral("breaking"),
                                            QStringLiteral("rejected"), QStringLiteral("broken")};
        const QStringList& words = level.role == LevelRole::Support ? support : resistance;
        if (sideAt(i) == 9)
            return QStringLiteral("unknown");
        if (sideAt(i) == 0)
            return QStringLiteral("testing");
        return words[(isFarAt(i) ? 2 : 0) + (sideAt(i) == farSide() ? 1 : 0)];
    }
    std::vector<LevelState> rows() const
    {
        const bool isSupport = level.role == LevelRole::Support;
        const QString near = isSupport ? QStringLiteral("held") : QStringLiteral("capped");
        const QString far = isSupport ? QStringLiteral("given up") : QStringLiteral("broken");
        std::vector<LevelState> rows;
        for (std::size_t i = 0; i < closes.size(); ++i) {
            if (i > 0 && stateAt(i) == stateAt(i - 1))
                continue;
            const auto since = closes[i].close ? std::optional(closes[runStart(i)].at) : std::nullopt;
            rows.push_back({closes[i].at, stateAt(i), isFarAt(i) ? far : near, since, closes[i].close});
        }
        return rows;
    }
};

} // namespace

class LevelStatesTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }
    void followTheTable_data();
    void followTheTable();
    void aLineHasNoInside();
    void edgesBelongAsTheContractSays();
    void onlyItsLifeIsJudged();
    void noRoleGivesNoState();
    void agreeWithTheNaiveReading();
};

void LevelStatesTest::followTheTable_data()
{
    QTest::addColumn<bool>("isSupport");
    QTest::addColumn<QString>("closes");
    QTest::addColumn<QString>("rows");
    const auto row = [](const char* name, bool isSupport, const char* closes, const char* rows) {
        QTest::newRow(name) << isSupport << QString::fromLatin1(closes) << QString::fromLatin1(rows);
    };
    row("a support that holds gives one row", true, "aaa", "0 holding/held since 0");
    row("a support tested and held", true, "aia",
        "0 holding/held since 0; 1 testing/held since 1; 2 holding/held since 2");
    row("three closes below only breach", true, "abbba",
        "0 holding/held since 0; 1 breached/held since 1; 4 holding/held since 4");
    row("the fourth close below loses it, since the first", true, "abbbb",
        "0 holding/held since 0; 1 breached/held since 1; 4 lost/given up since 1");
    row("begun below it is given up at once", true, "bb", "0 lost/given up since 0");
    row("begun inside it is held", true, "ib", "0 testing/held since 0; 1 breached/held since 1");
    row("four closes above take it back", true, "baaaa",
        "0 lost/given up since 0; 1 reclaimed/given up since 1; 4 holding/held since 1");
    row("a close inside ends a run", true, "abbbib",
        "0 holding/held since 0; 1 breached/held since 1; 4 testing/held since 4; 5 breached/held since 5");
    row("a missing close ends a run and gives a row", true, "abbb?b",
        "0 holding/held since 0; 1 breached/held since 1; 4 unknown/held; 5 breached/held since 5");
    row("the next close after a missing one gives a row", true, "a??a",
        "0 holding/held since 0; 1 unknown/held; 3 holding/held since 3");
    row("a resistance that caps", false, "bib",
        "0 capping/capped since 0; 1 testing/capped since 1; 2 capping/capped since 2");
    row("the fourth close above breaks it", false, "baaaa",
        "0 capping/capped since 0; 1 breaking/capped since 1; 4 broken/broken since 1");
    row("begun above it is broken", false, "ab", "0 broken/broken since 0; 1 rejected/broken since 1");
    row("four closes below cap it again", false, "abbbb",
        "0 broken/broken since 0; 1 rejected/broken since 1; 4 capping/capped since 1");
}

void LevelStatesTest::followTheTable()
{
    QFETCH(bool, isSupport);
    QFETCH(QString, closes);
    const auto level = band(isSupport ? LevelRole::Support : LevelRole::Resistance);
    QTEST(written(judgeLevel(level, closesOf(closes), 4)), "rows");
}

void LevelStatesTest::aLineHasNoInside()
{
    Level line = band(LevelRole::Support);
    line.high = line.low;
    const std::vector<JudgedClose> closes{{hour(0), Price::whole(100)},
                                          {hour(1), Price{Price::whole(100).units - 1}}};
    QCOMPARE(written(judgeLevel(line, closes, 4)),
             QStringLiteral("0 holding/held since 0; 1 breached/held since 1"));
}

void LevelStatesTest::edgesBelongAsTheContractSays()
{
    const std::vector<JudgedClose> closes{{hour(0), Price::whole(110)},
                                          {hour(1), Price{Price::whole(110).units - 1}},
                                          {hour(2), Price::whole(100)},
                                          {hour(3), Price{Price::whole(100).units - 1}}};
    QCOMPARE(written(judgeLevel(band(LevelRole::Support), closes, 4)),
             QStringLiteral("0 holding/held since 0; 1 testing/held since 1; 3 breached/held since 3"));
}

void LevelStatesTest::onlyItsLifeIsJudged()
{
    Level level = band(LevelRole::Support);
    level.validFrom = hour(1);
    level.validTo = hour(3);
    QCOMPARE(written(judgeLevel(level, closesOf(QStringLiteral("baabbbb")), 4)),
             QStringLiteral("1 holding/held since 1; 3 breached/held since 3"));
}

void LevelStatesTest::noRoleGivesNoState()
{
    QVERIFY(judgeLevel(band(LevelRole::None), closesOf(QStringLiteral("ab")), 4).empty());
}

void LevelStatesTest::agreeWithTheNaiveReading()
{
    std::mt19937 random(7);
    const QString kinds = QStringLiteral("bbiaa?");
    for (int round = 0; round < 600; ++round) {
        QString pattern = QStringLiteral("i");
        // Long runs, so that regimes change.
        while (pattern.size() < 60)
            pattern += QString(static_cast<qsizetype>(random() % 6 + 1),
                               kinds[static_cast<qsizetype>(random() % 6)]);
        const auto closes = closesOf(pattern);
        const Level level = band(round % 2 == 0 ? LevelRole::Support : LevelRole::Resistance);
        const int confirmation = static_cast<int>(random() % 5) + 1;
        const auto expected = NaiveJudge{level, closes, confirmation}.rows();
        QCOMPARE(written(judgeLevel(level, closes, confirmation)), written(expected));
    }
}

QTEST_GUILESS_MAIN(LevelStatesTest)
#include "tst_levelstates.moc"
