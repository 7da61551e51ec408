// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

using namespace holdline;
using namespace holdline::testing;

class TestEtfFlows : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void tables_data();
    void tables();
    void tickersAloneDoNotTellFlowsFromPrices();
};

void TestEtfFlows::tables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("series");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* what, const char* text, const char* series, const char* expected) {
        QTest::newRow(what) << QByteArray(text) << QString::fromLatin1(series) << QByteArray(expected);
    };
    row("two funds and a total", "Date,IBIT,FBTC,Total\n06 Mar 2025,10,(2),8\n", "etf/btc/FBTC", "-2000000");
    row("its total", "Date,IBIT,FBTC,Total\n06 Mar 2025,10,(2),8\n", "etf/btc/total", "8000000");
    row("one fund and a total", "Date,IBIT,Total\n06 Mar 2025,10,10\n", "etf/btc/total", "10000000");
    row("funds of ether", "Date,ETHA,FETH,Total\n06 Mar 2025,10,1,11\n", "etf/eth/total", "11000000");
    row("a table in lower case", "date,ibit,fbtc,total\n06 Mar 2025,10,1,11\n", "etf/btc/IBIT", "10000000");
    row("a list in lower case", "date,fund,net_flow_usd\n2025-03-06,ibit,5\n2025-03-06,fbtc,6\n",
        "etf/btc/IBIT", "5");
    row("the other fund of that list", "date,fund,net_flow_usd\n2025-03-06,ibit,5\n2025-03-06,fbtc,6\n",
        "etf/btc/FBTC", "6");
    row("prices are no flows", "Date,BTC,ETH,TOTAL\n2025-03-06,90000,2200,3\n", "macro/btc", "90000");
}

void TestEtfFlows::tables()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, series);
    QFETCH(QByteArray, expected);
    Importing importing;
    const auto report = importing.import(text);
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    const auto samples = importing.samples(series);
    QCOMPARE(samples.size(), std::size_t{1});
    QCOMPARE(samples.front().value.toText(), expected);
}

void TestEtfFlows::tickersAloneDoNotTellFlowsFromPrices()
{
    const QByteArray text = "Date,IBIT,FBTC\n2025-03-06,10,11\n";
    Importing importing;
    QVERIFY(importing.import(text).hasError());
    importing.options.kind = QStringLiteral("etf flows");
    importing.options.asset = QStringLiteral("btc");
    QVERIFY(importing.import(text).hasValue());
    QCOMPARE(importing.samples(QStringLiteral("etf/btc/total")).front().value.toText(), "21000000");
}

QTEST_GUILESS_MAIN(TestEtfFlows)
#include "tst_etfflows.moc"
