// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"
#include "widgets/cards/basiscard.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/plainchart.h"
#include "widgets/cards/stepchart.h"

#include <QChart>
#include <QLabel>
#include <QLineSeries>
#include <QMenu>
#include <QValueAxis>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList legendOf(const Card& card)
{
    QStringList texts;
    for (const auto& entry : card.findChild<LegendRow*>()->entries())
        texts.append(entry.text);
    return texts;
}

QList<QLineSeries*> linesOf(const Card& card, const QString& name)
{
    QList<QLineSeries*> found;
    for (QAbstractSeries* series : card.findChild<PlainChart*>()->chart()->series())
        if (auto* line = qobject_cast<QLineSeries*>(series); line && line->name() == name)
            found.append(line);
    return found;
}

bool says(const Card& card, const QString& text)
{
    const auto labels = card.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) { return label->toolTip().contains(text); });
}

} // namespace

class TestBasisCard final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void fourBandsAndThePriceAtFirst()
    {
        BasisCard card;
        card.setData(exampleCards());
        // 107,400 - 198 x 89 and so on; the price is that of the moment.
        QCOMPARE(legendOf(card).join(u", "_s),
                 u"1 d–1 w 89,778, 1 w–1 m 90,845, 1 m–3 m 94,480, STH 99,325, price 89,000"_s);
        QVERIFY(says(card, u"as of 21 Jan 00:00 · raw UTXO, an example"_s));
    }

    void aGapIsAGap()
    {
        BasisCard card;
        card.setData(exampleCards());
        const auto lines = linesOf(card, u"STH"_s);
        QCOMPARE(lines.size(), 2);
        const UtcTime first = exampleHistory().range.from;
        QCOMPARE(lines[0]->points().last().x(), static_cast<double>(toMsecs(first + oneDay.length * 40)));
        QCOMPARE(lines[1]->points().first().x(), static_cast<double>(toMsecs(first + oneDay.length * 46)));
        QCOMPARE(linesOf(card, u"price"_s).size(), 1);
    }

    void stepsHoldTheirValueUntilTheNext()
    {
        BasisCard card;
        card.setData(exampleCards());
        const auto points = linesOf(card, u"1 d–1 w"_s)[0]->points();
        QCOMPARE(points[0].y(), 107'400.0);
        QCOMPARE(points[1].y(), 107'400.0);
        QCOMPARE(points[1].x(), points[2].x());
        QCOMPARE(points[2].y(), 107'202.0);
    }

    void bandsAreChosenFromTheMenu()
    {
        BasisCard card;
        card.setData(exampleCards());
        for (QAction* action : card.findChild<QMenu*>()->actions())
            if (action->text() == u"3 m–6 m"_s || action->text() == u"STH"_s)
                action->trigger();
        QCOMPARE(card.bands(), (QStringList{u"1d-1w"_s, u"1w-1m"_s, u"1m-3m"_s, u"3m-6m"_s}));
        QVERIFY(linesOf(card, u"STH"_s).isEmpty());
        QCOMPARE(linesOf(card, u"3 m–6 m"_s).size(), 2);
    }

    void aBandThatEndsEarlierSaysWhen()
    {
        BasisCard card;
        CardData data = exampleCards();
        data.history.bases.back().lastAt = at("2026-01-19");
        card.setData(data);
        QVERIFY(legendOf(card).contains(u"STH 99,325 as of 19 Jan 00:00"_s));
    }

    void twoDefinitionsAreCountedNotJoined()
    {
        BasisCard card;
        CardData data = exampleCards();
        data.history.bases.back().definition = u"logistic 155 d"_s;
        card.setData(data);
        QVERIFY(!says(card, u"raw UTXO, an example"_s));
    }

    void allValuesAreInSight()
    {
        BasisCard card;
        card.setData(exampleCards());
        // Greatest 110,500, least the price of 89,000.
        const auto axes = card.findChild<PlainChart*>()->chart()->axes(Qt::Vertical);
        const auto* axis = qobject_cast<QValueAxis*>(axes.first());
        QVERIFY(axis->min() < 89'000 && axis->min() > 85'000);
        QVERIFY(axis->max() > 110'500 && axis->max() < 114'000);
    }
};

QTEST_MAIN(TestBasisCard)
#include "tst_basiscard.moc"
