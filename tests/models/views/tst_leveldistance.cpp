// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestLevelDistance final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void highestStandsFirst()
    {
        const auto rows = levelDistances(exampleLevels(), 89'000.0, latestTime);
        QCOMPARE(rows.front().level.level.id, QStringLiteral("resistance-sth"));
        QCOMPARE(rows.back().level.level.id, QStringLiteral("defense-band"));
    }

    void distance_data()
    {
        QTest::addColumn<double>("price");
        QTest::addColumn<bool>("isInside");
        QTest::addColumn<double>("percent");
        QTest::newRow("below the band: to its low edge") << 44'900.0 << false << 100.0;
        QTest::newRow("above the band: to its high edge") << 100'000.0 << false << -10.0;
        QTest::newRow("in the band") << 89'900.0 << true << 0.0;
        QTest::newRow("on its low edge") << 89'800.0 << true << 0.0;
        QTest::newRow("on its high edge") << 90'000.0 << true << 0.0;
    }
    void distance()
    {
        QFETCH(double, price);
        const auto row = levelDistances(exampleLevels(), price, latestTime).back();
        QTEST(row.isInside, "isInside");
        QFETCH(double, percent);
        QVERIFY(std::abs(*row.distancePct - percent) < 1e-9);
    }

    void withoutAPriceThereIsNoDistance()
    {
        QVERIFY(!levelDistances(exampleLevels(), std::nullopt, latestTime)[0].distancePct);
        QVERIFY(!levelDistances(exampleLevels(), std::nullopt, latestTime)[2].isInside);
    }
};

QTEST_GUILESS_MAIN(TestLevelDistance)
#include "tst_leveldistance.moc"
