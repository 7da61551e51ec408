// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/black76.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace holdline;

namespace {

constexpr double notTold = std::numeric_limits<double>::quiet_NaN();

} // namespace

class TestBlack76 : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    /// Areas under the normal curve, as tables print them.
    void normal_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("below");
        QTest::newRow("the middle") << 0.0 << 0.5;
        QTest::newRow("half a deviation below") << -0.5 << 0.3085;
        QTest::newRow("half a deviation above") << 0.5 << 0.6915;
        QTest::newRow("a deviation below") << -1.0 << 0.1587;
        QTest::newRow("1.96 above") << 1.96 << 0.9750;
        QTest::newRow("far below") << -9.0 << 0.0000;
    }
    void normal()
    {
        QFETCH(double, value);
        QFETCH(double, below);
        QVERIFY(std::abs(normalBelow(value) - below) < 0.00005);
    }

    /// The examples of J. Hull, Options, Futures, and Other Derivatives; where an example starts from a spot
    /// price, the forward is written as spot times growth, and its delta is told before discounting.
    void delta_data()
    {
        QTest::addColumn<bool>("isPut");
        QTest::addColumn<double>("forward");
        QTest::addColumn<double>("strike");
        QTest::addColumn<double>("volatility");
        QTest::addColumn<double>("years");
        QTest::addColumn<double>("delta");
        QTest::addColumn<double>("tolerance"); // half of the last digit in print
        // Black's model: a put on crude oil, 20 against 20, 25 %, four months. N(−d1) = 0.4712.
        QTest::newRow("a put on crude oil futures")
            << true << 20.0 << 20.0 << 0.25 << 4.0 / 12 << -0.4712 << 5e-5;
        QTest::newRow("the call beside it") << false << 20.0 << 20.0 << 0.25 << 4.0 / 12 << 0.5288 << 5e-5;
        // The Greek letters: stock at 49, strike 50, rate 5 %, volatility 20 %, 20 weeks (0.3846). Delta
        // 0.522.
        QTest::newRow("a call on a stock that pays nothing")
            << false << 49.0 * std::exp(0.05 * 0.3846) << 50.0 << 0.20 << 0.3846 << 0.522 << 5e-4;
        // Pounds at 1.62, strike 1.60, rates 10 % and 13 %, volatility 15 %, half a year: N(d1) = 0.5115, so
        // the put's delta is (0.5115 − 1) e^(−0.13 · 0.5) = −0.458.
        QTest::newRow("a put on pounds")
            << true << 1.62 * std::exp((0.10 - 0.13) * 0.5) << 1.60 << 0.15 << 0.5 << 0.5115 - 1 << 5e-5;
        // A stock at 42, strike 40, rate 10 %, volatility 20 %, half a year: N(d1) = N(0.7693) = 0.7791.
        QTest::newRow("a call in the money")
            << false << 42.0 * std::exp(0.10 * 0.5) << 40.0 << 0.20 << 0.5 << 0.7791 << 5e-5;
    }
    void delta()
    {
        QFETCH(bool, isPut);
        QFETCH(double, forward);
        QFETCH(double, strike);
        QFETCH(double, volatility);
        QFETCH(double, years);
        QFETCH(double, delta);
        QFETCH(double, tolerance);
        const auto found =
            black76Delta(isPut ? OptionKind::Put : OptionKind::Call, {forward, strike, volatility, years});
        QVERIFY(found.has_value());
        QVERIFY2(std::abs(*found - delta) < tolerance, qPrintable(QString::number(*found, 'g', 10)));
    }

    /// A call and a put of the same strike move by one together.
    void callAndPutMakeOne()
    {
        for (const double strike : {20'000.0, 90'000.0, 250'000.0}) {
            const Black76Terms terms{90'000.0, strike, 0.5, 0.1};
            QVERIFY(std::abs(*black76Delta(OptionKind::Call, terms) - *black76Delta(OptionKind::Put, terms) -
                             1) < 1e-15);
        }
    }

    void noDeltaWithoutTerms_data()
    {
        QTest::addColumn<double>("forward");
        QTest::addColumn<double>("strike");
        QTest::addColumn<double>("volatility");
        QTest::addColumn<double>("years");
        QTest::newRow("no forward") << 0.0 << 20.0 << 0.25 << 1.0;
        QTest::newRow("no strike") << 20.0 << 0.0 << 0.25 << 1.0;
        QTest::newRow("no volatility") << 20.0 << 20.0 << 0.0 << 1.0;
        QTest::newRow("expired") << 20.0 << 20.0 << 0.25 << -0.1;
        QTest::newRow("no number") << notTold << 20.0 << 0.25 << 1.0;
        QTest::newRow("too small for a double") << 20.0 << 21.0 << 1e-300 << 1e-300;
    }
    void noDeltaWithoutTerms()
    {
        QFETCH(double, forward);
        QFETCH(double, strike);
        QFETCH(double, volatility);
        QFETCH(double, years);
        QVERIFY(!black76Delta(OptionKind::Call, {forward, strike, volatility, years}));
    }
};

QTEST_GUILESS_MAIN(TestBlack76)
#include "tst_black76.moc"
