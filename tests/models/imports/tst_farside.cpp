// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QString total = u"etf/btc/total"_s;

/// `2026-01-14 1240500000 …`: days of a series and their values.
QByteArray valuesOf(Importing& importing, const QString& series)
{
    QByteArrayList values;
    for (const Sample& sample : importing.samples(series))
        values << toIso(sample.from).first(10).toUtf8() + ' ' + sample.value.toText();
    return values.join(", ");
}

QByteArray page(const QByteArray& rows)
{
    return "<!DOCTYPE html><html><body>\n<table class=\"etf\">\n" + rows + "</table></body></html>\n";
}

QByteArray tableRow(const QByteArrayList& cells)
{
    return "<tr><td>" + cells.join("</td><td>") + "</td></tr>\n";
}

} // namespace

class TestFarside : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void pastedText_data();
    void pastedText();
    void headersThatDoNotFit();
    void aNewColumnIsReadByItsName();
    void totalsWait_data();
    void totalsWait();
    void aTotalComesWithItsLastFund();
    void aShorterTableRemovesNothing();
    void daysWithoutASession_data();
    void daysWithoutASession();
    void pagesThatAreRefused_data();
    void pagesThatAreRefused();
};

void TestFarside::pastedText_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("tickers in one line") << QByteArray("Date\tIBIT\tFBTC\tBITB\tGBTC\tTotal\n");
    QTest::newRow("no word above the dates") << QByteArray("\tIBIT\tFBTC\tBITB\tGBTC\tTotal\n");
    QTest::newRow("issuers above, fees below")
        << QByteArray("\tBlackrock\tFidelity\tBitwise\tGrayscale\t\n\tIBIT\tFBTC\tBITB\tGBTC\tTotal\n"
                      "Fee\t0.25%\t0.25%\t0.20%\t1.50%\t\n");
    QTest::newRow("tickers over two lines") << QByteArray("\tIBIT\tFBTC\n\tBITB\tGBTC\tTotal\n");
    QTest::newRow("a ticker a line") << QByteArray("Date\nIBIT\nFBTC\nBITB\n\nGBTC\nTotal\n");
    QTest::newRow("a ticker a line, without a word above the dates, and fees")
        << QByteArray("IBIT\nFBTC\nBITB\nGBTC\nTotal\nFee\t0.25%\t0.25%\t0.20%\t1.50%\t\n");
}

void TestFarside::pastedText()
{
    QFETCH(QByteArray, header);
    const QByteArray days = "19 Nov 2025\t1,250.5\t(10.0)\t-\t0.0\t1,240.5\n"
                            "20 Nov 2025\t(355.5)\t(190.4)\t(21.0)\t(199.4)\t(766.3)\n"
                            "Total\t895.0\t(200.4)\t(21.0)\t(199.4)\t474.2\n"
                            "Average\t447.5\t(100.2)\t(21.0)\t(99.7)\t237.1\n"
                            "Maximum\t1,250.5\t(10.0)\t(21.0)\t0.0\t1,240.5\n"
                            "Minimum\t(355.5)\t(190.4)\t(21.0)\t(199.4)\t(766.3)\n";
    for (const QByteArray& ends : {QByteArray("\n"), QByteArray("\r\n")}) {
        Importing importing;
        const auto report = importing.import(QByteArray(header + days).replace("\n", ends));
        QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
        QCOMPARE(report.value().rows, 2);
        QCOMPARE(report.value().rejects, std::vector<RejectedRow>());
        QCOMPARE(report.value().words, QStringList());
        QCOMPARE(valuesOf(importing, u"etf/btc/IBIT"_s), "2025-11-19 1250500000, 2025-11-20 -355500000");
        QCOMPARE(valuesOf(importing, u"etf/btc/FBTC"_s), "2025-11-19 -10000000, 2025-11-20 -190400000");
        QCOMPARE(valuesOf(importing, u"etf/btc/BITB"_s), "2025-11-20 -21000000");
        QCOMPARE(valuesOf(importing, u"etf/btc/GBTC"_s), "2025-11-19 0, 2025-11-20 -199400000");
        QCOMPARE(valuesOf(importing, total), "2025-11-19 1240500000, 2025-11-20 -766300000");
    }
}

void TestFarside::headersThatDoNotFit()
{
    Importing importing;
    // A ticker less than cells: no one can say which column is which.
    QVERIFY(importing.import("IBIT\nFBTC\nBITB\nTotal\n19 Nov 2025\t1\t2\t3\t4\t10\n").hasError());
    QVERIFY(importing.import("Some words\tthat were\tcopied\n").hasError());
    QVERIFY(importing.store().list().value().empty());
}

void TestFarside::aNewColumnIsReadByItsName()
{
    Importing importing;
    QVERIFY(importing.import("\tIBIT\tFBTC\tGBTC\tBTC\tTotal\n14 Apr 2026\t1\t2\t(3)\t4\t4\n").hasValue());
    QVERIFY(importing
                .import("\tIBIT\tFBTC\tMSBT\tNEWF\tGBTC\tBTC\tTotal\n14 Apr 2026\t1\t2\t-\t-\t(3)\t4\t4\n"
                        "15 Apr 2026\t1\t2\t30\t0.5\t(5)\t6\t34.5\n")
                .hasValue());
    QCOMPARE(valuesOf(importing, u"etf/btc/GBTC"_s), "2026-04-14 -3000000, 2026-04-15 -5000000");
    QCOMPARE(valuesOf(importing, u"etf/btc/MSBT"_s), "2026-04-15 30000000");
    QCOMPARE(valuesOf(importing, u"etf/btc/NEWF"_s), "2026-04-15 500000");
    QCOMPARE(valuesOf(importing, total), "2026-04-14 4000000, 2026-04-15 34500000");
}

void TestFarside::totalsWait_data()
{
    QTest::addColumn<QByteArray>("days");
    QTest::addColumn<QByteArray>("totals");
    QTest::addColumn<QStringList>("words");
    const auto held = [](const char* dates) {
        return QStringList(
            u"the total of %1 is held back until all funds have reported"_s.arg(QLatin1String(dates)));
    };
    const QByteArray monday = "09 Mar 2026\t1\t2\t3\t6\n";
    const QByteArray tuesday = "10 Mar 2026\t4\t5\t6\t15\n";
    QTest::newRow("complete days have theirs")
        << monday + tuesday << QByteArray("2026-03-09 6000000, 2026-03-10 15000000") << QStringList();
    QTest::newRow("the newest lacks a fund") << monday + "10 Mar 2026\t-\t5\t6\t11\n"
                                             << QByteArray("2026-03-09 6000000") << held("2026-03-10");
    QTest::newRow("newest first") << "10 Mar 2026\t-\t5\t6\t11\n" + monday << QByteArray("2026-03-09 6000000")
                                  << held("2026-03-10");
    QTest::newRow("a zero is reported")
        << monday + "10 Mar 2026\t0.0\t5\t6\t11\n"
        << QByteArray("2026-03-09 6000000, 2026-03-10 11000000") << QStringList();
    QTest::newRow("before any fund reports the total is 0.0, and no value")
        << monday + "10 Mar 2026\t-\t-\t-\t0.0\n"
        << QByteArray("2026-03-09 6000000") << QStringList();
    QTest::newRow("an unfinished day before one without values")
        << monday + "10 Mar 2026\t-\t5\t6\t11\n11 Mar 2026\t-\t-\t-\t0.0\n"
        << QByteArray("2026-03-09 6000000") << held("2026-03-10");
    QTest::newRow("two unfinished days")
        << monday + "10 Mar 2026\t-\t5\t6\t11\n11 Mar 2026\t-\t-\t7\t7\n"
        << QByteArray("2026-03-09 6000000") << held("2026-03-10, 2026-03-11");
    QTest::newRow("a day that lacked a fund long ago keeps its total")
        << "06 Mar 2026\t1\t1\t1\t3\n09 Mar 2026\t-\t2\t3\t5\n" + tuesday
        << QByteArray("2026-03-06 3000000, 2026-03-09 5000000, 2026-03-10 15000000") << QStringList();
    QByteArray closed = "23 Feb 2026\t1\t2\t3\t6\n";
    for (const char* day : {"24", "25", "26", "27"})
        closed += QByteArray(day) + " Feb 2026\t-\t2\t3\t5\n";
    for (const char* day : {"02", "03", "04", "05", "06", "09", "10"})
        closed += QByteArray(day) + " Mar 2026\t-\t2\t3\t5\n";
    QTest::newRow("a fund that did not report in ten rows is not waited for")
        << closed
        << QByteArray("2026-02-23 6000000, 2026-02-24 5000000, 2026-02-25 5000000, 2026-02-26 5000000, "
                      "2026-02-27 5000000, 2026-03-02 5000000, 2026-03-03 5000000, 2026-03-04 5000000, "
                      "2026-03-05 5000000, 2026-03-06 5000000, 2026-03-09 5000000, 2026-03-10 5000000")
        << QStringList();
}

void TestFarside::totalsWait()
{
    QFETCH(QByteArray, days);
    Importing importing;
    const auto report = importing.import("Date\tIBIT\tFBTC\tGBTC\tTotal\n" + days);
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QTEST(valuesOf(importing, total), "totals");
    QTEST(report.value().words, "words");
}

/// As a third party saw it: 31.7 first, 189.9 once the largest fund had reported.
void TestFarside::aTotalComesWithItsLastFund()
{
    const QByteArray before = "Date\tIBIT\tFBTC\tGBTC\tTotal\n09 Mar 2026\t1\t2\t3\t6\n";
    Importing importing;
    QVERIFY(importing.import(before + "10 Mar 2026\t-\t30.0\t1.7\t31.7\n").hasValue());
    QCOMPARE(valuesOf(importing, total), "2026-03-09 6000000");
    QCOMPARE(valuesOf(importing, u"etf/btc/FBTC"_s), "2026-03-09 2000000, 2026-03-10 30000000");
    QVERIFY(importing.import(before + "10 Mar 2026\t158.2\t30.0\t1.7\t189.9\n").hasValue());
    QCOMPARE(valuesOf(importing, total), "2026-03-09 6000000, 2026-03-10 189900000");
}

void TestFarside::aShorterTableRemovesNothing()
{
    Importing importing;
    const QByteArray header = "Date\tIBIT\tFBTC\tGBTC\tTotal\n";
    QVERIFY(importing.import(header + "09 Mar 2026\t1\t2\t3\t6\n10 Mar 2026\t4\t5\t6\t15\n").hasValue());
    const QByteArray fund = valuesOf(importing, u"etf/btc/IBIT"_s);
    const QByteArray totals = "2026-03-09 6000000, 2026-03-10 15000000";
    // A dash where a value was, and a table without that fund: neither total is the day's.
    for (const QByteArray& shorter :
         {header + "10 Mar 2026\t-\t5\t6\t11\n",
          QByteArray("Date\tFBTC\tGBTC\tBITB\tTotal\n10 Mar 2026\t5\t6\t-\t11\n")}) {
        const auto report = importing.import(shorter);
        QVERIFY(report.hasValue());
        QCOMPARE(report.value().unchanged, 1);
        QCOMPARE(valuesOf(importing, u"etf/btc/IBIT"_s), fund);
        QCOMPARE(valuesOf(importing, total), totals);
    }
}

void TestFarside::daysWithoutASession_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("totals");
    const QString one =
        u"New York held no session on 2026-01-19; what the file gives there is kept as it is"_s;
    // 19 January 2026 is the day of Martin Luther King, the third Monday.
    QTest::newRow("a holiday in a table")
        << QByteArray("Date\tIBIT\tFBTC\tGBTC\tTotal\n16 Jan 2026\t1\t2\t3\t6\n19 Jan 2026\t4\t5\t6\t15\n")
        << one << QByteArray("2026-01-16 6000000, 2026-01-19 15000000");
    QTest::newRow("a holiday in JSON")
        << QByteArray(
               "{\"daily_flows\":[{\"date\":\"2026-01-19\",\"flows\":{\"IBIT\":-157.1},\"total\":-157.1}]}")
        << one << QByteArray("2026-01-19 -157100000");
    QTest::newRow("a holiday in a list")
        << QByteArray("date,fund,net_flow_usd\n2026-01-16,IBIT,1\n2026-01-19,IBIT,2\n2026-01-19,FBTC,3\n")
        << one << QByteArray("2026-01-16 1, 2026-01-19 5");
    QTest::newRow("a zero, and a Saturday")
        << QByteArray(
               "Date\tIBIT\tFBTC\tGBTC\tTotal\n17 Jan 2026\t0.0\t0.0\t0.0\t0.0\n19 Jan 2026\t4\t5\t6\t15\n")
        << u"New York held no session on 2026-01-17, 2026-01-19; what the file gives there is kept as it is"_s
        << QByteArray("2026-01-17 0, 2026-01-19 15000000");
    QTest::newRow("dashes are no flows")
        << QByteArray("Date\tIBIT\tFBTC\tGBTC\tTotal\n16 Jan 2026\t1\t2\t3\t6\n19 Jan 2026\t-\t-\t-\t0.0\n")
        << QString() << QByteArray("2026-01-16 6000000");
}

void TestFarside::daysWithoutASession()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, words);
    Importing importing;
    const auto report = importing.import(text);
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(report.value().words, words.isEmpty() ? QStringList() : QStringList(words));
    QCOMPARE(report.value().rejected, 0);
    QTEST(valuesOf(importing, total), "totals");
}

void TestFarside::pagesThatAreRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("reason");
    const QString noTable =
        u"the file is a web page without a table of ETF flows, perhaps one that asks who is "
        "there; save the page with its table"_s;
    QTest::newRow("one that asks who is there")
        << QByteArray("<!DOCTYPE html><html><head><title>Just a moment...</title></head></html>") << noTable;
    QTest::newRow("a table of another class")
        << QByteArray("<html><table class=\"x\">" + tableRow({"", "IBIT", "FBTC", "GBTC"}) +
                      "</table></html>")
        << noTable;
    QTest::newRow("an empty table") << page({}) << noTable;
    for (const QByteArray& fund : {QByteArray("IBIT"), QByteArray("FBTC"), QByteArray("GBTC")}) {
        QByteArrayList header{"", "IBIT", "FBTC", "GBTC", "BITB", "Total"};
        header.removeAll(fund);
        QTest::addRow("a page without %s", fund.constData())
            << page(tableRow(header) + tableRow({"10 Mar 2026", "1", "2", "3", "6"}))
            << u"the web page's table has no column %1"_s.arg(QString::fromLatin1(fund));
    }
    QTest::newRow("cut off") << QByteArray("<html><table class=\"etf\">" +
                                           tableRow({"", "IBIT", "FBTC", "GBTC", "Total"}))
                             << u"the web page is cut off inside its table"_s;
}

void TestFarside::pagesThatAreRefused()
{
    QFETCH(QByteArray, text);
    Importing importing;
    const auto report = importing.import(text);
    QVERIFY(report.hasError());
    QTEST(report.error().message, "reason");
    QVERIFY(importing.store().list().value().empty());
}

QTEST_GUILESS_MAIN(TestFarside)
#include "tst_farside.moc"
