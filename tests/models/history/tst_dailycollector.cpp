// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/replay.h"
#include "tests/support/dailyrun.h"
#include "tests/support/failonwarning.h"
#include "tests/support/foldersearch.h"
#include "tests/support/livecompare.h"
#include "tests/support/standin/bitcoindatavenue.h"
#include "tests/support/standin/bitviewvenue.h"
#include "tests/support/standin/cryptoquantvenue.h"
#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standin/simulatedcohorts.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr TimeRange allTime{earliestTime, latestTime};
constexpr int patience = 60'000;

/// With series of holders.
class HolderRun final {
public:
    explicit HolderRun(const QString& provider, const QByteArray& key = standInKey) : daily(provider, key) {}

    [[nodiscard]] std::vector<Sample> samples(const QString& name, const QString& column = u"cost_basis"_s)
    {
        return daily.samples(name, column);
    }
    [[nodiscard]] bool has(const QString& name) { return !samples(name).empty(); }
    [[nodiscard]] UtcTime yesterday() { return daily.yesterday(); }

    DailyRun daily;
    LiveRun& run = daily.run;
};

/// Money over coins, rounded by hand.
Amount average(Amount money, Amount coins)
{
    const Int128 scaled = money.units * decimalUnits;
    Int128 cost = scaled / coins.units;
    if ((scaled - cost * coins.units) * 2 >= coins.units)
        ++cost;
    return {cost};
}

Amount valueOn(const std::vector<Sample>& samples, UtcTime day)
{
    for (const Sample& sample : samples) {
        if (sample.from == day)
            return sample.value;
    }
    return {-1};
}

} // namespace

class TestDailyCollector : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void bitviewFillsAllBands()
    {
        HolderRun play(u"bitview"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/all"_s), patience);
        const FeedStatus status = play.run.status();
        QVERIFY(status.isConnected);
        QCOMPARE(status.problem, QString());
        QCOMPARE(status.rejected, 0);
        play.run.finish();

        const UtcTime now = play.run.server().now();
        const auto costs = play.samples(u"cohort/1m-3m"_s);
        const auto supplies = play.samples(u"cohort/1m-3m"_s, u"supply_btc"_s);
        QCOMPARE(costs.size(), supplies.size());
        QVERIFY(costs.size() > 5000);
        const auto value = [&](const char* name, UtcTime day) { return bitviewValue(name, day, now); };
        for (std::size_t i = 0; i + 2 < costs.size(); i += 97) { // days that have ended
            const UtcTime day = costs[i].from;
            const Amount money =
                value("utxos_1m_to_2m_old_realized_cap", day) + value("utxos_2m_to_3m_old_realized_cap", day);
            const Amount coins =
                value("utxos_1m_to_2m_old_supply", day) + value("utxos_2m_to_3m_old_supply", day);
            QCOMPARE(costs[i].value, average(money, coins));
            QCOMPARE(valueOn(supplies, day), coins);
            QCOMPARE(costs[i].to, day + oneDayLong);
            QCOMPARE(costs[i].knownAt, day + oneDayLong);
        }
        // The day that goes on was known when it came, not at its end.
        QCOMPARE(costs.back().from, dayStart(costs.back().knownAt));
        QVERIFY(costs.back().knownAt < costs.back().to);
        const auto sth = play.samples(u"cohort/sth"_s);
        QCOMPARE(valueOn(sth, play.yesterday()), value("sth_realized_price", play.yesterday()));

        const auto levels = play.run.store()->levels().value();
        QCOMPARE(levels.size(), std::size_t{3});
    }

    void aReplayStoresTheSame()
    {
        HolderRun play(u"bitview"_s);
        const QTemporaryDir other;
        play.run.settings().captureFile = other.filePath(u"capture.jsonl"_s);
        play.run.server().play(u"renamed"_s, 0, {{u"names"_s, u"sth_supply"_s}});
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/all"_s) && play.has(u"cohort/sth"_s), patience);
        play.run.finish();
        const auto report = replayCapture(other.filePath(u"capture.jsonl"_s),
                                          {.dataDir = other.filePath(u"replayed"_s)}, Progress{});
        QVERIFY2(report.hasValue(), report.hasValue() ? "" : qPrintable(report.error().message));
        const SystemClock clock;
        const auto first = play.run.store();
        const auto second = Store::open(other.filePath(u"replayed"_s), clock).value();
        const auto series = first->list().value();
        QVERIFY(series.size() >= 32);
        QCOMPARE(second->list().value().size(), series.size());
        for (const StoredSeries& one : series) {
            const auto found = second->find(one.key.name);
            for (const StoredSeries& same : found.value()) {
                if (same.key == one.key)
                    QCOMPARE(second->samples(same.id, allTime).value(),
                             first->samples(one.id, allTime).value());
            }
        }
    }

    void asksOnlyForTheTailAfterwards()
    {
        HolderRun play(u"bitview"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/all"_s), patience);
        play.run.finish();
        const auto before = play.run.server().log().questions().size();
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.run.server().log().questions().size() >= before + 50, patience);
        play.run.finish();
        const auto answers = play.run.server().log().questions();
        const QByteArray wanted =
            "start=" + toIso(dayStart(play.run.server().now()) - 7 * oneDayLong).left(10).toLatin1();
        QVERIFY2(answers.back().path.endsWith(wanted), answers.back().path.constData());
    }

    void whatIsWrongIsTold_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("words"); // of the problem or of a reject
        QTest::addColumn<bool>("isStored"); // short-term holders, while it lasts
        const auto row = [](const char* name, const QString& fault, const QJsonObject& options,
                            const QString& words,
                            bool isStored) { QTest::newRow(name) << fault << options << words << isStored; };
        row("days counted from elsewhere", u"shifted-days"_s, {}, u"2009-01-01"_s, false);
        row("a day later", u"shifted-days"_s, {{u"days"_s, 1}}, u"2009-01-01"_s, false);
        row("a series that is gone", u"missing-series"_s, {{u"names"_s, u"utxos_1d_to_1w"_s}},
            u"utxos_1d_to_1w"_s, true);
        row("another name", u"renamed"_s, {{u"names"_s, u"sth_"_s}}, {}, true);
        row("texts for numbers", u"text-numbers"_s, {}, {}, true);
        row("nulls", u"odd-values"_s, {}, {}, true);
        row("NaN", u"odd-values"_s, {{u"value"_s, u"NaN"_s}}, u"no number"_s, true);
        row("a page", u"html"_s, {}, u"web page"_s, false);
        row("an error within", u"error-body"_s, {}, u"Something is wrong"_s, false);
        row("cut short", u"truncate"_s, {}, u"cut short"_s, false);
        row("out of order", u"status"_s, {{u"code"_s, 500}}, u"HTTP 500"_s, false);
        row("too often", u"status"_s, {{u"code"_s, 429}, {u"retry-after"_s, 600}}, u"HTTP 429"_s, false);
        row("refused", u"status"_s, {{u"code"_s, 403}}, u"HTTP 403"_s, false);
    }
    void whatIsWrongIsTold()
    {
        QFETCH(QString, fault);
        QFETCH(QJsonObject, options);
        QFETCH(QString, words);
        QFETCH(bool, isStored);
        HolderRun play(u"bitview"_s);
        play.run.server().play(fault, 0, options);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.daily.isTold(words), patience);
        if (isStored)
            QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/sth"_s) && play.has(u"cohort/1m-3m"_s), patience);
        play.run.finish();
        QCOMPARE(play.has(u"cohort/sth"_s), isStored);
        QCOMPARE(play.has(u"cohort/1d-1w"_s), isStored && fault != u"missing-series"_s);
    }

    void goesOnWhenTheServerIsWellAgain()
    {
        HolderRun play(u"bitview"_s);
        play.run.server().play(u"status"_s, 0, {{u"code"_s, 500}});
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.run.status().problem.contains(u"HTTP 500"_s), patience);
        play.run.server().endFault(u"status"_s);
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/all"_s) && play.has(u"cohort/0-1d"_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(play.run.status().problem, QString(), patience);
    }

    void waitsAsLongAsItIsTold()
    {
        HolderRun play(u"bitview"_s);
        play.run.server().play(u"status"_s, 0, {{u"code"_s, 429}, {u"retry-after"_s, 2}});
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.run.status().pausedUntil.has_value(), patience);
        play.run.server().endFault(u"status"_s);
        const auto asked = play.run.server().log().questions().size();
        QVERIFY(asked <= 2); // those that were on their way
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/all"_s), patience);
    }

    void bitcoinDataIsAskedOnce()
    {
        HolderRun play(u"bitcoin-data"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/sth"_s), patience);
        play.run.finish();
        const auto samples = play.samples(u"cohort/sth"_s);
        const UtcTime last = dayStart(play.run.server().now()) - 7 * oneDayLong;
        QCOMPARE(samples.back().from, last);
        QCOMPARE(samples.back().value, bitcoinDataValue(last));
        QCOMPARE(samples.back().knownAt, last + oneDayLong);
        // Another run within half a day asks nothing.
        play.run.start();
        QTest::qWait(1500);
        play.run.finish();
        QCOMPARE(play.run.server().log().questions().size(), std::size_t{1});
    }

    void glassnodeWithAKey()
    {
        HolderRun play(u"glassnode"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/sth"_s) && play.has(u"cohort/all"_s), patience);
        play.run.finish();
        const UtcTime day = play.yesterday();
        QCOMPARE(valueOn(play.samples(u"cohort/sth"_s), day),
                 average(glassnodeValue("price_usd_close", day), glassnodeValue("mvrv_less_155", day)));
        QCOMPARE(valueOn(play.samples(u"cohort/all"_s), day), glassnodeValue("price_realized_usd", day));
    }

    void cryptoquantWithAKey()
    {
        HolderRun play(u"cryptoquant"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/10y+"_s) &&
                                     !play.samples(u"cohort/1d-1w"_s, u"supply_btc"_s).empty(),
                                 patience);
        play.run.finish();
        const UtcTime day = play.yesterday();
        QCOMPARE(valueOn(play.samples(u"cohort/1d-1w"_s), day), cryptoquantValue("range_1d_1w", true, day));
        QCOMPARE(valueOn(play.samples(u"cohort/1d-1w"_s, u"supply_btc"_s), day),
                 cryptoquantValue("range_1d_1w", false, day));
    }

    void keysStayHidden_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("words");
        for (const QString& provider : {u"glassnode"_s, u"cryptoquant"_s}) {
            const auto row = [&](const char* name, const QString& fault, const QString& words) {
                QTest::addRow("%s, %s", qPrintable(provider), name) << provider << fault << words;
            };
            row("all well", {}, {});
            row("a key that is refused", u"bad-key"_s, u"The key is not accepted"_s);
            row("a plan too small", u"no-plan"_s, u"key's plan"_s);
            row("too often", u"status"_s, u"HTTP 429"_s);
        }
    }
    /// In no file of the data folder, no capture and no sentence.
    void keysStayHidden()
    {
        QFETCH(QString, provider);
        QFETCH(QString, fault);
        QFETCH(QString, words);
        HolderRun play(provider);
        if (!fault.isEmpty())
            play.run.server().play(fault, 0, {{u"code"_s, 429}});
        play.run.settings().captureFile = QDir(play.run.folder()).filePath(u"capture.jsonl"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.run.status().problem.contains(words), patience);
        if (fault.isEmpty())
            QTRY_VERIFY_WITH_TIMEOUT(play.has(u"cohort/1d-1w"_s) || play.has(u"cohort/sth"_s), patience);
        const FeedStatus status = play.run.status();
        play.run.finish();
        QVERIFY(!status.problem.contains(QLatin1String(standInKey)));
        for (const auto& [reason, count] : status.rejects)
            QVERIFY(!reason.contains(QLatin1String(standInKey)));
        QCOMPARE(fileThatHolds(play.run.folder(), standInKey), QString());
    }

    void withoutAKeyNothingIsAsked()
    {
        HolderRun play(u"glassnode"_s, {});
        play.run.start();
        QTest::qWait(300);
        QVERIFY2(play.run.status().problem.contains(u"--set-key glassnode"_s),
                 qPrintable(play.run.status().problem));
        QVERIFY(play.run.server().log().questions().empty());
        play.run.finish();
    }
};

QTEST_GUILESS_MAIN(TestDailyCollector)
#include "tst_dailycollector.moc"
