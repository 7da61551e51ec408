// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/flowtable.h"
#include "models/tables/rawsortproxy.h"
#include "models/tables/rowstext.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

class TestRawSortProxy final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void sortsByValueWithAbsentOnesLast_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<int>("order");
        QTest::addColumn<QString>("texts");
        const int arkb = FlowTable::FirstFundColumn + 3;
        QTest::newRow("numbers by size, not by letters")
            << int(FlowTable::TotalColumn) << int(Qt::AscendingOrder)
            << QStringLiteral("−480.0 −395.0 +100.0");
        QTest::newRow("absent last, ascending")
            << arkb << int(Qt::AscendingOrder) << QStringLiteral("−10.0 +14.0 ");
        QTest::newRow("absent last, descending")
            << arkb << int(Qt::DescendingOrder) << QStringLiteral("+14.0 −10.0 ");
    }
    void sortsByValueWithAbsentOnesLast()
    {
        QFETCH(int, column);
        QFETCH(int, order);
        FlowTable table;
        table.setFlows(exampleFlows());
        RawSortProxy proxy(table);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.sort(column, static_cast<Qt::SortOrder>(order));
        QStringList texts;
        for (int row = 0; row < proxy.rowCount(); ++row)
            texts.append(proxy.index(row, column).data().toString());
        QTEST(texts.join(QLatin1Char(' ')), "texts");
    }

    void copiedRowsAreLinesOfCells()
    {
        FlowTable table;
        table.setFlows(joinFundFlows(
            {{QStringLiteral("IBIT"), {sessionSample("2026-01-16", -1), sessionSample("2026-01-20", 2)}}},
            {}));
        const QModelIndexList chosen{table.index(1, 2), table.index(0, 0), table.index(1, 0)};
        QCOMPARE(rowsText(table, chosen), QStringLiteral("Session\tTotal\tIBIT\n16 Jan 2026\t−1.0\t−1.0\n"
                                                         "20 Jan 2026\t+2.0\t+2.0\n"));
    }
};

QTEST_GUILESS_MAIN(TestRawSortProxy)
#include "tst_rawsortproxy.moc"
