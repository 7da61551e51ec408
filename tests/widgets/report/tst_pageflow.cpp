// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "widgets/report/pageflow.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

PagePiece high(int height, int gap = 0)
{
    PagePiece piece;
    piece.height = height;
    piece.gap = gap;
    return piece;
}

PagePiece kept(int height, int gap = 0)
{
    PagePiece piece = high(height, gap);
    piece.keepsNext = true;
    return piece;
}

/// `0@0 1@40 | 2@0`: the pieces of each page by their number, `h` for a head, and where they stand.
QString placesOf(const std::vector<PagePiece>& pieces, int pageHeight)
{
    QStringList pages;
    for (const ReportPage& page : flowOntoPages(pieces, pageHeight)) {
        QStringList places;
        for (const PlacedPiece& placed : page) {
            const bool isOwn = placed.piece >= pieces.data() && placed.piece < pieces.data() + pieces.size();
            const QString name = isOwn ? QString::number(placed.piece - pieces.data()) : u"h"_s;
            places << name + u'@' + QString::number(placed.top);
        }
        pages << places.join(u' ');
    }
    return pages.join(u" | "_s);
}

} // namespace

class TestPageFlow final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void onePageHoldsWhatFits()
    {
        QCOMPARE(placesOf({high(30), high(30), high(40)}, 100), u"0@0 1@30 2@60"_s);
    }
    void theNextGoesOver() { QCOMPARE(placesOf({high(60), high(41)}, 100), u"0@0 | 1@0"_s); }
    void aGapStandsBetweenAndNotOnTop()
    {
        QCOMPARE(placesOf({high(30, 9), high(30, 10), high(40, 10)}, 100), u"0@0 1@40 | 2@0"_s);
    }
    void aGapThatDoesNotFitTakesItsPieceAlong()
    {
        QCOMPARE(placesOf({high(50), high(50, 1)}, 100), u"0@0 | 1@0"_s);
    }
    void aHeadingGoesWithWhatItHeads()
    {
        QCOMPARE(placesOf({high(70), kept(20), high(30)}, 100), u"0@0 | 1@0 2@20"_s);
    }
    void aChainKeepsTogether()
    {
        QCOMPARE(placesOf({high(50), kept(20, 5), kept(20), high(20)}, 100), u"0@0 | 1@0 2@20 3@40"_s);
    }
    void aChainThatFillsMoreThanAPageBeginsWhereItIs()
    {
        QCOMPARE(placesOf({high(20), kept(40), kept(40), high(40)}, 100), u"0@0 1@20 2@60 | 3@0"_s);
    }
    void theLastPieceMayKeepANextThatIsNotThere()
    {
        QCOMPARE(placesOf({high(20), kept(40)}, 100), u"0@0 1@20"_s);
    }
    void aBreakBeginsAPageOnce()
    {
        PagePiece piece = high(10);
        piece.beginsPage = true;
        QCOMPARE(placesOf({high(20), piece}, 100), u"0@0 | 1@0"_s);
        QCOMPARE(placesOf({piece, high(20)}, 100), u"0@0 1@10"_s); // the first page is one already
    }
    void aHeadIsRepeatedWhereAPageBegins()
    {
        PagePiece row = high(45);
        row.continued = std::make_shared<const PagePiece>(high(10));
        QCOMPARE(placesOf({kept(10), row, row, row, row}, 100), u"0@0 1@10 2@55 | h@0 3@10 4@55"_s);
    }
    void whatIsHigherThanAPageStandsAlone()
    {
        QCOMPARE(placesOf({high(10), high(300), high(10)}, 100), u"0@0 | 1@0 | 2@0"_s);
    }
    void nothingIsOnePage() { QCOMPARE(placesOf({}, 100), QString()); }

    /// Nothing is lost, doubled, out of order, over the edge, or apart from what it keeps.
    void anyPiecesHoldTheRules()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            std::vector<PagePiece> pieces;
            for (int i = random.bounded(30); i >= 0; --i) {
                pieces.push_back(high(random.bounded(1, 60), random.bounded(10)));
                pieces.back().keepsNext = random.bounded(4) == 0;
                pieces.back().beginsPage = random.bounded(12) == 0;
            }
            const auto pages = flowOntoPages(pieces, 100);
            const PagePiece* next = pieces.data();
            for (const ReportPage& page : pages) {
                int end = 0;
                for (const PlacedPiece& placed : page) {
                    QCOMPARE(placed.piece, next++);
                    QVERIFY(placed.top >= end);
                    end = placed.top + placed.piece->height;
                }
                QVERIFY(!page.empty());
                QVERIFY(end <= 100);
                const bool isLast = page.back().piece == &pieces.back();
                if (!isLast && page.back().piece->keepsNext) // only where its chain fills more than a page
                    QVERIFY(chainHeight(pieces, page.back().piece) > 100 || next->beginsPage);
            }
            QCOMPARE(next, pieces.data() + pieces.size());
        }
    }

private:
    static int chainHeight(const std::vector<PagePiece>& pieces, const PagePiece* inside)
    {
        const PagePiece* first = inside;
        while (first > pieces.data() && (first - 1)->keepsNext)
            --first;
        int height = first->height;
        for (; first->keepsNext && first < &pieces.back(); ++first)
            height += (first + 1)->gap + (first + 1)->height;
        return height;
    }
};

QTEST_MAIN(TestPageFlow)
#include "tst_pageflow.moc"
