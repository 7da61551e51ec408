// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "widgets/cards/correlationcard.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/stepchart.h"
#include "widgets/theme/flatbutton.h"

#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<CorrelationCard> full()
{
    auto card = std::make_unique<CorrelationCard>();
    card->setData(exampleCards());
    card->resize(480, 360);
    return card;
}

QString noteOf(const Card& card)
{
    for (const QLabel* label : card.findChildren<QLabel*>()) {
        if (label->toolTip().contains(u"daily changes"_s))
            return label->toolTip();
    }
    return {};
}

FlatButton* button(const CorrelationCard& card, const QString& text)
{
    for (FlatButton* one : card.findChildren<FlatButton*>()) {
        if (one->text() == text && one->isVisibleTo(&card))
            return one;
    }
    return nullptr;
}

std::vector<StepRun> runsOf(const CorrelationCard& card, std::size_t line)
{
    return card.findChild<StepChart*>()->lines()[line].runs;
}

} // namespace

class TestCorrelationCard final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void theSwitchChoosesTheLength()
    {
        const auto card = full();
        const auto table = exampleCards().correlations;
        QVERIFY(runsOf(*card, 0) == table->sets[0].lines[0].runs);
        button(*card, u"90 d"_s)->click();
        QVERIFY(runsOf(*card, 0) == table->sets[1].lines[0].runs);
        QVERIFY(button(*card, u"90 d"_s)->isChecked());
        QVERIFY(!button(*card, u"30 d"_s)->isChecked());
        QVERIFY(noteOf(*card).contains(u"90 daily changes"_s));
        button(*card, u"30 d"_s)->click();
        QVERIFY(runsOf(*card, 2) == table->sets[0].lines[2].runs);
        QCOMPARE(runsOf(*card, 2).size(), std::size_t(2)); // gold misses a month
    }

    void theTableHoldsThePairsOfThatLength()
    {
        const auto card = full();
        auto* table = card->findChild<QTableView*>();
        QVERIFY(!table->isVisibleTo(card.get()));
        card->findChild<QToolButton*>()->click();
        QVERIFY(table->isVisibleTo(card.get()));
        QCOMPARE(table->model()->rowCount(), 4);
        QCOMPARE(table->model()->columnCount(), 5);
        const auto shown = [&] { return table->model()->index(1, 4).data(RawRole).toDouble(); };
        QCOMPARE(shown(), exampleCards().correlations->sets[0].matrix[1][3]->value);
        button(*card, u"90 d"_s)->click();
        QCOMPARE(shown(), exampleCards().correlations->sets[1].matrix[1][3]->value);
    }

    void theNoteTellsMomentDefinitionAndSources()
    {
        QCOMPARE(noteOf(*full()),
                 u"as of 20 Jan · 30 daily changes between dates that both have; log returns, yields as "
                 u"differences · an example"_s);
    }

    void aLineThatEndsBeforeTheOthersSaysSo()
    {
        const auto card = full();
        const auto& legend = card->findChild<LegendRow*>()->entries();
        QCOMPARE(legend.size(), std::size_t(3));
        QVERIFY(!legend[0].text.contains(u" on "_s));
        QVERIFY(legend[1].text.endsWith(u" on 2 Jan"_s));
        const auto& lines = card->findChild<StepChart*>()->lines();
        QVERIFY(lines[0].last);
        QVERIFY2(!lines[1].last, "a value of 19 days ago is no value of now");
    }

    void withoutASecondMarketItIsEmpty()
    {
        const auto card = full();
        CardData data = exampleCards();
        auto markets = exampleMarkets();
        markets.resize(1);
        data.correlations = std::make_shared<const CorrelationTable>(correlationTable(markets, data.at));
        card->setData(data);
        QVERIFY(card->isEmpty());
    }
};

QTEST_MAIN(TestCorrelationCard)
#include "tst_correlationcard.moc"
