// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/replay.h"
#include "tests/support/candlecompare.h"
#include "tests/support/failonwarning.h"
#include "tests/support/liverun.h"

using namespace holdline;
using namespace holdline::testing;

namespace {

constexpr TimeRange allTime{earliestTime, latestTime};
/// A message on its way through two event loops of a machine that has other work.
constexpr Span travel = std::chrono::seconds{1};

qint64 idOf(Store& store, const QString& name)
{
    const auto found = store.find(name);
    return found.hasValue() && !found.value().empty() ? found.value().front().id : -1;
}

#ifdef __SANITIZE_ADDRESS__
constexpr int cuts = 200;
#else
constexpr int cuts = 1000;
#endif

bool lies(UtcTime time, const std::vector<Coverage>& outages)
{
    return std::any_of(outages.begin(), outages.end(), [&](const Coverage& outage) {
        return time >= outage.range.from - travel && time < outage.range.to + travel;
    });
}

} // namespace

class TestCollector : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void aThousandDisconnects();
    void aReplayGivesTheSameStore();
    void faults_data();
    void faults();

private:
    static void compareCandles(LiveRun& run, const QByteArray& key);
};

void TestCollector::compareCandles(LiveRun& run, const QByteArray& key)
{
    const auto store = run.store();
    QVERIFY(store);
    const UtcTime now = run.server().now();
    const UtcTime end = oneMinute.bucketStart(now - std::chrono::seconds{10});
    const TimeRange range{end - std::chrono::minutes{170}, end};
    const auto stored =
        store->candles(idOf(*store, QStringLiteral("price/") + QString::fromLatin1(key)), oneMinute, allTime);
    QVERIFY(stored.hasValue());
    QCOMPARE(difference(stored.value(), run.server().market(), key, range, now), QString());
}

/// Clean and within a fragmented message, at any moment. What is compared is the venue's own list. Each cut
/// comes after a message of the connection that it ends, so each one is an outage.
void TestCollector::aThousandDisconnects()
{
    LiveRun run(QStringLiteral("binance-futures"));
    run.start();
    StandIn& server = run.server();
    const auto hearsAgain = [&](int accepted) {
        QVERIFY(QTest::qWaitFor([&] { return server.accepted() > accepted; }, 20'000));
        const qint64 before = run.status().messages;
        const auto hears = [&] {
            server.sendNow(R"({"stream":"x","data":{"e":"unknown"}})");
            return run.status().messages > before;
        };
        QVERIFY(QTest::qWaitFor(hears, 20'000));
    };
    hearsAgain(0);
    quint32 state = 11;
    for (int cut = 0; cut < cuts && !QTest::currentTestFailed(); ++cut) {
        state = state * 1664525U + 1013904223U;
        QTest::qWait(static_cast<int>((state >> 8) % 40));
        const int accepted = server.accepted();
        server.play(cut % 2 == 0 ? QStringLiteral("cut") : QStringLiteral("cut-mid-message"));
        hearsAgain(accepted);
    }
    QTRY_VERIFY_WITH_TIMEOUT(run.status().isConnected, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(run.status().gapsFilled, run.status().gapsOpened, 180'000);
    QVERIFY2(run.status().gapsOpened >= cuts, qPrintable(QString::number(run.status().gapsOpened)));
    QCOMPARE(run.status().missingMinutes, 0);
    run.finish();
    compareCandles(run, "binance-futures:BTCUSDT");

    const auto store = run.store();
    const qint64 series = idOf(*store, QStringLiteral("liquidations/binance-futures"));
    const auto coverage = store->coverage(series, allTime).value();
    std::vector<Coverage> outages;
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        QVERIFY(i == 0 || coverage[i - 1].range.to == coverage[i].range.from);
        if (coverage[i].state == CoverageState::Missing)
            outages.push_back(coverage[i]);
    }
    QVERIFY(outages.size() >= cuts * 9 / 10);
    const auto told = run.server().log().toldLiquidations("binance-futures:BTCUSDT");
    const auto stored = store->liquidations(series, allTime).value();
    for (std::size_t i = 0; i < stored.size(); ++i) {
        QVERIFY(std::find(told.begin(), told.end(), stored[i]) != told.end());
        QVERIFY(i == 0 || stored[i] != stored[i - 1]);
    }
    for (const Liquidation& one : told)
        QVERIFY(std::find(stored.begin(), stored.end(), one) != stored.end() || lies(one.time, outages));
    for (const Coverage& outage : outages)
        QVERIFY2(outage.range.length() < std::chrono::seconds{20}, qPrintable(toIso(outage.range.from)));
}

/// Every series, row by row, with its coverage.
void TestCollector::aReplayGivesTheSameStore()
{
    LiveRun run(QStringLiteral("bybit"), {{QStringLiteral("cut"), 6}, {QStringLiteral("duplicates"), 1}});
    const QTemporaryDir other;
    run.settings().captureFile = other.filePath(QStringLiteral("capture.jsonl"));
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(run.status().gapsOpened >= 1 && run.status().missingMinutes == 0, 60'000);
    QTest::qWait(4000);
    run.finish();

    const auto report = replayCapture(other.filePath(QStringLiteral("capture.jsonl")),
                                      {.dataDir = other.filePath(QStringLiteral("replayed"))}, Progress{});
    QVERIFY2(report.hasValue(), report.hasValue() ? "" : qPrintable(report.error().message));
    const SystemClock clock;
    const auto first = run.store();
    const auto second = std::move(Store::open(other.filePath(QStringLiteral("replayed")), clock).value());
    const auto series = first->list().value();
    QVERIFY(series.size() >= 4);
    QCOMPARE(second->list().value().size(), series.size());
    for (const StoredSeries& one : series) {
        const auto same = second->find(one.key.name).value();
        QCOMPARE(same.size(), std::size_t{1});
        QCOMPARE(same.front().key, one.key);
        const qint64 id = same.front().id;
        QCOMPARE(second->coverage(id, allTime).value(), first->coverage(one.id, allTime).value());
        QCOMPARE(second->samples(id, allTime).value(), first->samples(one.id, allTime).value());
        QCOMPARE(second->liquidations(id, allTime).value(), first->liquidations(one.id, allTime).value());
        if (one.kind == SeriesKind::Candles)
            QCOMPARE(second->candles(id, oneMinute, allTime).value(),
                     first->candles(one.id, oneMinute, allTime).value());
    }
}

/// Each happens from the beginning, while history is being asked for, and ends; then nothing may be missing.
void TestCollector::faults_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("shows"); ///< in what way it is seen: problem, rejected, or nothing
    const auto row = [](const char* name, const char* provider, const char* fault, const char* options,
                        const char* shows) {
        QTest::newRow(name) << QString::fromLatin1(provider) << QString::fromLatin1(fault)
                            << QByteArray(options) << QString::fromLatin1(shows);
    };
    row("H2 too many, no span told", "binance", "status", R"({"status":429})", "problem");
    row("H6 a gateway's page with 502", "binance", "status", R"({"status":502,"body":"<html>bad</html>"})",
        "problem");
    row("H6 overloaded", "okx", "status", R"({"status":503})", "problem");
    row("H7 a page with 200", "kraken", "html", "{}", "problem");
    row("H8 cut answers", "bybit", "truncate", "{}", "problem");
    row("H9 an error object with 200", "binance", "error-body", "{}", "problem");
    row("H9 Kraken's errors with 200", "kraken", "error-body", "{}", "problem");
    row("H9 Bybit's errors with 200", "bybit", "error-body", "{}", "problem");
    row("H10 numbers as strings, strings as numbers", "binance", "number-mix", "{}", "nothing");
    row("H14 empty pages", "bitstamp", "empty", "{}", "nothing");
    row("short pages", "binance", "short-pages", "{}", "nothing");
    row("D1 everything twice", "binance-futures", "duplicates", "{}", "nothing");
    row("D2 neighbours swapped", "binance", "swap", "{}", "nothing");
    row("D14 markers of invalid records", "binance", "invalid-markers", "{}", "nothing");
    row("D17 coin-margined contracts", "binance-futures", "mixed-universe", "{}", "nothing");
    row("D18 hostile values", "binance-futures", "hostile", "{}", "rejected");
    row("F2 half-open", "binance", "freeze", "{}", "nothing");
    row("F9 refused upgrade", "coinbase", "refuse-upgrade", R"({"status":502})", "problem");
    row("F11 unknown events", "okx", "unknown-events", "{}", "nothing");
}

void TestCollector::faults()
{
    QFETCH(QString, provider);
    QFETCH(QString, fault);
    QFETCH(QByteArray, options);
    QFETCH(QString, shows);
    LiveRun run(provider);
    run.settings().rest.limitedBackoff = run.settings().rest.backoff;
    run.server().play(fault, 0, QJsonDocument::fromJson(options).object());
    run.start();
    if (shows == QStringLiteral("problem"))
        QTRY_VERIFY_WITH_TIMEOUT(!run.status().problem.isEmpty(), 30'000);
    if (shows == QStringLiteral("rejected"))
        QTRY_VERIFY_WITH_TIMEOUT(run.status().rejected > 0 && !run.status().rejects.empty(), 60'000);
    QTest::qWait(2000);
    run.server().endFault(fault);
    QTRY_VERIFY_WITH_TIMEOUT(run.status().missingMinutes == 0 && run.status().wantedMinutes > 100, 150'000);
    QTRY_VERIFY_WITH_TIMEOUT(run.status().isConnected, 60'000);
    const QByteArray key = run.server().market().at(0).key;
    run.finish();
    if (key.startsWith(provider.toLatin1()))
        compareCandles(run, key);
}

QTEST_GUILESS_MAIN(TestCollector)
#include "tst_collector.moc"
