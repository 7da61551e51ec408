// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/costdistribution.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestCostDistribution final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void coinsBetweenPrices_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<double>("btc");
        QTest::addColumn<double>("halfKnown");
        // 10,000 BTC in 80,000-82,000, 20,000 in 82,000-84,000, 30,000 in 84,000-86,000, none in
        // 86,000-88,000, 50,000 in 88,000-90,000.
        QTest::newRow("whole buckets") << 82'000.0 << 86'000.0 << 50'000.0 << 0.0;
        QTest::newRow("half of a bucket") << 81'000.0 << 84'000.0 << 25'000.0 << 5'000.0;
        QTest::newRow("within one bucket") << 88'500.0 << 89'000.0 << 12'500.0 << 12'500.0;
        QTest::newRow("over prices at which none is known") << 84'000.0 << 90'000.0 << 80'000.0 << 0.0;
        QTest::newRow("below them all") << 0.0 << 80'000.0 << 0.0 << 0.0;
        QTest::newRow("the wrong way round") << 90'000.0 << 80'000.0 << 0.0 << 0.0;
        // 10 + 20 + 30 + 50 + 60 + 70 + 80 + 90 + 100 thousand.
        QTest::newRow("all") << 0.0 << 1e6 << 510'000.0 << 0.0;
    }
    void coinsBetweenPrices()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(double, halfKnown);
        const CoinCount count = coinsBetween(exampleDistribution(), low, high);
        QTEST(count.btc, "btc");
        QCOMPARE(count.halfKnownBtc, halfKnown);
    }

    void neighboursJoinInWiderSteps()
    {
        // Ten steps of 2,000, of which 86,000 to 88,000 is empty: two in one.
        const CostDistribution wider = withWiderBuckets(exampleDistribution(), 9);
        std::vector<CostBucket> expected;
        const qint64 btc[] = {30'000, 30'000, 110'000, 150'000, 190'000};
        for (int i = 0; i < 5; ++i)
            expected.push_back({Price::whole(80'000 + 4'000 * i), Price::whole(84'000 + 4'000 * i),
                                Amount{Int128(btc[i]) * decimalUnits}});
        QVERIFY(wider.buckets == expected);
        QCOMPARE(wider.source, exampleDistribution().source);
        QVERIFY(withWiderBuckets(exampleDistribution(), 10) == exampleDistribution());
        QCOMPARE(withWiderBuckets(exampleDistribution(), 1).buckets.size(), std::size_t(1));
        QVERIFY(withWiderBuckets({}, 1).isEmpty());
    }

    void withoutBucketsThereIsNone()
    {
        QVERIFY(CostDistribution{}.isEmpty());
        QCOMPARE(coinsBetween({}, 0, 1e6).btc, 0.0);
    }
};

QTEST_GUILESS_MAIN(TestCostDistribution)
#include "tst_costdistribution.moc"
