// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/rsi.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <vector>

using namespace holdline;

namespace {

// Gains 0.06 0.72 0.50 0.27 0.32 0.42 0.24 0.14 0.67, together 3.34; losses 0.25 0.54 0.19 0.42,
// together 1.40.
const std::vector<double> fifteenCloses{44.34, 44.09, 44.15, 43.61, 44.33, 44.83, 45.10, 45.42,
                                        45.84, 46.08, 45.89, 46.03, 45.61, 46.28, 46.28};

} // namespace

class TestRsi : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void beginsWithPlainMeans()
    {
        QCOMPARE(*wilderRsi(fifteenCloses), 100 - 100 / (1 + 3.34 / 1.40)); // 70.46
    }

    void goesOnWithThirteenPartsOfTheOld()
    {
        auto closes = fifteenCloses;
        closes.push_back(46.00); // a loss of 0.28
        const double gain = 3.34 / 14 * 13 / 14;
        const double loss = (1.40 / 14 * 13 + 0.28) / 14;
        QVERIFY(qAbs(*wilderRsi(closes) - (100 - 100 / (1 + gain / loss))) < 1e-9); // 66.25
    }

    void needsOneCloseMoreThanItsLength()
    {
        QVERIFY(!wilderRsi(std::span(fifteenCloses).first(14)));
        QVERIFY(wilderRsi(std::span(fifteenCloses).first(4), 3));
        QVERIFY(!wilderRsi({}));
        QVERIFY(!wilderRsi(fifteenCloses, 0));
    }

    void withoutALossItIsAHundredAndWithoutAMoveFifty()
    {
        std::vector<double> rising;
        for (int i = 0; i < 20; ++i)
            rising.push_back(100 + i);
        QCOMPARE(*wilderRsi(rising), 100.0);
        QCOMPARE(*wilderRsi(std::vector<double>(20, 7.0)), 50.0);
        std::reverse(rising.begin(), rising.end());
        QCOMPARE(*wilderRsi(rising), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestRsi)
#include "tst_rsi.moc"
