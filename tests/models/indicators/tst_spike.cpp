// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/indicators/spike.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <numeric>

using namespace holdline;

class TestSpike final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void theMedianIsOfThirtyValuesBefore()
    {
        std::vector<double> values(60);
        std::iota(values.begin(), values.end(), 0.0);
        QCOMPARE(medianBefore(values, 40).value(), 24.5); // of 10 to 39
        QCOMPARE(medianBefore(values, 10).value(), 4.5);
        QVERIFY(!medianBefore(values, 9));
        QVERIFY(!medianBefore({}, 0));
    }
};

QTEST_GUILESS_MAIN(TestSpike)
#include "tst_spike.moc"
