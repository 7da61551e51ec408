// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/livecompare.h"

using namespace holdline;
using namespace holdline::testing;

/// What venues do wrong, by the list of failures that a stand-in can show.
class TestCollectorFaults : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void faults_data();
    void faults();
};

/// Each happens from the beginning, while history is being asked for, and ends; then nothing may be missing.
void TestCollectorFaults::faults_data()
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
    row("H2 too many, no span told", "binance", "status", R"({"code":429})", "problem");
    row("H1 too many, and for how long", "binance", "status", R"({"code":429,"retry-after":2})", "problem");
    row("H6 a gateway's page with 502", "binance", "status", R"({"code":502,"body":"<html>bad</html>"})",
        "problem");
    row("H6 overloaded", "okx", "status", R"({"code":503})", "problem");
    row("H7 a page with 200", "kraken", "html", "{}", "problem");
    row("H8 cut answers", "bybit", "truncate", "{}", "problem");
    row("H9 an error object with 200", "binance", "error-body", "{}", "problem");
    row("H9 Kraken's errors with 200", "kraken", "error-body", "{}", "problem");
    row("H9 Bybit's errors with 200", "bybit", "error-body", "{}", "problem");
    row("H10 numbers as strings, strings as numbers", "binance", "number-mix", "{}", "nothing");
    row("H12 packed", "bybit", "gzip", "{}", "nothing");
    row("H12 a byte order mark", "okx", "bom", "{}", "nothing");
    row("H12 sent elsewhere", "coinbase", "redirect", "{}", "problem");
    row("H14 empty pages", "bitstamp", "empty", "{}", "nothing");
    row("short pages", "binance", "short-pages", "{}", "nothing");
    row("D1 everything twice", "binance-futures", "duplicates", "{}", "nothing");
    row("D2 neighbours swapped", "binance", "swap", "{}", "nothing");
    row("D3 no last word on a candle", "binance", "no-final", "{}", "nothing");
    row("D4 a wrong last word", "binance-futures", "wrong-final", "{}", "nothing");
    row("D6 halted", "kraken", "halt", "{}", "problem");
    row("D8 old answers", "binance", "stale", R"({"seconds":5})", "nothing");
    row("D9 other units", "binance-futures", "unit-switch", "{}", "nothing");
    row("D10 a clock ahead", "binance", "clock-skew", R"({"ms":90000})", "nothing");
    row("D14 markers of invalid records", "binance", "invalid-markers", "{}", "nothing");
    row("D17 coin-margined contracts", "binance-futures", "mixed-universe", "{}", "nothing");
    row("D18 hostile values", "binance-futures", "hostile", "{}", "rejected");
    row("F3 fragments", "kraken", "fragments", R"({"bytes":7})", "nothing");
    row("F5 short lives", "bybit", "lifetime", R"({"seconds":1})", "nothing");
    row("F6 pings", "binance", "ping", R"({"every":1,"within":2})", "nothing");
    row("F2 half-open", "binance", "freeze", "{}", "nothing");
    row("F9 refused upgrade", "coinbase", "refuse-upgrade", R"({"status":502})", "problem");
    row("F11 unknown events", "okx", "unknown-events", "{}", "nothing");
}

void TestCollectorFaults::faults()
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
    // Answers that are up to 15 s old make the venue's clock seem as late until it is asked again.
    const Span lag = std::chrono::seconds{fault == QStringLiteral("stale") ? 30 : 10};
    if (key.startsWith(provider.toLatin1()))
        QCOMPARE(differenceOfCandles(run, key, lag), QString());
}

QTEST_GUILESS_MAIN(TestCollectorFaults)
#include "tst_collectorfaults.moc"
