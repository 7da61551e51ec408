// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/syntheticview.h"
#include "widgets/panels/panelcatalog.h"
#include "widgets/report/briefpicture.h"
#include "widgets/report/cardpicture.h"
#include "widgets/report/cardtext.h"

#include <QImage>
#include <QRegularExpression>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

CardFacts facts()
{
    return {.data = exampleCards(),
            .study = std::pair(exampleStudyQuestion(), Result<EventStudy>(exampleStudy())),
            .alerts = exampleAlerts()};
}

std::vector<CardEntry> everyEntry()
{
    std::vector<CardEntry> all = cardCatalog();
    for (const CardEntry& entry : panelCatalog())
        if (entry.id != u"brief"_s)
            all.push_back(entry);
    return all;
}

CardEntry entryNamed(const QString& id)
{
    for (const CardEntry& entry : everyEntry())
        if (entry.id == id)
            return entry;
    return {};
}

View viewOf(QSize size = {})
{
    View view = syntheticView();
    view.size = size;
    return view;
}

QByteArray svgOfCard(const QString& id, const CardFacts& shown)
{
    return svgOf(cardSheet(entryNamed(id), shown, viewOf(), syntheticViewData()));
}

void eachEntry()
{
    QTest::addColumn<QString>("id");
    for (const CardEntry& entry : everyEntry())
        QTest::newRow(qPrintable(entry.id)) << entry.id;
}

} // namespace

class CardPictureTest final : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnAnyWarning(); }

    void whatOneOnlyUsesOnAScreenIsNotThere_data() { eachEntry(); }
    void whatOneOnlyUsesOnAScreenIsNotThere()
    {
        QFETCH(QString, id);
        const QByteArray svg = svgOfCard(id, facts());
        const std::unique_ptr<Card> card(entryNamed(id).make(nullptr));
        QVERIFY2(svg.contains(card->title().toHtmlEscaped().toUtf8()), "its title");
        QVERIFY2(!svg.contains(card->emptySentence().left(30).toHtmlEscaped().toUtf8()), "it is not empty");
        for (const char* const button : {">Table<", ">30 d<", ">Every source<", ">Filter<", ">All readings<"})
            QVERIFY2(!svg.contains(button), button);
        QVERIFY(!svg.contains("<image"));
    }
    void anEmptyOneSaysItsSentence_data() { eachEntry(); }
    void anEmptyOneSaysItsSentence()
    {
        QFETCH(QString, id);
        const QByteArray svg = svgOfCard(id, {});
        const std::unique_ptr<Card> card(entryNamed(id).make(nullptr));
        const QString begin = card->emptySentence().left(20);
        QVERIFY2(svg.contains(begin.toHtmlEscaped().toUtf8()), qPrintable(begin));
        QVERIFY(!svg.contains(">Import a file"));
    }
    void aChartHasTheShapeThatSuitsIt()
    {
        const Sheet sheet = cardSheet(entryNamed(u"etf-flow"_s), facts(), viewOf(), syntheticViewData());
        QCOMPARE(sheet.size, QSize(960, 600));
    }
    void aSizeIsTakenWhereThereIsRoomForAll()
    {
        const CardEntry entry = entryNamed(u"candles"_s);
        CardFacts shown = facts();
        const QSize wanted(1000, 5000);
        QCOMPARE(cardSheet(entry, shown, viewOf(wanted), syntheticViewData()).size, wanted);
        const QSize size = cardSheet(entry, shown, viewOf({500, 200}), syntheticViewData()).size;
        QVERIFY(size.width() >= 500);
        QVERIFY(size.height() > 25 * static_cast<int>(shown.data.candles.size()));
    }
    /// Where the scale is 2, each unit has two pixels; the picture is the same otherwise.
    void aScaleChangesPixelsAlone()
    {
        const CardEntry entry = entryNamed(u"levels"_s);
        View view = viewOf();
        const Sheet one = cardSheet(entry, facts(), view, syntheticViewData());
        view.scale = 2;
        const Sheet two = cardSheet(entry, facts(), view, syntheticViewData());
        QCOMPARE(two.size, one.size);
        QCOMPARE(imageOf(two).size(), one.size * 2);
    }
    void theSameSheetPaintsTheSameTwice()
    {
        const Sheet sheet = cardSheet(entryNamed(u"study"_s), facts(), viewOf(), syntheticViewData());
        QVERIFY(pngOf(sheet) == pngOf(sheet));
        QVERIFY(pdfOf(sheet, Paper::A4) == pdfOf(sheet, Paper::A4));
        QVERIFY(!imageOf(sheet).isNull());
    }
    /// A4 is 595 points wide; 10 mm are left free at each side.
    void aLongTableHasALongPage()
    {
        const QByteArray pdf =
            pdfOf(cardSheet(entryNamed(u"candles"_s), facts(), viewOf({600, 3000}), syntheticViewData()),
                  Paper::A4);
        static const QRegularExpression box(u"/MediaBox \\[ *0 0 ([0-9.]+) ([0-9.]+)"_s);
        const auto match = box.match(QString::fromLatin1(pdf));
        QCOMPARE(match.captured(1).toDouble(), 595.0);
        const double height = 2 * 28.35 + (595 - 2 * 28.35) * 5;
        QVERIFY2(std::abs(match.captured(2).toDouble() - height) < 6, qPrintable(match.captured(2)));
    }
    void anArabicTitleTurnsNothingRound()
    {
        View view = viewOf();
        const CardEntry entry = entryNamed(u"etf-flow"_s);
        const QImage plain = imageOf(cardSheet(entry, facts(), view, syntheticViewData()));
        view.title = u"عنوان"_s;
        const QImage titled = imageOf(cardSheet(entry, facts(), view, syntheticViewData()));
        const QRect below(0, 50, plain.width(), plain.height() - 50);
        QVERIFY(plain.copy(below) == titled.copy(below));
    }

    void eachSentenceHasItsSource()
    {
        const Brief brief = exampleBrief();
        const QByteArray svg = svgOf(briefSheet(brief, viewOf(), syntheticViewData()));
        QVERIFY(svg.contains(" [1]<"));
        QVERIFY(svg.contains(">[1]<"));
        QVERIFY(svg.contains(brief.readings[0].origin.source.toHtmlEscaped().toUtf8()));
    }
    void aNarrowBriefIsHigher()
    {
        const Brief brief = exampleBrief();
        const auto height = [&](int width) {
            return briefSheet(brief, viewOf({width, 10}), syntheticViewData()).size.height();
        };
        QVERIFY(height(400) > height(1000));
    }
    void aBriefOfNothingSaysSo()
    {
        const QByteArray svg = svgOf(briefSheet({}, viewOf(), syntheticViewData()));
        QVERIFY(svg.contains("Nothing is known yet that could be told."));
    }

    void aTableIsCopiedAsItStands()
    {
        const CopiedTable table = copiedTable({{u"a"_s, u"b <c>"_s}, {u"1"_s, {}}});
        QCOMPARE(table.text, u"a\tb <c>\n1\t\n"_s);
        QCOMPARE(table.html, u"<table>\n<tr><th>a</th><th>b &lt;c&gt;</th></tr>\n"
                             "<tr><td>1</td><td></td></tr>\n</table>\n"_s);
    }
    void twoTablesStandOneBelowTheOther()
    {
        const CopiedTable table = cardTable(entryNamed(u"alerts"_s), facts());
        QCOMPARE(table.html.count(u"<table>"_s), 2);
        QCOMPARE(table.text.count(u"\n\n"_s), 1);
    }
    void wordsOfEveryCard_data() { eachEntry(); }
    void wordsOfEveryCard()
    {
        QFETCH(QString, id);
        const QString text = cardText(entryNamed(id), facts(), viewOf(), syntheticViewData());
        QVERIFY2(text.count(u'\n') >= 2, qPrintable(text));
        QVERIFY2(text.section(u'\n', 0, 0).contains(u" · BTC-USDT, Binance spot · 21 Jan 2026 06:00 UTC"_s),
                 qPrintable(text));
    }
};

QTEST_MAIN(CardPictureTest)
#include "tst_cardpicture.moc"
