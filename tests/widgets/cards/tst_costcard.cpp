// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "widgets/cards/costcard.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/plainchart.h"

#include <QBarSet>
#include <QChart>
#include <QStackedBarSeries>
#include <QValueAxis>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

QList<double> valuesOf(const Card& card, int set)
{
    for (QAbstractSeries* series : card.findChild<PlainChart*>()->chart()->series()) {
        if (const auto* bars = qobject_cast<QStackedBarSeries*>(series)) {
            QList<double> values;
            for (int i = 0; i < bars->barSets()[set]->count(); ++i)
                values.append(bars->barSets()[set]->at(i));
            return values;
        }
    }
    return {};
}

QStringList legendOf(const Card& card)
{
    QStringList texts;
    for (const auto& entry : card.findChild<LegendRow*>()->entries())
        texts.append(entry.text);
    return texts;
}

} // namespace

class TestCostCard final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void bucketsAreCutAtThePrice()
    {
        CostCard card;
        card.setData(exampleCards()); // at 89,000, the middle of the fifth
        QCOMPARE(valuesOf(card, 0), (QList<double>{10e3, 20e3, 30e3, 0, 25e3, 0, 0, 0, 0, 0}));
        QCOMPARE(valuesOf(card, 1), (QList<double>{0, 0, 0, 0, 25e3, 60e3, 70e3, 80e3, 90e3, 100e3}));
    }

    void theLegendAddsThemUp()
    {
        CostCard card;
        card.setData(exampleCards());
        // 85,000 and 425,000 of 510,000.
        QCOMPARE(legendOf(card),
                 (QStringList{u"in profit 85,000 BTC, 16.7 %"_s, u"in loss 425,000 BTC, 83.3 %"_s}));
    }

    void aBarThatDwarfsTheOthersIsCut()
    {
        CostCard card;
        CardData data = exampleCards();
        CostDistribution costs = *data.costs;
        costs.buckets[0].btc = *Amount::parse("2400000");
        data.costs = std::make_shared<const CostDistribution>(costs);
        card.setData(data);
        const auto axes = card.findChild<PlainChart*>()->chart()->axes(Qt::Vertical);
        const auto* coins = qobject_cast<QValueAxis*>(axes.first());
        QVERIFY2(coins->max() > 100'000 && coins->max() < 150'000, "fits the second fullest, 100,000");
        QCOMPARE(valuesOf(card, 0)[0], 2.4e6);
    }

    void barsThatCouldNotBeToldApartAreJoined()
    {
        CostCard card;
        CardData data = exampleCards();
        CostDistribution costs;
        for (int i = 0; i < 252; ++i)
            costs.buckets.push_back(
                {Price::whole(500 * i), Price::whole(500 * (i + 1)), *Amount::parse("3")});
        data.costs = std::make_shared<const CostDistribution>(costs);
        card.setData(data);
        QCOMPARE(valuesOf(card, 0).size(), 126);
        QCOMPARE(valuesOf(card, 0)[0], 6.0);
    }

    void withoutAPriceNothingIsCalledLoss()
    {
        CostCard card;
        CardData data = exampleCards();
        data.price.reset();
        card.setData(data);
        QCOMPARE(legendOf(card), QStringList{u"no price: profit and loss are not known"_s});
        for (const double loss : valuesOf(card, 1))
            QCOMPARE(loss, 0.0);
    }

    void withoutADistributionItSaysHowToGetOne()
    {
        CostCard card;
        CardData data = exampleCards();
        card.setData(data);
        data.costs.reset();
        card.setData(data);
        QVERIFY(card.isEmpty());
        QVERIFY(card.emptySentence().contains(u"your own node"_s));
    }
};

QTEST_MAIN(TestCostCard)
#include "tst_costcard.moc"
