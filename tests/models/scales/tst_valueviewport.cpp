// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/valueviewport.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <random>

using namespace holdline;

class TestValueViewport final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void positions_data()
    {
        QTest::addColumn<ValueScale>("scale");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("y");
        QTest::newRow("high is at the top") << ValueScale{100, 200, 10, 400, false} << 200.0 << 10.0;
        QTest::newRow("low is at the bottom") << ValueScale{100, 200, 10, 400, false} << 100.0 << 410.0;
        QTest::newRow("beyond the top") << ValueScale{100, 200, 10, 400, false} << 225.0 << -90.0;
        QTest::newRow("a tenth of four decades") << ValueScale{1, 10'000, 0, 400, true} << 1000.0 << 100.0;
        QTest::newRow("prices below one") << ValueScale{0.01, 1, 0, 400, true} << 0.1 << 200.0;
        QTest::newRow("no positive low is linear") << ValueScale{0, 10, 0, 400, true} << 5.0 << 200.0;
        QTest::newRow("one value alone is in the middle") << ValueScale{7, 7, 10, 400, false} << 9.0 << 210.0;
        QTest::newRow("also on a logarithmic scale") << ValueScale{7, 7, 10, 400, true} << 7.0 << 210.0;
        QTest::newRow("a reversed range too") << ValueScale{9, 7, 10, 400, false} << 7.0 << 210.0;
    }
    void positions()
    {
        QFETCH(ValueScale, scale);
        QFETCH(double, value);
        QTEST(scale.y(value), "y");
    }

    void zeroIsFarBelowALogarithmicPlot()
    {
        const ValueScale scale{1, 100, 0, 400, true};
        QVERIFY(scale.y(0) > 10'000);
        QVERIFY(scale.y(-3) > 10'000);
        QVERIFY(std::isfinite(scale.y(0)));
    }

    void valuesComeBack()
    {
        std::mt19937_64 random(21);
        std::uniform_real_distribution<double> exponent(-8, 6);
        for (int i = 0; i < 20'000; ++i) {
            const double low = std::pow(10.0, exponent(random));
            const ValueScale scale{low, low * (1.001 + static_cast<double>(random() % 1000)), 12, 700,
                                   i % 2 == 0};
            const double value = low * (1 + static_cast<double>(random() % 5000) / 10);
            QVERIFY(std::abs(scale.value(scale.y(value)) - value) <= 1e-9 * value);
        }
    }

    void autoscale_data()
    {
        QTest::addColumn<ValueScale>("scale");
        QTest::addColumn<ValueExtent>("extent");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        const ValueScale linear{0, 1, 0, 400, false};
        const ValueScale log{1, 10, 0, 400, true};
        QTest::newRow("a tenth stays free at both ends") << linear << ValueExtent{100, 180} << 90.0 << 190.0;
        QTest::newRow("in decades on a logarithmic scale") << log << ValueExtent{10, 1e9} << 1.0 << 1e10;
        QTest::newRow("one value") << linear << ValueExtent{200, 200} << 198.0 << 202.0;
        QTest::newRow("one negative value") << linear << ValueExtent{-200, -200} << -202.0 << -198.0;
        QTest::newRow("only zero") << linear << ValueExtent{0, 0} << -1.0 << 1.0;
        QTest::newRow("zero on a logarithmic scale makes it linear")
            << log << ValueExtent{0, 80} << -10.0 << 90.0;
        QTest::newRow("no value") << linear << ValueExtent{} << 0.0 << 1.0;
    }
    void autoscale()
    {
        QFETCH(ValueScale, scale);
        QFETCH(ValueExtent, extent);
        const auto result = autoscaled(scale, extent, 0.1);
        QTEST(result.low, "low");
        QTEST(result.high, "high");
        QCOMPARE(result.logarithmic, scale.logarithmic);
    }

    void dragAndZoom()
    {
        const ValueScale scale{100, 200, 0, 400, false};
        QCOMPARE(panned(scale, 40), (ValueScale{110, 210, 0, 400, false}));
        QCOMPARE(zoomedAt(scale, 100, 2), (ValueScale{25, 225, 0, 400, false}));
        const auto dragged = scaledByDrag(scale, 100, 300);
        QCOMPARE(dragged.high - dragged.low, 100 * std::exp(1.0));
        QCOMPARE(dragged.high + dragged.low, 300.0);
        const ValueScale log{1, 100, 0, 400, true};
        QCOMPARE(panned(log, 200).low, 10.0);
        QCOMPARE(panned(log, 200).high, 1000.0);
    }

    void thereAndBack()
    {
        std::mt19937_64 random(22);
        std::uniform_real_distribution<double> pixel(-300, 700);
        for (int i = 0; i < 10'000; ++i) {
            const ValueScale scale{0.5, 1.5 + static_cast<double>(random() % 1000), 5, 400, i % 2 == 0};
            const double y = pixel(random);
            const auto close = [&](const ValueScale& other) {
                return std::abs(other.low - scale.low) < 1e-6 && std::abs(other.high - scale.high) < 1e-6;
            };
            QVERIFY(close(panned(panned(scale, y), -y)));
            QVERIFY(close(scaledByDrag(scaledByDrag(scale, 10, y), y, 10)));
            QVERIFY(close(zoomedAt(zoomedAt(scale, y, 1.7), y, 1 / 1.7)));
        }
    }

    void zoomingInStopsWhereDoublesDo()
    {
        ValueScale scale{100, 200, 0, 400, false};
        for (int i = 0; i < 2000; ++i)
            scale = zoomedAt(scale, 123, 0.8);
        QVERIFY(scale.high > scale.low);
        for (int i = 0; i < 20'000; ++i)
            scale = zoomedAt(scale, 123, 1.25);
        QVERIFY(std::isfinite(scale.high) && std::isfinite(scale.low));
        QCOMPARE(panned({0, 1, 0, 0, false}, 5), (ValueScale{0, 1, 0, 0, false}));
    }
};

QTEST_GUILESS_MAIN(TestValueViewport)
#include "tst_valueviewport.moc"
