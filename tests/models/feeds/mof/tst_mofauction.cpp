// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/mof/mofauction.h"
#include "tests/support/dayanswers.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArrayList usualHeadings{"Security",
                                   "Issue Number",
                                   "Auction Date",
                                   "Amount of Competitive Bids<br>(billion yen)",
                                   "Amount of Bids Accepted<br>(billion yen)",
                                   "Lowest Accepted Price",
                                   "Yield at the Lowest Accepted Price",
                                   "Weighted Average Price",
                                   "Yield at the Average Price",
                                   "Non-Price Competitive Bids Accepted"};
const QByteArrayList usualCells{"20-Year", "195",    "1/20/2026", "2,558.4", "800.0",
                                "99.35",   "3.211%", "99.51",     "3.186%",  "98.7"};

QByteArray tableRow(const QByteArrayList& cells, const QByteArray& tag)
{
    return "<tr><" + tag + '>' + cells.join("</" + tag + "><" + tag + '>') + "</" + tag + "></tr>\n";
}

QByteArray page(const QByteArrayList& headings, const QByteArrayList& cells)
{
    return "<html><table><tr><td>Auction Calendar</td></tr></table>\n<table border=\"1\">" +
           tableRow(headings, "th") + tableRow(cells, "td") + "</table></html>";
}

QByteArrayList with(QByteArrayList cells, qsizetype index, const QByteArray& cell)
{
    cells[index] = cell;
    return cells;
}

QByteArrayList without(QByteArrayList cells, qsizetype from, qsizetype count)
{
    cells.remove(from, count);
    return cells;
}

} // namespace

class TestMofAuction : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("result"); // day after 20 January: cover, tail; or why it is rejected
        const auto row = [](const char* name, const QByteArray& bytes, const QString& result) {
            QTest::newRow(name) << bytes << result;
        };
        const auto cells = [&](const char* name, const QByteArrayList& changed, const QString& result) {
            row(name, page(usualHeadings, changed), result);
        };
        // 2,558.4 / 800 = 3.198; 3.211 % less 3.186 % are 2.5 basis points.
        row("as it is posted", page(usualHeadings, usualCells), u"0: 3.198, 2.5"_s);
        row("columns in another order",
            page({"Security", "Auction Date", "Amount of Bids Accepted", "Amounts of Competitive Bids"},
                 {"20-Year", "1/20/2026", "3", "10"}),
            u"0: 3.33333333, none"_s);
        row("one price for all", page(without(usualHeadings, 7, 2), without(usualCells, 7, 2)),
            u"0: 3.198, none"_s);
        cells("in capitals", with(usualCells, 0, "20-YEAR"), u"0: 3.198, 2.5"_s);
        cells("another security", with(usualCells, 0, "10-Year"), u"none"_s);
        cells("a climate bond", with(usualCells, 0, "20-Year Climate Transition"), u"none"_s);
        row("none yet", {}, u"none"_s);
        cells("a zero is no result", with(usualCells, 4, "0"),
              u"the bids of the auction are no numbers that can be"_s);
        cells("a dash", with(usualCells, 3, "-"), u"the bids of the auction are no numbers that can be"_s);
        cells("fewer bids than were accepted", with(usualCells, 3, "799.9"),
              u"the bids of the auction are no numbers that can be"_s);
        cells("more bids than anyone has", with(usualCells, 4, "0.1"),
              u"the bids of the auction are no numbers that can be"_s);
        cells("a yield that is none", with(usualCells, 6, "1e30"), u"0: 3.198, none"_s);
        cells("no average yield", with(usualCells, 8, "-"), u"0: 3.198, none"_s);
        cells("no date", with(usualCells, 2, "today"), u"the result of the auction has no date"_s);
        cells("the year first", with(usualCells, 2, "2026/1/20"), u"the result of the auction has no date"_s);
        row("a cell too few", page(usualHeadings, without(usualCells, 9, 1)),
            u"the result of the auction does not fit its headings"_s);
        const QString unknown =
            u"the result of the auction has no column of its date, bids or bids accepted"_s;
        row("bids by another name", page(with(usualHeadings, 3, "Offers"), usualCells), unknown);
        row("bids without competition alone",
            page(with(usualHeadings, 4, "Non-competitive Bids Accepted"), usualCells), unknown);
        row("a page that asks who is there", "<html><body>Please wait</body></html>",
            u"the web page holds no result of an auction"_s);
        row("cut off", page(usualHeadings, usualCells).left(500).replace("</table>", ""),
            u"the web page is cut off inside its table"_s);
    }
    void pages()
    {
        QFETCH(QByteArray, bytes);
        FeedRecords records;
        std::optional<MofAuction> auction;
        const Reading reading = readMofAuction(bytes, records, auction);
        QString result = reading.kind == Reading::Kind::Rejected ? reading.reason : u"none"_s;
        if (auction)
            result = QString::number((auction->date - firstDay) / std::chrono::days{1}) + u": "_s +
                     QString::fromLatin1(auction->cover.toText()) + u", "_s +
                     (auction->tail ? QString::fromLatin1(auction->tail->toText()) : u"none"_s);
        QTEST(result, "result");
    }
};

QTEST_GUILESS_MAIN(TestMofAuction)
#include "tst_mofauction.moc"
