// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cohortbasis.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestCohortBasis final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void unrealized()
    {
        // 90,000 paid, 81,000 now: a tenth lost. 80,000 paid, 100,000 now: a quarter gained.
        QCOMPARE(unrealizedPct(81'000.0, Price::whole(90'000)).value(), -10.0);
        QCOMPARE(unrealizedPct(100'000.0, Price::whole(80'000)).value(), 25.0);
        QVERIFY(!unrealizedPct(std::nullopt, Price::whole(80'000)));
        QVERIFY(!unrealizedPct(81'000.0, std::nullopt));
        QVERIFY(!unrealizedPct(81'000.0, Price{}));
    }

    void titles_data()
    {
        QTest::addColumn<QString>("band");
        QTest::addColumn<QString>("title");
        QTest::newRow("days to weeks") << QStringLiteral("1d-1w") << QStringLiteral("1 d–1 w");
        QTest::newRow("months") << QStringLiteral("3m-6m") << QStringLiteral("3 m–6 m");
        QTest::newRow("short-term holders") << QStringLiteral("sth") << QStringLiteral("STH");
        QTest::newRow("open end") << QStringLiteral("10y+") << QStringLiteral("10 y+");
    }
    void titles()
    {
        QFETCH(QString, band);
        QTEST(bandTitle(band), "title");
    }
};

QTEST_GUILESS_MAIN(TestCohortBasis)
#include "tst_cohortbasis.moc"
