// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "widgets/cards/charttags.h"
#include "widgets/cards/flowaxes.h"
#include "widgets/cards/pictureaxes.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestPictureAxes final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void bothFlowAxesHaveZeroAtOneHeight()
    {
        const FlowAxes axes = flowAxes(groupFlows(exampleFlows()));
        // 15 Jan: 315 + 14 in, 189 + 36 + 4 out; 20 Jan: 56 + 152 + 160 + 45 out.
        QCOMPARE(axes.greatestStack, 329e6);
        QCOMPARE(axes.leastStack, -413e6);
        QVERIFY(axes.flowHigh > 329e6 && axes.flowLow < -413e6);
        QVERIFY(std::abs(axes.flowLow / axes.flowHigh - axes.sumLow / axes.sumHigh) < 1e-12);
        QVERIFY(axes.sumHigh >= 100e6 && axes.sumLow <= -775e6);
    }

    void zeroIsNeverAtAnEdge()
    {
        GroupedFlows outflows{{QStringLiteral("other")}, {{-90e6}}, {-90e6}};
        const FlowAxes axes = flowAxes(outflows);
        QVERIFY(axes.flowHigh >= 10e6);
        QVERIFY(axes.sumLow <= -90e6);
    }

    void nothingHasAxesToo()
    {
        QVERIFY(flowAxes({}).flowHigh > flowAxes({}).flowLow);
        QVERIFY(pictureAxes({}).priceHigh > pictureAxes({}).priceLow);
    }

    void aBarStandsInTheMiddleOfItsDay()
    {
        PictureData picture;
        picture.range = {at("2026-01-13T06:00:00Z"), at("2026-01-15T12:00:00Z")};
        const PictureAxes axes = pictureAxes(picture);
        // Day 0 is centred at noon of the 13th, a quarter of a day after the range begins.
        QCOMPARE(axes.placeLow, -0.25);
        QCOMPARE(axes.placeHigh, 2.0);
    }

    void closingsStayInTheLowestQuarter()
    {
        const PictureAxes axes = pictureAxes(exampleCards().picture);
        QCOMPARE(axes.closingLow, -905e6);
        QVERIFY((290e6 - axes.closingLow) / (axes.closingHigh - axes.closingLow) <= closingsShare);
        double lowest = 1e9;
        for (const auto& candle : exampleCards().picture.candles)
            lowest = std::min(lowest, candle.low.toDouble());
        QVERIFY((lowest - axes.priceLow) / (axes.priceHigh - axes.priceLow) >= closingsShare);
        QVERIFY2(axes.priceHigh >= 99'300, "the highest level is in the picture");
    }

    void aFarLevelDoesNotSqueezeTheCandles()
    {
        auto picture = exampleCards().picture;
        picture.levels[2].level.low = picture.levels[2].level.high = Price::whole(400'000);
        QVERIFY(pictureAxes(picture).priceHigh < 120'000);
    }

    void tags_data()
    {
        QTest::addColumn<QList<double>>("heights");
        QTest::addColumn<QList<double>>("tops");
        QTest::newRow("far ones stay") << QList<double>{20, 60} << QList<double>{12.5, 52.5};
        QTest::newRow("equal ones are stacked downwards")
            << QList<double>{20, 20} << QList<double>{12.5, 27.5};
        QTest::newRow("at the bottom they are stacked upwards")
            << QList<double>{98, 99, 100} << QList<double>{55, 70, 85};
        QTest::newRow("none leaves the top") << QList<double>{1} << QList<double>{0};
    }
    void tags()
    {
        QFETCH(QList<double>, heights);
        const auto tops = spreadTags({heights.begin(), heights.end()}, 0, 100);
        QTEST(QList<double>(tops.begin(), tops.end()), "tops");
    }
};

QTEST_MAIN(TestPictureAxes)
#include "tst_pictureaxes.moc"
