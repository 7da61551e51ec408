// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/plots/panebars.h"
#include "widgets/plots/paneplot.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

const UtcTime begin = parseIso("2026-01-01").value();

/// Ten days of hours that rise by one each from 1,000 on, with a flow of one in each.
ViewData tenDays()
{
    auto candles = std::make_shared<CandleSeries>(oneHour);
    auto flow = std::make_shared<FlowSeries>(oneHour);
    CandleColumns columns;
    for (int hour = 0; hour < 240; ++hour) {
        const qint64 price = Price::whole(1000 + hour).units;
        columns.time.push_back(toMsecs(begin) + hour * 3600000LL);
        for (auto* prices : {&columns.open, &columns.high, &columns.low, &columns.close})
            prices->push_back(price);
        columns.volume.push_back(1);
        columns.netTaker.push_back(1);
        flow->append(columns.time.back(), 1);
    }
    candles->append(columns);
    candles->finish();
    flow->finish();
    ViewData data;
    data.candles = candles;
    PaneData pane;
    pane.kind = u"taker"_s;
    pane.flows = {flow};
    data.panes = {pane};
    return data;
}

/// A plot so narrow that hours are drawn as days.
PaneBars barsOf(const ViewData& data, const QString& kind, UtcTime to)
{
    View view;
    view.interval = oneHour;
    view.range = {begin, to};
    PaneBars bars;
    readPaneBars(view, *findPaneKind(kind), data, {view.range, 0, 16}, 1, bars);
    return bars;
}

} // namespace

class TestPaneBars final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void aWideBarHoldsNothingThatBeginsAfterTheRange()
    {
        const ViewData data = tenDays();
        const PaneBars bars = barsOf(data, u"price"_s, begin + std::chrono::minutes{6 * 24 * 60 + 330});
        QVERIFY(bars.bucket > oneHour);
        const CandleBar& last = bars.candles.back();
        // The hour that begins at 05:00 is shown whole, the later ones are not.
        QCOMPARE(last.candle.close, 1000.0 + 6 * 24 + 5);
        QCOMPARE(last.candle.high, last.candle.close);
    }
    void aBarInsideTheRangeIsWhole()
    {
        const ViewData data = tenDays();
        const PaneBars bars = barsOf(data, u"price"_s, begin + std::chrono::hours{240});
        QCOMPARE(bars.candles.back().candle.close, 1239.0);
        QCOMPARE(bars.candles.front().candle.volume, double(bars.bucket.length / oneHour.length));
    }
    void aLowPaneHasOneLabel()
    {
        const ViewData data = tenDays();
        const PaneBars bars = barsOf(data, u"taker"_s, begin + std::chrono::hours{240});
        const auto labels = [&](double height) {
            QStringList words;
            const ValueScale scale{
                .low = -400e6, .high = 30e6, .top = 0, .height = height, .logarithmic = false};
            for (const ValueTick& tick : extremeTicks(bars, scale, PixelGrid{1}))
                words.append(tick.label);
            return words;
        };
        QCOMPARE(labels(60).size(), 2);
        QCOMPARE(labels(10), QStringList{u"\u2212400.0 M"_s});
    }
    void aSumEndsThereToo()
    {
        const ViewData data = tenDays();
        const PaneBars bars = barsOf(data, u"taker"_s, begin + std::chrono::hours{6 * 24 + 5});
        double sum = 0;
        for (const DrawnBar& bar : bars.flows.at(0))
            sum += bar.value;
        QCOMPARE(sum, 6 * 24 + 5.0);
    }
    void aSumLeavesDaysWithoutASessionOut()
    {
        const auto pointOf = [](int n) {
            return SamplePoint{toMsecs(begin) + n * 86'400'000LL, toMsecs(begin) + (n + 1) * 86'400'000LL, 0,
                               1.0 + n};
        };
        const SampleSeries samples({pointOf(0), pointOf(1), pointOf(2)});
        const TimeRange all{begin, begin + std::chrono::hours{72}};
        const std::vector<TimeRange> closed{{begin + std::chrono::hours{24}, begin + std::chrono::hours{48}}};
        std::vector<DrawnBar> bars;
        readBars(samples, all, {}, closed, bars);
        QCOMPARE(bars.size(), std::size_t{3});
        QVERIFY(!bars[0].isSessionless && bars[1].isSessionless && !bars[2].isSessionless);
        QCOMPARE(bars[1].value, 2.0);
        readBars(samples, all, oneDay, closed, bars);
        QCOMPARE(bars.size(), std::size_t{2});
        QCOMPARE(bars[1].value, 3.0);
    }
    void theLastBarsReadAgainAreTheSame()
    {
        const ViewData data = tenDays();
        const UtcTime to = begin + std::chrono::hours{9 * 24 + 5};
        for (const QString& kind : {u"price"_s, u"taker"_s}) {
            const PaneBars before = barsOf(data, kind, to);
            PaneBars bars = before;
            readLastBars(data, {{begin, to}, 0, 16}, bars);
            QCOMPARE(bars.candles.size(), before.candles.size());
            if (!bars.candles.empty())
                QCOMPARE(bars.candles.back().candle.close, before.candles.back().candle.close);
            QVERIFY(bars.flows == before.flows);
        }
    }
};

QTEST_GUILESS_MAIN(TestPaneBars)
#include "tst_panebars.moc"
