// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/mof/mofyieldtable.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

class TestMofYieldTable : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void tables_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("yields"); // by years: days after 20 January and values
        QTest::addColumn<QString>("told");
        const auto row = [](const char* name, const char* bytes, const char* yields,
                            const QString& told = {}) {
            QTest::newRow(name) << QByteArray(bytes) << QByteArray(yields) << told;
        };
        row("as it comes",
            "Interest Rate,,(Unit : %)\r\nDate,1Y,10Y\r\n2026/1/20,0.912,2.1\r\n2026/1/21,0.9,2.15\r\n",
            "1Y 0:0.912 1:0.9; 10Y 0:2.1 1:2.15");
        row("without a title, with a mark",
            "\xEF\xBB\xBF"
            "Date,1Y\n2026/1/20,1\n",
            "1Y 0:1");
        row("no value", "Date,1Y,40Y\n2026/1/20,-,3.5\n2026/1/21,,3.6\n", "40Y 0:3.5 1:3.6");
        row("below zero", "Date,1Y\n2026/1/20,-0.15\n", "1Y 0:-0.15");
        row("zero is a yield", "Date,1Y\n2026/1/20,0\n", "1Y 0:0");
        row("notes below and empty lines",
            "Date,1Y\n2026/1/20,1\n\n,\nConstant maturity, \n\"(Note) reference prices\"\n", "1Y 0:1");
        row("a maturity more", "Date,1Y,50Y\n2026/1/20,1,4\n", "1Y 0:1; 50Y 0:4");
        row("a column that is no maturity", "Date,1Y,Note\n2026/1/20,1,x\n", "1Y 0:1",
            u"a column that is no maturity: Note"_s);
        row("maturities in another order", "Date,10Y,1Y\n2026/1/20,2,1\n", "1Y 0:1; 10Y 0:2");
        row("newest first", "Date,1Y\n2026/1/21,2\n2026/1/20,1\n", "1Y 0:1 1:2");
        row("a date twice: the later row", "Date,1Y\n2026/1/20,1\n2026/1/20,3\n", "1Y 0:3");
        row("a day that is none", "Date,1Y\n2026/2/30,1\n", "", u"a row without a date"_s);
        row("an era for a year", "Date,1Y\nR8.1.20,1\n", "", u"a row without a date"_s);
        row("a row cut short", "Date,1Y,2Y\n2026/1/20,1\n", "", u"a row that does not fit the headings"_s);
        row("a cell too many", "Date,1Y\n2026/1/20,1,2\n", "", u"a row that does not fit the headings"_s);
        row("words", "Date,1Y,2Y\n2026/1/20,n/a,1\n", "2Y 0:1", u"a yield that is no yield"_s);
        row("a hundred per cent", "Date,1Y\n2026/1/20,100\n", "", u"a yield that is no yield"_s);
        row("no rows yet", "Interest Rate\nDate,1Y,2Y\n", "");
        const QString other = u"it is not the English table of yields: no line has Date and maturities"_s;
        row("another heading for the date", "Day,1Y\n2026/1/20,1\n", "rejected", other);
        row("no maturities", "Date,Rate\n2026/1/20,1\n", "rejected", other);
        row("the Japanese table", "\x8a\xee\x8f\x80\x93\xfa,1\x94\x4e\nR8.1.20,1\n", "rejected", other);
        row("a web page", "<html>\n<body>Please wait</body></html>", "rejected", other);
        row("nothing", "", "rejected", other);
    }
    void tables()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, told);
        FeedRecords records;
        MofYields yields;
        const Reading reading = readMofYields(bytes, records, yields);
        QByteArrayList texts;
        for (const auto& [years, values] : yields)
            texts.append(QByteArray::number(years) + "Y " + textOf(values));
        if (reading.kind == Reading::Kind::Rejected) {
            QCOMPARE(reading.reason, told);
            texts = {"rejected"};
        } else {
            QCOMPARE(QStringList(records.rejects.begin(), records.rejects.end()).join(u", "), told);
        }
        QTEST(texts.join("; "), "yields");
    }
};

QTEST_GUILESS_MAIN(TestMofYieldTable)
#include "tst_mofyieldtable.moc"
