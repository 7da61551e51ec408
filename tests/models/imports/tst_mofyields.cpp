// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/importing.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray header = "Interest Rate,,,(Unit : %)\nDate,1Y,10Y,20Y\n";

/// "Interest rates of bonds,,,(unit : %)" and "day,1 year,10 years,20 years" in Shift_JIS.
const QByteArray japanese = "\x8D\x91\x8D\xC2\x8B\xE0\x97\x98\x8F\xEE\x95\xF1,,,(\x92\x50\x88\xCA : %)\r\n"
                            "\x8A\xEE\x8F\x80\x93\xFA,1\x94\x4E,10\x94\x4E,20\x94\x4E\r\n";

QByteArray valuesOf(Importing& importing, const QString& series)
{
    QByteArrayList values;
    for (const Sample& sample : importing.samples(series))
        values << toIso(sample.from).first(10).toUtf8() + ' ' + sample.value.toText();
    return values.join(", ");
}

} // namespace

/// Yields as Japan's Ministry of Finance writes them, in English and in Japanese.
class TestMofYields : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void tables_data();
    void tables();
    void dates_data();
    void dates();
    void badRows_data();
    void badRows();
};

void TestMofYields::tables_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray english = "2026/1/19,0.85,2.1,-\n2026/1/20,0.9,2.2,3.2\n";
    const QByteArray ofEra = "R8.1.19,0.85,2.1,-\r\nR8.1.20,0.9,2.2,3.2\r\n";
    const QByteArray mark = "\xEF\xBB\xBF";
    QTest::newRow("English") << header + english;
    QTest::newRow("with a byte order mark") << mark + header + english;
    QTest::newRow("without a title") << "Date,1Y,10Y,20Y\n" + english;
    QTest::newRow("a blank line below the title") << QByteArray(header).replace("\n", "\n\n") + english;
    QTest::newRow("lines end with CRLF") << QByteArray(header + english).replace("\n", "\r\n");
    QTest::newRow("empty lines and a note below") << header + english + "\n\nNote,,,\n";
    QTest::newRow("a note alone in its line") << header + english + "Yields are semiannual.\n";
    QTest::newRow("a note with commas")
        << header + english + "\"Note\": constant maturity, from prices of 15:00, Tokyo, see below\n";
    QTest::newRow("Japanese in Shift_JIS with years of an era") << japanese + ofEra;
    QTest::newRow("Japanese with a note") << japanese + ofEra + "\x81\x69\x92\x8D\x81\x6A,,,\r\n";
    QTest::newRow("Japanese in UTF-8")
        << mark + QString(u"国債金利情報,,,(単位 : %)\r\n基準日,1年,10年,20年\r\n"_s).toUtf8() + ofEra;
}

void TestMofYields::tables()
{
    QFETCH(QByteArray, text);
    Importing importing;
    const auto report = importing.import(text);
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(report.value().map, u"mof yields"_s);
    QCOMPARE(report.value().rejects, std::vector<RejectedRow>());
    QCOMPARE(report.value().rows, 2);
    QCOMPARE(valuesOf(importing, u"macro/jgb1y_yield"_s), "2026-01-19 0.85, 2026-01-20 0.9");
    QCOMPARE(valuesOf(importing, u"macro/jgb10y_yield"_s), "2026-01-19 2.1, 2026-01-20 2.2");
    QCOMPARE(valuesOf(importing, u"macro/jgb20y_yield"_s), "2026-01-20 3.2"); // a dash is no zero
}

void TestMofYields::dates_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("not padded") << QByteArray("2026/1/5") << QByteArray("2026-01-05");
    QTest::newRow("padded") << QByteArray("2026/01/05") << QByteArray("2026-01-05");
    QTest::newRow("Reiwa 8") << QByteArray("R8.1.20") << QByteArray("2026-01-20");
    QTest::newRow("the first day of Reiwa") << QByteArray("R1.5.1") << QByteArray("2019-05-01");
    QTest::newRow("the last of Heisei") << QByteArray("H31.4.26") << QByteArray("2019-04-26");
    QTest::newRow("the first of Heisei") << QByteArray("H1.1.9") << QByteArray("1989-01-09");
    QTest::newRow("the last of Showa") << QByteArray("S64.1.6") << QByteArray("1989-01-06");
    QTest::newRow("the first of the table") << QByteArray("S49.9.24") << QByteArray("1974-09-24");
}

void TestMofYields::dates()
{
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, expected);
    Importing importing;
    const auto report = importing.import(header + date + ",0.5,1.5,2.5\n");
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(valuesOf(importing, u"macro/jgb20y_yield"_s), expected + " 2.5");
}

void TestMofYields::badRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::newRow("no year of the era") << QByteArray("R.1.20,0.9,2.2,3.2");
    QTest::newRow("year 0 of an era") << QByteArray("R0.1.20,0.9,2.2,3.2");
    QTest::newRow("a year after the era") << QByteArray("H32.1.20,0.9,2.2,3.2");
    QTest::newRow("a month too much") << QByteArray("R8.13.20,0.9,2.2,3.2");
    QTest::newRow("an era that there is not") << QByteArray("T8.1.20,0.9,2.2,3.2");
    QTest::newRow("a month alone") << QByteArray("2026/1,0.9,2.2,3.2");
    QTest::newRow("no date") << QByteArray(",0.9,2.2,3.2");
    QTest::newRow("a yield that is no number") << QByteArray("2026/1/20,0.9,n.a.,3.2");
    QTest::newRow("a field too few") << QByteArray("2026/1/20,0.9,2.2");
    QTest::newRow("a time to come") << QByteArray("R9.1.20,0.9,2.2,3.2");
    QTest::newRow("dashes without a date") << QByteArray("x,-,-,-");
}

void TestMofYields::badRows()
{
    QFETCH(QByteArray, row);
    Importing importing;
    const auto report =
        importing.import(header + "2026/1/19,0.85,2.1,3.1\n" + row + "\n2026/1/21,1,2.3,3.3\n");
    QVERIFY2(report.hasValue(), report.hasError() ? qPrintable(report.error().message) : "");
    QCOMPARE(report.value().added, 2);
    QCOMPARE(report.value().rejects.size(), std::size_t{1});
    QCOMPARE(report.value().rejects.front().line, 4);
    QCOMPARE(valuesOf(importing, u"macro/jgb20y_yield"_s), "2026-01-19 3.1, 2026-01-21 3.3");
}

QTEST_GUILESS_MAIN(TestMofYields)
#include "tst_mofyields.moc"
