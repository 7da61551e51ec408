// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/numbertext.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestNumberText final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void number_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        QTest::newRow("three figures are not grouped") << 999.0 << 0 << QStringLiteral("999");
        QTest::newRow("thousands are grouped") << 89941.26 << 2 << QStringLiteral("89,941.26");
        QTest::newRow("millions are grouped twice") << 1234567.0 << 0 << QStringLiteral("1,234,567");
        QTest::newRow("six figures have no leading comma") << -123456.0 << 0 << QStringLiteral("−123,456");
        QTest::newRow("halves go away from zero") << 2.5 << 0 << QStringLiteral("3");
        QTest::newRow("what rounds to zero has no sign") << -0.04 << 1 << QStringLiteral("0.0");
    }
    void number()
    {
        QFETCH(double, value);
        QFETCH(int, decimals);
        QTEST(numberText(value, decimals), "text");
    }

    void money_data()
    {
        QTest::addColumn<double>("usd");
        QTest::addColumn<QString>("text");
        QTest::newRow("millions outflow") << -394.7e6 << QStringLiteral("−394.7 M");
        QTest::newRow("billions") << 1.58e9 << QStringLiteral("1.58 B");
        QTest::newRow("what would round to 1000.0 M is 1.00 B") << 999.96e6 << QStringLiteral("1.00 B");
        QTest::newRow("less than a million stands in full") << 850000.0 << QStringLiteral("850,000");
        QTest::newRow("nothing") << 0.0 << QStringLiteral("0");
    }
    void money()
    {
        QFETCH(double, usd);
        QTEST(moneyText(usd), "text");
    }

    void signsAndPrices()
    {
        QCOMPARE(moneyText(840.6e6, Sign::Always), QStringLiteral("+840.6 M"));
        QCOMPARE(percentText(2.62), QStringLiteral("+2.6 %"));
        QCOMPARE(percentText(0), QStringLiteral("0.0 %"));
        QCOMPARE(percentText(qQNaN()), QString());
        QCOMPARE(moneyText(qInf()), QString());
        QCOMPARE(priceText(87263.53), QStringLiteral("87,264"));
        QCOMPARE(priceText(87263.53, true), QStringLiteral("87,263.53"));
        QCOMPARE(priceText(142.5), QStringLiteral("142.50"));
        QCOMPARE(priceText(1.9312), QStringLiteral("1.9312"));
        QCOMPARE(priceText(0.0512), QStringLiteral("0.051200"));
    }
};

QTEST_GUILESS_MAIN(TestNumberText)
#include "tst_numbertext.moc"
