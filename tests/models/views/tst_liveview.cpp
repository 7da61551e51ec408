// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/liveview.h"
#include "tests/support/failonwarning.h"
#include "tests/support/livenews.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QString bybit = u"liquidations/bybit"_s;

CandleSummary minuteOf(const ViewData& data, int minute)
{
    return data.candles->summary({liveMinute(minute), liveMinute(minute + 1)});
}

double sumOf(const ViewData& data, std::size_t side, int minute)
{
    return data.panes[0].flows[side]->summary({liveMinute(minute), liveMinute(minute + 1)}).sum;
}

LiveNews candleNews(int minute, int close, bool isClosed)
{
    return {.candles = {liveCandle(minute, close, isClosed)}};
}

} // namespace

class TestLiveView final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void anOpenCandleIsDrawnAndIsNotKnown()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        live.apply(candleNews(60, 91'000, false));
        QCOMPARE(minuteOf(*live.data(), 60).close, 91'000.0);
        QCOMPARE(*live.data()->lastPrice, 91'000.0);
        QCOMPARE(toIso(*live.data()->lastClose), toIso(liveMinute(61)));
        QVERIFY(!live.takeChange().isWhole);
        const auto still = live.snapshot();
        QVERIFY(minuteOf(*still, 60).isEmpty());
        QCOMPARE(*still->lastPrice, 90'059.0); // closes at 90,000 plus the minute's number
        QCOMPARE(toIso(still->asOf), toIso(liveMinute(60)));
    }

    void anOpenCandleNeverReplacesAClosedOne()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        live.apply(candleNews(60, 91'000, true));
        live.apply(candleNews(60, 92'000, false));
        live.apply(candleNews(59, 93'000, false));
        QCOMPARE(minuteOf(*live.data(), 60).close, 91'000.0);
        QCOMPARE(minuteOf(*live.data(), 59).close, 90'059.0);
        QCOMPARE(minuteOf(*live.snapshot(), 60).close, 91'000.0);
    }

    void whatWasLoadedIsNotTouched()
    {
        const ViewData loaded = liveViewData(60);
        LiveView live(liveViewDocument(), loaded);
        const auto before = live.snapshot();
        for (int minute = 59; minute < 70; ++minute)
            live.apply(candleNews(minute, 95'000, true));
        QCOMPARE(loaded.candles->candleCount(), std::size_t(60));
        QCOMPARE(minuteOf(loaded, 59).close, 90'059.0);
        QCOMPARE(minuteOf(*before, 59).close, 90'059.0);
        QCOMPARE(minuteOf(*live.data(), 59).close, 95'000.0);
        QCOMPARE(live.data()->candles->candleCount(), std::size_t(70));
    }

    void otherInstrumentsAreLeftAlone()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        LiveNews news = candleNews(60, 91'000, true);
        news.candles[0].instrument = u"binance:ETHUSDT"_s;
        live.apply(news);
        QVERIFY(!live.takeChange().isAny);
    }

    void aMissedMinuteIsAHoleUntilItComes()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        live.apply(candleNews(63, 91'000, true));
        QVERIFY(live.takeChange().isWhole);
        QCOMPARE(live.data()->priceCoverage,
                 (std::vector<Coverage>{{{liveMinute(60), liveMinute(63)}, CoverageState::Missing, {}}}));
        live.apply(candleNews(61, 91'000, true));
        QVERIFY(live.takeChange().isWhole);
        QCOMPARE(live.data()->priceCoverage,
                 (std::vector<Coverage>{{{liveMinute(60), liveMinute(61)}, CoverageState::Missing, {}},
                                        {{liveMinute(62), liveMinute(63)}, CoverageState::Missing, {}}}));
    }

    /// 2 x 30 - 40 = 20 of the quote asset.
    void takerVolumeComesWithTheCandle()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        LiveNews news = candleNews(60, 91'000, false);
        news.candles[0].candle.quoteVolume = Amount::fromDouble(40);
        news.candles[0].candle.takerBuyQuote = Amount::fromDouble(30);
        live.apply(news);
        const TimeRange minute{liveMinute(60), liveMinute(61)};
        QCOMPARE(live.data()->panes[1].flows[0]->summary(minute).sum, 20.0);
        QVERIFY(live.snapshot()->panes[1].flows[0]->summary(minute).isEmpty());
    }

    /// Of n = 5,000 orders over ten seconds every second is long: 2,500 x 100 and 2,500 x 50 dollars.
    void manyOrdersAddUp()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        LiveNews news;
        news.liquidations.push_back({bybit, {}});
        for (int i = 0; i < 5000; ++i)
            news.liquidations[0].items.push_back(liveOrder(liveMinute(60) + Span{2 * i},
                                                           i % 2 ? PositionSide::Short : PositionSide::Long,
                                                           i % 2 ? 50 : 100));
        live.apply(news);
        QCOMPARE(sumOf(*live.data(), 0, 60), 250'000.0);
        QCOMPARE(sumOf(*live.data(), 1, 60), 125'000.0);
        QCOMPARE(sumOf(*live.snapshot(), 0, 60), 250'000.0);
        QCOMPARE(sumOf(*live.data(), 0, 59), 1'000.0); // as loaded
    }

    void ordersAddToWhatIsLoaded()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        live.apply(
            {.liquidations = {
                 {bybit, {liveOrder(liveMinute(59) + Span{500}, PositionSide::Long, 250)}},
                 {u"liquidations/okx"_s, {liveOrder(liveMinute(59) + Span{700}, PositionSide::Long, 50)}}}});
        QCOMPARE(sumOf(*live.data(), 0, 59), 1'300.0);
    }

    void ordersOfOtherAssetsDoNotCount()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        const auto order = liveOrder(liveMinute(60), PositionSide::Long, 250);
        live.apply(
            {.liquidations = {{u"liquidations/bybit/eth"_s, {order}}, {u"liquidations/all"_s, {order}}}});
        QVERIFY(!live.takeChange().isAny);
    }

    void loadingAgainCountsNoOrderTwice_data()
    {
        QTest::addColumn<double>("stored"); // of the 300 that came by then
        QTest::addColumn<double>("later");
        QTest::addColumn<double>("sum");
        QTest::newRow("the store is behind") << 100.0 << 50.0 << 350.0;
        QTest::newRow("the store has just them") << 300.0 << 50.0 << 350.0;
        QTest::newRow("the store has already what comes later") << 350.0 << 50.0 << 350.0;
    }
    void loadingAgainCountsNoOrderTwice()
    {
        QFETCH(double, stored);
        QFETCH(double, later);
        const auto news = [](double usd) {
            return LiveNews{.liquidations = {{bybit, {liveOrder(liveMinute(61), PositionSide::Long, usd)}}}};
        };
        LiveView live(liveViewDocument(), liveViewData(60));
        live.apply(news(100));
        live.apply(news(200));
        ViewData loaded = liveViewData(60);
        auto longs = std::make_shared<FlowSeries>(*loaded.panes[0].flows[0]);
        longs->update(toMsecs(liveMinute(61)), stored);
        loaded.panes[0].flows[0] = longs;
        live.reload(liveViewDocument(), loaded);
        live.apply(news(later));
        QTEST(sumOf(*live.data(), 0, 61), "sum");
    }

    void loadingAgainKeepsNewerCandles()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        live.apply(candleNews(60, 91'000, true));
        live.apply(candleNews(61, 91'100, true));
        live.apply(candleNews(62, 91'200, false));
        live.reload(liveViewDocument(), liveViewData(61)); // the store has one of them, with its own close
        QCOMPARE(minuteOf(*live.data(), 60).close, 90'060.0);
        QCOMPARE(minuteOf(*live.data(), 61).close, 91'100.0);
        QCOMPARE(minuteOf(*live.data(), 62).close, 91'200.0);
        QCOMPARE(minuteOf(*live.snapshot(), 61).close, 91'100.0);
        QVERIFY(minuteOf(*live.snapshot(), 62).isEmpty());
        QVERIFY(live.data()->priceCoverage.empty());
        QVERIFY(live.takeChange().isWhole);
    }

    void anOutageOfAllIsUnknown()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        const Coverage first{{liveMinute(60), liveMinute(62)}, CoverageState::Sampled, {}};
        const Coverage outage{{liveMinute(62), liveMinute(65)}, CoverageState::Missing, u"cut"_s};
        const Coverage second{{liveMinute(65), liveMinute(66)}, CoverageState::Sampled, {}};
        for (const Coverage& entry : {first, outage, second})
            live.apply({.coverage = {{bybit, entry}}});
        const PaneData& pane = live.data()->panes[0];
        QCOMPARE(pane.coverage,
                 (std::vector<Coverage>{{{earliestTime, liveMinute(60)}, CoverageState::Never, {}}, outage}));
        QCOMPARE(pane.note, u"lower bound: at most one per symbol and second"_s);
        live.apply({.coverage = {{u"liquidations/okx"_s,
                                  {{liveMinute(61), liveMinute(64)}, CoverageState::Known, {}}}}});
        const Coverage left{{liveMinute(64), liveMinute(65)}, CoverageState::Missing, u"cut"_s};
        QCOMPARE(live.data()->panes[0].coverage.at(1), left); // of the rest another venue knew
    }

    void anOutageThatLastsIsShownByTheMinute()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        live.apply({.coverage = {{bybit, {{liveMinute(50), liveMinute(60)}, CoverageState::Known, {}}}}});
        const auto outage = [&](int seconds) {
            const UtcTime end = liveMinute(60) + std::chrono::seconds{seconds};
            live.apply({.coverage = {{bybit, {{liveMinute(60), end}, CoverageState::Missing, u"cut"_s}}}});
            return live.takeChange().isAny;
        };
        QVERIFY(outage(10));
        QVERIFY(!outage(11));
        QVERIFY(!outage(59));
        QVERIFY(outage(61));
        const auto& entries = live.data()->panes[0].streams[0].entries;
        QCOMPARE(toIso(entries.back().range.to), u"2026-01-13T01:01:01Z"_s);
    }

    void aGrowingEntryIsATick()
    {
        LiveView live(liveViewDocument(), liveViewData(60));
        const auto entry = [](int seconds) {
            return LiveNews{.coverage = {{bybit,
                                          {{liveMinute(60), liveMinute(60) + std::chrono::seconds{seconds}},
                                           CoverageState::Known,
                                           {}}}}};
        };
        live.apply(entry(10));
        QVERIFY(live.takeChange().isWhole);
        live.apply(entry(11));
        QVERIFY(!live.takeChange().isWhole);
    }

    void whatIsNotOfAMinuteIsLoadedAgain()
    {
        ViewData hourly = liveViewData(60);
        hourly.candles = std::make_shared<CandleSeries>(oneHour);
        LiveView live(liveViewDocument(), hourly);
        live.apply(candleNews(60, 91'000, false));
        QVERIFY(!live.takeChange().wantsReload);
        live.apply(candleNews(60, 91'000, true));
        QVERIFY(live.takeChange().wantsReload);
        live.apply({.hasGrownBack = true});
        QVERIFY(live.takeChange().wantsReload);
    }

    void aJudgedCloseAsksForLevelsOnlyWhereThereAreAny()
    {
        ViewData data = liveViewData(60);
        LiveView without(liveViewDocument(), data);
        without.apply(candleNews(119, 91'000, true)); // ends with the hour
        QVERIFY(!without.takeChange().wantsReload);
        data.levels.push_back({});
        LiveView with(liveViewDocument(), data);
        with.apply(candleNews(118, 91'000, true));
        QVERIFY(!with.takeChange().wantsReload);
        with.apply(candleNews(119, 91'000, true));
        QVERIFY(with.takeChange().wantsReload);
    }
};

QTEST_GUILESS_MAIN(TestLiveView)
#include "tst_liveview.moc"
