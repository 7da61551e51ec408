// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"
#include "widgets/cards/plaintable.h"
#include "widgets/panels/holderpanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

PlainTable* tableOf(const Card& panel, const QString& name)
{
    for (auto* table : panel.findChildren<PlainTable*>())
        if (table->accessibleName() == name)
            return table;
    return nullptr;
}

PlainTable* holdersOf(const Card& panel)
{
    return tableOf(panel, u"Holders by the age of their coins"_s);
}

PlainTable* pressuresOf(const Card& panel)
{
    return tableOf(panel, u"Coins that are even again at each resistance"_s);
}

QToolButton* everySourceOf(const Card& panel)
{
    for (auto* button : panel.findChildren<QToolButton*>())
        if (button->text() == u"Every source"_s)
            return button;
    return nullptr;
}

bool says(const Card& panel, const QString& text)
{
    const auto labels = panel.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text().contains(text); });
}

} // namespace

class TestHolderPanel final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void withoutDataItSaysHowToGetThem()
    {
        HolderPanel panel;
        panel.setData({});
        QVERIFY(panel.isEmpty());
        QVERIFY(panel.emptySentence().contains(u"your own node"_s));
        QVERIFY(panel.emptySentence().contains(u"provider"_s));
    }

    void oneRowABandAndEverySourceOnRequest()
    {
        HolderPanel panel;
        panel.setData(exampleCards());
        QCOMPARE(holdersOf(panel)->model()->rowCount(), 5);
        QCOMPARE(pressuresOf(panel)->model()->rowCount(), 2);
        QVERIFY(everySourceOf(panel)->isVisibleTo(&panel));
        everySourceOf(panel)->click();
        QCOMPARE(holdersOf(panel)->model()->rowCount(), 6);
        QVERIFY(says(panel, u"2 definitions"_s) || says(panel, u"price 89,000"_s));
    }

    void withOneSourceABandThereIsNoSwitch()
    {
        HolderPanel panel;
        CardData data = exampleCards();
        data.holders.pop_back();
        panel.setData(data);
        QVERIFY(!everySourceOf(panel)->isVisibleTo(&panel));
    }

    void rawUtxoIsMarked()
    {
        HolderPanel panel;
        CardData data = exampleCards();
        panel.setData(data);
        QVERIFY(says(panel, u"raw UTXO, not adjusted for internal transfers"_s));
        for (HolderCohort& holder : data.holders)
            holder.basis.definition = u"entity-adjusted"_s;
        panel.setData(data);
        QVERIFY(!says(panel, u"not adjusted"_s));
    }

    void coinsStandOnlyWhereTheDistributionIsKnown()
    {
        HolderPanel panel;
        CardData data = exampleCards();
        panel.setData(data);
        QVERIFY(pressuresOf(panel)->isColumnHidden(PressureTable::CoinsColumn));
        data.pressures[0].coins = CoinCount{1, 0};
        panel.setData(data);
        QVERIFY(!pressuresOf(panel)->isColumnHidden(PressureTable::CoinsUsdColumn));
    }

    void rowsAreCopiedAndGoToTheirTime()
    {
        HolderPanel panel;
        panel.setData(exampleCards());
        PlainTable* const table = holdersOf(panel);
        table->selectRow(4);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QVERIFY(lines[0].startsWith(u"Holders\tSupply\tCost basis\tP/L\tP/L $\tState\t7 d\tPressure\t"_s));
        // 89,000 / 99,300 - 1 = -10.37 %; 2,410,000 x -10,300 = -24.823 B.
        QVERIFY(lines[1].startsWith(u"STH\t2,410,000\t99,300\t−10.4 %\t−24.82 B\tunder water\t"_s));
        QSignalSpy went(&panel, &Card::timeActivated);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        QCOMPARE(went[0][0].value<UtcTime>(), at("2026-01-21"));
    }

    void aTitleSortsByRawValue()
    {
        HolderPanel panel;
        panel.setData(exampleCards());
        PlainTable* const table = holdersOf(panel);
        table->sortByColumn(HolderTable::SupplyColumn, Qt::DescendingOrder);
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"STH"_s);
        QCOMPARE(table->model()->index(4, 0).data().toString(), u"1 d–1 w"_s);
    }
};

QTEST_MAIN(TestHolderPanel)
#include "tst_holderpanel.moc"
