// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/holdercohort.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestHolderCohort final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void whatFollowsFromThePrice_data()
    {
        QTest::addColumn<double>("price");
        QTest::addColumn<double>("pct");
        QTest::addColumn<double>("usd");
        QTest::addColumn<bool>("isUnder");
        // 200,000 BTC at 80,000.
        QTest::newRow("above") << 100'000.0 << 25.0 << 4e9 << false;
        QTest::newRow("below") << 60'000.0 << -25.0 << -4e9 << true;
        QTest::newRow("at it") << 80'000.0 << 0.0 << 0.0 << false;
    }
    void whatFollowsFromThePrice()
    {
        QFETCH(double, price);
        const HolderCohort cohort = standingAt(holder("3m-6m", 80'000, 200'000), price);
        QTEST(*cohort.basis.unrealizedPct, "pct");
        QTEST(*cohort.unrealizedUsd, "usd");
        QTEST(*cohort.isUnderWater(), "isUnder");
    }

    void withoutAPriceNothingFollows()
    {
        const HolderCohort cohort = standingAt(holder("sth", 80'000, 1), std::nullopt);
        QVERIFY(!cohort.basis.unrealizedPct);
        QVERIFY(!cohort.unrealizedUsd);
        QVERIFY(!cohort.isUnderWater());
    }

    void withoutASupplyThereAreNoDollars()
    {
        const HolderCohort cohort = standingAt(holder("sth", 80'000, std::nullopt), 60'000.0);
        QVERIFY(!cohort.unrealizedUsd);
        QCOMPARE(*cohort.isUnderWater(), true);
    }

    void rawUtxoIsToldByTheDefinition()
    {
        QVERIFY(isRawUtxo(QStringLiteral("STH < 155 d, raw UTXO")));
        QVERIFY(!isRawUtxo(QStringLiteral("logistic 155 d, entity-adjusted")));
    }
};

QTEST_GUILESS_MAIN(TestHolderCohort)
#include "tst_holdercohort.moc"
