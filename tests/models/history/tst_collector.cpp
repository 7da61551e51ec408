// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/replay.h"
#include "tests/support/failonwarning.h"
#include "tests/support/livecompare.h"

#include <numeric>

using namespace holdline;
using namespace holdline::testing;

namespace {

constexpr TimeRange allTime{earliestTime, latestTime};
/// A message on its way through two event loops of a machine that has other work.
constexpr Span travel = std::chrono::seconds{1};

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
};

/// Clean and within a fragmented message, at any moment. What is compared is the venue's own list. Each cut
/// comes after a message of the connection that it ends, so each one is an outage.
void TestCollector::aThousandDisconnects()
{
    LiveRun run(QStringLiteral("binance-futures"));
    run.start();
    StandIn& server = run.server();
    const auto hears = [&] {
        const qint64 before = run.status().messages;
        const auto hasCome = [&] {
            server.sendNow(R"({"stream":"x","data":{"e":"unknown"}})");
            return run.status().messages > before;
        };
        QVERIFY(QTest::qWaitFor(hasCome, 20'000));
    };
    // At two moments, so that a stretch lies between two outages.
    const auto hearsAgain = [&](int accepted) {
        QVERIFY(QTest::qWaitFor([&] { return server.accepted() > accepted; }, 20'000));
        hears();
        QTest::qWait(2);
        hears();
    };
    hearsAgain(0);
    quint32 state = 11;
    Span silences{}; // from the last message before a cut, and earlier, to the second one after it
    for (int cut = 0; cut < cuts && !QTest::currentTestFailed(); ++cut) {
        const UtcTime heard = server.now() - travel / 10;
        state = state * 1664525U + 1013904223U;
        QTest::qWait(static_cast<int>((state >> 8) % 40));
        const int accepted = server.accepted();
        server.play(cut % 2 == 0 ? QStringLiteral("cut") : QStringLiteral("cut-mid-message"));
        hearsAgain(accepted);
        silences += server.now() - heard;
    }
    QTRY_VERIFY_WITH_TIMEOUT(run.status().isConnected, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(run.status().gapsFilled, run.status().gapsOpened, 180'000);
    QVERIFY2(run.status().gapsOpened >= cuts, qPrintable(QString::number(run.status().gapsOpened)));
    QCOMPARE(run.status().missingMinutes, 0);
    run.finish();
    QCOMPARE(differenceOfCandles(run, "binance-futures:BTCUSDT"), QString());

    const auto store = run.store();
    const qint64 series = idOf(*store, QStringLiteral("liquidations/binance-futures"));
    const auto coverage = store->coverage(series, allTime).value();
    std::vector<Coverage> outages;
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        QVERIFY(i == 0 || coverage[i - 1].range.to == coverage[i].range.from);
        if (coverage[i].state == CoverageState::Missing)
            outages.push_back(coverage[i]);
    }
    QVERIFY2(outages.size() >= cuts * 9 / 10, qPrintable(QString::number(outages.size())));
    const auto told = run.server().log().toldLiquidations("binance-futures:BTCUSDT");
    const auto stored = store->liquidations(series, allTime).value();
    for (std::size_t i = 0; i < stored.size(); ++i) {
        QVERIFY(std::find(told.begin(), told.end(), stored[i]) != told.end());
        QVERIFY(i == 0 || stored[i] != stored[i - 1]);
    }
    for (const Liquidation& one : told)
        QVERIFY(std::find(stored.begin(), stored.end(), one) != stored.end() || lies(one.time, outages));
    const Span missing =
        std::accumulate(outages.begin(), outages.end(), Span{},
                        [](Span sum, const Coverage& outage) { return sum + outage.range.length(); });
    QVERIFY2(missing <= silences,
             qPrintable(QStringLiteral("%1 of %2 ms").arg(missing.count()).arg(silences.count())));
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
    const auto second = Store::open(other.filePath(QStringLiteral("replayed")), clock).value();
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

QTEST_GUILESS_MAIN(TestCollector)
#include "tst_collector.moc"
