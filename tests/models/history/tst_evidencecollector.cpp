// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/replay.h"
#include "models/market/periods.h"
#include "tests/support/failonwarning.h"
#include "tests/support/foldersearch.h"
#include "tests/support/liverun.h"
#include "tests/support/standin/coinglassvenue.h"
#include "tests/support/standin/cryptoquantvenue.h"
#include "tests/support/standin/deribitvenue.h"
#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standin/simulatedflows.h"

#include <cmath>

using namespace holdline;
using namespace holdline::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr TimeRange allTime{earliestTime, latestTime};
constexpr int patience = 60'000;

/// A provider of options, flows or sums, asked as fast as it answers.
class EvidenceRun final {
public:
    explicit EvidenceRun(const QString& provider) : run(provider)
    {
        run.settings().tunings[provider].questionsPerSecond = 1000;
        run.settings().tunings[provider].weight = 10'000;
        run.settings().key = [](const QString&) { return Result<QByteArray>(standInKey); };
    }

    [[nodiscard]] std::vector<Sample> samples(const QString& name, const QString& column = u"value"_s) const
    {
        const auto store = run.store();
        const auto found = store->find(name);
        for (const StoredSeries& series : found.value()) {
            if (series.key.column == column)
                return store->samples(series.id, allTime).value();
        }
        return {};
    }
    [[nodiscard]] bool has(const QString& name, const QString& column = u"value"_s) const
    {
        return !samples(name, column).empty();
    }
    /// Whether words stand in the sentence that is shown, or in why something was left out.
    [[nodiscard]] bool isTold(const QString& words) const
    {
        const FeedStatus status = run.status();
        QString all = status.problem;
        for (const auto& [reason, count] : status.rejects)
            all += reason;
        return all.contains(words);
    }
    [[nodiscard]] UtcTime now() { return run.server().now(); }

    LiveRun run;
};

/// What it tells when all is well, the last of its series to come.
QString lastSeriesOf(const QString& provider)
{
    return provider == u"deribit"_s     ? u"options/dvol"_s
           : provider == u"coinglass"_s ? u"taker/coinglass"_s
                                        : u"etf/btc/NEWF"_s;
}

void checkSession(const Sample& sample, UtcTime day)
{
    const Period session = etfDay(day);
    QCOMPARE(sample.from, session.from);
    QCOMPARE(sample.to, session.to);
    QVERIFY(sample.knownAt <= session.knownAt);
}

} // namespace

class TestEvidenceCollector : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void optionsOfAnHour()
    {
        EvidenceRun play(u"deribit"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"options/put_call"_s), patience);
        const FeedStatus status = play.run.status();
        QCOMPARE(status.problem, QString());
        QCOMPARE(status.rejected, 0);
        play.run.finish();
        const auto ratios = play.samples(u"options/put_call"_s);
        QCOMPARE(ratios.size(), std::size_t{1});
        QCOMPARE(ratios.front().value, Amount::fromDouble(0.5)); // 10.5 for each put, 21 for each call
        QCOMPARE(play.samples(u"options/put_call_volume"_s).front().value, Amount::fromDouble(0.75));
        // Of the hour that goes on, so known when it came and not at its end.
        const Sample& ratio = ratios.front();
        QCOMPARE(ratio.from, std::chrono::floor<std::chrono::hours>(ratio.knownAt));
        QCOMPARE(ratio.to, ratio.from + 1h);

        const UtcTime day = dayStart(ratio.from);
        const UtcTime expiry = day + 22 * oneDayLong + 8h;
        const auto of22Days = play.samples(u"options/skew_25d_"_s + toIso(expiry).left(10));
        QCOMPARE(of22Days.size(), std::size_t{1});
        QVERIFY(std::abs(of22Days.front().value.toDouble() - 2.2) < 1e-6);
        // A tenth of a point a day: in 30 days, counted from 08:00 of today.
        const auto skew = play.samples(u"options/skew_25d"_s);
        const double days = std::chrono::duration<double>(ratio.knownAt - day - 8h) / oneDayLong;
        QVERIFY(std::abs(skew.front().value.toDouble() - (3.0 + days / 10)) < 0.001);
    }

    /// Page by page from the first, and again in halves where an answer does not hold what was asked for.
    void theVolatilityIndexIsFilled()
    {
        EvidenceRun play(u"deribit"_s);
        play.run.start();
        const UtcTime lastHour = std::chrono::floor<std::chrono::hours>(play.now());
        QTRY_VERIFY_WITH_TIMEOUT(
            play.has(u"options/dvol"_s) && play.samples(u"options/dvol"_s).back().from >= lastHour, patience);
        play.run.finish();
        const auto hours = play.samples(u"options/dvol"_s);
        for (std::size_t i = 1; i < hours.size(); ++i)
            QCOMPARE(hours[i].from, hours[i - 1].to);
        QCOMPARE(toIso(hours.front().from), u"2021-03-24T00:00:00Z"_s);
        QCOMPARE(hours.front().knownAt, hours.front().to);
        QCOMPARE(hours.front().value, deribitVolatilityAt(hours.front().from));
        QCOMPARE(hours.back().value, deribitVolatilityAt(hours.back().from));
        const auto asked = play.run.server().log().questions().size();
        QVERIFY2(asked < hours.size() / 100, qPrintable(QString::number(asked)));
    }

    void flowsOfCoinglass()
    {
        EvidenceRun play(u"coinglass"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"etf/btc/total"_s) && play.has(u"taker/coinglass"_s) &&
                                     play.has(u"liquidations/coinglass"_s, u"short_usd"_s),
                                 patience);
        const FeedStatus status = play.run.status();
        QCOMPARE(status.problem, QString());
        QCOMPARE(status.rejected, 0);
        play.run.finish();
        const auto days = toldSessions(play.now(), 40);
        const auto total = play.samples(u"etf/btc/total"_s);
        const auto fund = play.samples(u"etf/btc/NEWF"_s);
        QCOMPARE(total.size(), days.size());
        QCOMPARE(fund.size(), days.size());
        for (std::size_t i = 0; i < days.size(); ++i) {
            checkSession(total[i], days[i]);
            QCOMPARE(total[i].value, simulatedTotal(days[i]));
            QCOMPARE(fund[i].value, simulatedFlow("NEWF", days[i]));
        }
    }

    void sumsOfCoinglass()
    {
        EvidenceRun play(u"coinglass"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"taker/coinglass"_s) &&
                                     play.has(u"liquidations/coinglass"_s, u"short_usd"_s),
                                 patience);
        play.run.finish();
        const auto longs = play.samples(u"liquidations/coinglass"_s, u"long_usd"_s);
        const auto shorts = play.samples(u"liquidations/coinglass"_s, u"short_usd"_s);
        const auto net = play.samples(u"taker/coinglass"_s);
        QCOMPARE(longs.size(), std::size_t{1000});
        QCOMPARE(shorts.size(), longs.size());
        QCOMPARE(net.size(), longs.size());
        for (std::size_t i = 0; i + 1 < longs.size(); i += 83) { // that have ended
            const UtcTime start = longs[i].from;
            QCOMPARE(longs[i].to, start + 4h);
            QCOMPARE(longs[i].knownAt, start + 4h);
            QCOMPARE(longs[i].value, coinglassSum("long", start));
            QCOMPARE(shorts[i].value, coinglassSum("short", start));
            QCOMPARE(net[i].value, coinglassSum("buy", start) - coinglassSum("sell", start));
        }
        QVERIFY(longs.back().knownAt < longs.back().to);
    }

    void flowsOfSosovalue()
    {
        EvidenceRun play(u"sosovalue"_s);
        play.run.start();
        const auto days = toldSessions(play.now(), 30);
        QTRY_VERIFY_WITH_TIMEOUT(play.samples(u"etf/btc/total"_s).size() == days.size(), patience);
        const FeedStatus status = play.run.status();
        QCOMPARE(status.problem, QString());
        QCOMPARE(status.rejected, 0);
        play.run.finish();
        // The total, the list and each fund, once.
        QCOMPARE(play.run.server().log().questions().size(), std::size_t(2 + simulatedFunds().size()));
        for (const QByteArray& fund : simulatedFunds()) {
            const auto flows = play.samples(u"etf/btc/"_s + QString::fromLatin1(fund));
            QCOMPARE(flows.size(), days.size());
            QCOMPARE(flows.back().value, simulatedFlow(fund, days.back()));
            checkSession(flows.back(), days.back());
        }
        QCOMPARE(play.samples(u"etf/btc/total"_s).back().value, simulatedTotal(days.back()));
    }

    void aPartialTotalWaits_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::newRow("coinglass") << u"coinglass"_s;
        QTest::newRow("sosovalue") << u"sosovalue"_s;
    }
    /// Until the largest fund has reported, which comes last.
    void aPartialTotalWaits()
    {
        QFETCH(QString, provider);
        EvidenceRun play(provider);
        play.run.server().play(u"partial"_s, 0, {{u"names"_s, u"IBIT"_s}});
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.isTold(u"is held back until all funds have reported"_s), patience);
        play.run.finish();
        const UtcTime last = toldSessions(play.now(), 1).back();
        QVERIFY(play.samples(u"etf/btc/total"_s).back().from < etfDay(last).from);
        QVERIFY(play.samples(u"etf/btc/IBIT"_s).back().from < etfDay(last).from);
        QCOMPARE(play.samples(u"etf/btc/FBTC"_s).back().from, etfDay(last).from);
    }

    /// The others are asked for all the same, and the total is not held back for it.
    void aFundThatIsNotToldOf()
    {
        EvidenceRun play(u"sosovalue"_s);
        play.run.server().play(u"missing-series"_s, 0, {{u"names"_s, u"ARKB"_s}});
        play.run.start();
        const auto days = toldSessions(play.now(), 30);
        QTRY_VERIFY_WITH_TIMEOUT(play.samples(u"etf/btc/total"_s).size() == days.size(), patience);
        QVERIFY(play.has(u"etf/btc/NEWF"_s));
        QVERIFY(!play.has(u"etf/btc/ARKB"_s));
        play.run.finish();
    }

    void cryptoquantTellsOfExchanges()
    {
        EvidenceRun play(u"cryptoquant"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"taker/cryptoquant"_s) && play.has(u"whales/cryptoquant"_s),
                                 patience);
        play.run.finish();
        const auto net = play.samples(u"taker/cryptoquant"_s);
        const auto deposits = play.samples(u"whales/cryptoquant"_s);
        const UtcTime day = net.back().from;
        QCOMPARE(net.back().value, cryptoquantValue("taker_buy_volume", false, day) -
                                       cryptoquantValue("taker_sell_volume", false, day));
        QCOMPARE(net.back().to, day + oneDayLong);
        QCOMPARE(net.back().knownAt, day + oneDayLong);
        QCOMPARE(deposits.back().value, cryptoquantValue("inflow_top10", false, deposits.back().from));
    }

    void whatIsWrongIsTold_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isStored");
        for (const QString& provider : {u"deribit"_s, u"coinglass"_s, u"sosovalue"_s}) {
            const auto row = [&](const char* name, const QString& fault, const QJsonObject& options,
                                 const QString& words, bool isStored) {
                QTest::addRow("%s, %s", qPrintable(provider), name)
                    << provider << fault << options << words << isStored;
            };
            row("texts for numbers", u"text-numbers"_s, {}, {}, true);
            row("nulls", u"odd-values"_s, {}, {}, true);
            row("dashes", u"odd-values"_s, {{u"value"_s, u"\"-\""_s}}, {}, true);
            row("NaN", u"odd-values"_s, {{u"value"_s, u"\"NaN\""_s}}, u"no number"_s, true);
            row("packed", u"gzip"_s, {}, {}, true);
            row("a page", u"html"_s, {}, u"web page"_s, false);
            row("an error within", u"error-body"_s, {}, u"Something is wrong"_s, false);
            row("cut short", u"truncate"_s, {}, u"cut short"_s, false);
            row("out of order", u"status"_s, {{u"code"_s, 500}}, u"HTTP 500"_s, false);
            row("too often, and for how long", u"status"_s, {{u"code"_s, 429}, {u"retry-after"_s, 600}},
                u"HTTP 429"_s, false);
            row("too often", u"status"_s, {{u"code"_s, 429}}, u"HTTP 429"_s, false);
            if (provider == u"deribit"_s)
                continue;
            row("a key that is refused", u"bad-key"_s, {}, u"The key is not accepted"_s, false);
            row("a plan too small", u"no-plan"_s, {}, u"key's plan"_s, false);
            row("too often, within", u"limited"_s, {}, u"was asked too often"_s, false);
        }
    }
    /// In one sentence, without the key, which is in no file either.
    void whatIsWrongIsTold()
    {
        QFETCH(QString, provider);
        QFETCH(QString, fault);
        QFETCH(QJsonObject, options);
        QFETCH(QString, words);
        QFETCH(bool, isStored);
        EvidenceRun play(provider);
        play.run.server().play(fault, 0, options);
        play.run.settings().captureFile = QDir(play.run.folder()).filePath(u"capture.jsonl"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.isTold(words), patience);
        if (isStored)
            QTRY_VERIFY_WITH_TIMEOUT(play.has(lastSeriesOf(provider)), patience);
        QVERIFY(!play.isTold(QLatin1String(standInKey)));
        play.run.finish();
        QCOMPARE(play.has(lastSeriesOf(provider)), isStored);
        QCOMPARE(fileThatHolds(play.run.folder(), standInKey), QString());
    }

    void goesOnWhenTheServerIsWellAgain()
    {
        EvidenceRun play(u"deribit"_s);
        play.run.server().play(u"status"_s, 0, {{u"code"_s, 429}, {u"retry-after"_s, 1}});
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.run.status().pausedUntil.has_value(), patience);
        play.run.server().endFault(u"status"_s);
        QTRY_VERIFY_WITH_TIMEOUT(play.has(u"options/put_call"_s), patience);
    }

    void aReplayStoresTheSame_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::newRow("coinglass") << u"coinglass"_s;
        QTest::newRow("sosovalue") << u"sosovalue"_s;
    }
    void aReplayStoresTheSame()
    {
        QFETCH(QString, provider);
        EvidenceRun play(provider);
        const QTemporaryDir other;
        play.run.settings().captureFile = other.filePath(u"capture.jsonl"_s);
        play.run.start();
        QTRY_VERIFY_WITH_TIMEOUT(play.has(lastSeriesOf(provider)) && play.has(u"etf/btc/total"_s), patience);
        play.run.finish();
        const auto report = replayCapture(other.filePath(u"capture.jsonl"_s),
                                          {.dataDir = other.filePath(u"replayed"_s)}, Progress{});
        QVERIFY2(report.hasValue(), report.hasValue() ? "" : qPrintable(report.error().message));
        const SystemClock clock;
        const auto first = play.run.store();
        const auto second = Store::open(other.filePath(u"replayed"_s), clock).value();
        const auto series = first->list().value();
        QVERIFY(series.size() >= 6);
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
};

QTEST_GUILESS_MAIN(TestEvidenceCollector)
#include "tst_evidencecollector.moc"
