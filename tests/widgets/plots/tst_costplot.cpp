// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"
#include "tests/support/syntheticview.h"
#include "widgets/plots/costplot.h"
#include "widgets/plots/legend.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr QRect plot(0, 0, 1000, 200);
/// A bucket of 2,000 is 20 px high.
const ValueScale values{80'000, 100'000, 0, 200};

CostShapes shapes(std::optional<double> price, const ValueScale& scale = values)
{
    return layOutCosts(exampleDistribution(), price, scale, plot, PixelGrid{1});
}

QString legendText(const View& view, const ViewData& data)
{
    const QTimeZone zone = QTimeZone::utc();
    const TimelineLayout layout;
    PaneBars bars;
    bars.kind = findPaneKind(u"price"_s);
    bars.bucket = oneHour;
    bars.candles = {{toMsecs(windowHour(0)), {.open = 1, .high = 1, .low = 1, .close = 1}}};
    QString text;
    for (const LegendRun& run : legendOf(bars, {layout, view, data, zone, 2026}, {}))
        text += run.text + u' ';
    return text;
}

} // namespace

class TestCostPlot final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void theFullestInSightTakesItsShareOfTheWidth()
    {
        const CostShapes costs = shapes(89'000);
        QCOMPARE(costs.fullestBtc, 100'000.0);
        // 22 % of 1,000 px; rows 0 to 19 with one of air above.
        QCOMPARE(costs.loss.front(), QRect(780, 1, 220, 19));
        // A tenth of it, in the lowest rows.
        QCOMPARE(costs.profit.front(), QRect(978, 181, 22, 19));
    }

    void theBucketOfThePriceIsCutThere()
    {
        const CostShapes costs = shapes(89'000); // row 110, in the bucket of rows 100 to 119
        QCOMPARE(costs.loss.back(), QRect(890, 101, 110, 9));
        QCOMPARE(costs.profit.back(), QRect(890, 110, 110, 10));
        QCOMPARE(costs.loss.size(), std::size_t(6));
        QCOMPARE(costs.profit.size(), std::size_t(4));
    }

    void whereNoBucketIsNothingIsDrawn()
    {
        const CostShapes costs = shapes(std::nullopt); // none from 86,000 to 88,000, rows 120 to 139
        QVERIFY(costs.loss.empty());
        QCOMPARE(costs.profit.size(), std::size_t(9));
        for (const QRect& bar : costs.profit)
            QVERIFY(!bar.intersects(QRect(0, 120, 1000, 20)));
    }

    void bucketsOutOfSightDoNotScale()
    {
        const CostShapes costs = shapes(1e6, {80'000, 84'000, 0, 200});
        QCOMPARE(costs.fullestBtc, 20'000.0);
        QCOMPARE(costs.profit.size(), std::size_t(2));
        QCOMPARE(costs.profit.back().width(), 220);
        QVERIFY(shapes(1e6, {1, 2, 0, 200}).profit.empty());
        QCOMPARE(shapes(1e6, {1, 2, 0, 200}).fullestBtc, 0.0);
    }

    void lowBucketsShareARowAndTheFullestShows()
    {
        // 5,000 a row: ten buckets lie in four or five rows.
        const CostShapes costs = shapes(std::nullopt, {0, 1'000'000, 0, 200});
        QVERIFY(costs.profit.size() >= 4 && costs.profit.size() <= 5);
        int widest = 0;
        for (std::size_t i = 0; i < costs.profit.size(); ++i) {
            QCOMPARE(costs.profit[i].height(), 1);
            widest = std::max(widest, costs.profit[i].width());
            if (i > 0)
                QVERIFY(costs.profit[i].bottom() < costs.profit[i - 1].top());
        }
        QCOMPARE(widest, 220);
    }

    void withManyBucketsThereAreNoMoreBarsThanRows()
    {
        CostDistribution fine;
        for (int i = 0; i < 20'000; ++i)
            fine.buckets.push_back(
                {Price::whole(80'000 + i), Price::whole(80'001 + i), Amount{decimalUnits}});
        const CostShapes costs = layOutCosts(fine, 90'000.0, values, plot, PixelGrid{1});
        QCOMPARE(costs.loss.size() + costs.profit.size(), std::size_t(200));
        for (const auto& bars : {costs.loss, costs.profit})
            for (const QRect& bar : bars)
                QVERIFY(plot.contains(bar));
    }

    void aMoveOfThePriceChangesTheBarsBetween()
    {
        QVERIFY(changeOf(shapes(89'000), shapes(89'000)).isEmpty());
        const QRect changed = changeOf(shapes(89'000), shapes(89'500)).boundingRect(); // rows 110 to 105
        QVERIFY(changed.contains(QRect(890, 105, 110, 5)));
        QVERIFY2(changed.top() >= 101 && changed.bottom() < 120, "the other buckets stay as they are");
    }

    void theLegendSaysWhatItIsAndOfWhen()
    {
        ViewData data;
        data.instrumentTitle = u"BTC-USDT"_s;
        View view;
        QVERIFY(!legendText(view, data).contains(u"cost"_s));
        view.showsCosts = true;
        QVERIFY(legendText(view, data).contains(u"no cost distribution yet"_s));
        data.costs = std::make_shared<const CostDistribution>(exampleDistribution());
        QVERIFY(
            legendText(view, data).contains(u"cost distribution as of 21 Jan 00:00, raw UTXO, an example"_s));
    }
};

QTEST_MAIN(TestCostPlot)
#include "tst_costplot.moc"
