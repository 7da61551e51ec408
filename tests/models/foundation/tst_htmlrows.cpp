// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/htmlrows.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestHtmlRows : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void rows_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("className");
        QTest::addColumn<QByteArray>("rows");
        const auto row = [](const char* name, const char* page, const char* className, const char* rows) {
            QTest::newRow(name) << QByteArray(page) << QByteArray(className) << QByteArray(rows);
        };
        row("headings and data", "<table>\n<tr><th>A<th>B</tr>\n<tr><td>1</td><td>2</td></tr></table>", "",
            "2 A|B; 3 1|2");
        row("tags, entities and line ends within",
            "<table><tr><td><b>Bids</b><br>accepted\n(billion&nbsp;yen)</td></tr></table>", "",
            "1 Bids accepted (billion yen)");
        row("capitals and attributes", "<TABLE border=1><TR class='a'><TD align=right>5</TD></TR></TABLE>",
            "", "1 5");
        row("all tables", "<table><tr><td>1</table><table><tr><td>2</td></tr></table>", "", "1 1; 1 2");
        row("one by its class",
            "<table class='x'><tr><td>1</table><table class=\"wide etf\"><tr><td>2</table>", "etf", "1 2");
        row("no table", "<p>Please wait</p>", "", "");
        row("no table of that class", "<table><tr><td>1</table>", "etf", "");
        row("rows without cells", "<table><tr></tr><tr><td>1</td></tr></table>", "", "1 1");
        row("Shift_JIS within", "<table><tr><td>\x93\xfa\x95\x5c</td><td>7</td></tr></table>", "",
            "1 \x93\xfa\x95\x5c|7");
        row("cut off", "<table><tr><td>1</td>", "", "malformed");
        row("cut off within a tag", "<table", "", "");
    }
    void rows()
    {
        QFETCH(QByteArray, page);
        QFETCH(QByteArray, className);
        const auto found = htmlRows(page, className);
        QByteArrayList texts;
        if (found.hasError())
            texts.append("malformed");
        else
            for (const HtmlRow& row : found.value())
                texts.append(QByteArray::number(row.line) + ' ' +
                             QByteArrayList(row.cells.begin(), row.cells.end()).join('|'));
        QTEST(texts.join("; "), "rows");
    }
};

QTEST_GUILESS_MAIN(TestHtmlRows)
#include "tst_htmlrows.moc"
