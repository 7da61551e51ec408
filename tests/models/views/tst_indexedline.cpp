// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/indexedline.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

using namespace holdline;

class TestIndexedLine final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void firstCloseIsAHundred()
    {
        const auto line = indexCloses(QStringLiteral("ETH"), {{1000, 3200}, {2000, 3360}, {3000, 2880}});
        QCOMPARE(line.points, (std::vector<TimedValue>{{1000, 100}, {2000, 105}, {3000, 90}}));
        QCOMPARE(line.changePct.value(), -10.0);
    }

    void closesThatAreNoPriceAreLeftOut()
    {
        const auto line =
            indexCloses(QStringLiteral("ADA"), {{1000, 0}, {2000, 2}, {3000, qQNaN()}, {4000, 3}});
        QCOMPARE(line.points, (std::vector<TimedValue>{{2000, 100}, {4000, 150}}));
    }

    void withoutClosesThereIsNoChange()
    {
        QVERIFY(indexCloses(QStringLiteral("SOL"), {}).points.empty());
        QVERIFY(!indexCloses(QStringLiteral("SOL"), {}).changePct);
    }
};

QTEST_GUILESS_MAIN(TestIndexedLine)
#include "tst_indexedline.moc"
