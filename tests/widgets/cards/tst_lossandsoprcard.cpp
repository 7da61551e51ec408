// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "widgets/cards/legendrow.h"
#include "widgets/cards/lossandsoprcard.h"
#include "widgets/cards/plainchart.h"
#include "widgets/cards/stepchart.h"

#include <QChart>
#include <QValueAxis>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QValueAxis* axisOf(const StepChart* chart)
{
    const auto axes = chart->findChild<PlainChart*>()->chart()->axes(Qt::Vertical);
    return qobject_cast<const QValueAxis*>(axes.first());
}

} // namespace

class TestLossAndSoprCard final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void lossIsAShareOfTheWhole()
    {
        LossAndSoprCard card;
        card.setData(exampleCards());
        const auto charts = card.findChildren<StepChart*>();
        QCOMPARE(charts.size(), 2);
        QCOMPARE(axisOf(charts[0])->min(), 0.0);
        QCOMPARE(axisOf(charts[0])->max(), 1.0);
        QCOMPARE(charts[0]->lines().size(), std::size_t(1));
        // 0.11 + 0.0095 x 89
        QVERIFY(std::abs(*charts[0]->lines()[0].last - 0.9555) < 1e-9);
        QCOMPARE(charts[0]->findChild<PlainChart*>()->accessibleDescription(), u"96 %"_s);
    }

    void soprAlwaysShowsItsLineAtOne()
    {
        LossAndSoprCard card;
        CardData data = exampleCards();
        data.history.sopr = {data.history.sopr[0]};
        for (StepRun& run : data.history.sopr[0].runs)
            for (TimedValue& corner : run)
                corner.value = 0.9;
        card.setData(data);
        const auto charts = card.findChildren<StepChart*>();
        QVERIFY(axisOf(charts[1])->min() < 0.9);
        QVERIFY(axisOf(charts[1])->max() > 1);
    }

    void oneWithoutTheOtherSaysSo()
    {
        LossAndSoprCard card;
        CardData data = exampleCards();
        data.history.sopr.clear();
        card.setData(data);
        QVERIFY(!card.isEmpty());
        QVERIFY(!card.findChild<LegendRow*>()->isVisibleTo(&card));
        data.history.lossShare = {};
        card.setData(data);
        QVERIFY(card.isEmpty());
    }

    void legendTellsValueAndTime()
    {
        LossAndSoprCard card;
        card.setData(exampleCards());
        // 0.99 + 0.02 sin(89 / 3) = 0.99 + 0.02 x -0.9841 = 0.9703
        QCOMPARE(card.findChild<LegendRow*>()->entries()[0].text, u"STH-SOPR 0.970"_s);
        CardData data = exampleCards();
        data.history.sopr[0].lastAt = at("2026-01-19");
        card.setData(data);
        QCOMPARE(card.findChild<LegendRow*>()->entries()[0].text, u"STH-SOPR 0.970 as of 19 Jan 00:00"_s);
    }
};

QTEST_MAIN(TestLossAndSoprCard)
#include "tst_lossandsoprcard.moc"
