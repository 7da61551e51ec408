// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/cohorttable.h"
#include "tests/support/failonwarning.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace holdline;

namespace {

std::vector<CohortBasis> bands(const QString& names)
{
    std::vector<CohortBasis> rows;
    for (const auto& name : names.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        rows.push_back({.band = name});
    return rows;
}

} // namespace

class TestRowModel final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void newRowsTakeThePlaceOfTheOld_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<int>("inserted");
        QTest::addColumn<int>("removed"); ///< announcements, each of one or more neighbours
        QTest::addColumn<int>("moved");
        const auto row = [](const char* name, const char* before, const char* after, int in, int out,
                            int moved) {
            QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after) << in << out
                                << moved;
        };
        row("the first rows come", "", "a b c", 3, 0, 0);
        row("the same rows say nothing", "a b c", "a b c", 0, 0, 0);
        row("one comes at the end", "a b", "a b c", 1, 0, 0);
        row("one comes in the middle", "a c", "a b c", 1, 0, 0);
        row("neighbours go together", "a b c d", "a d", 0, 1, 0);
        row("strangers go apart", "a b c d", "b d", 0, 2, 0);
        row("all go", "a b c", "", 0, 1, 0);
        row("one moves up", "a b c", "c a b", 0, 0, 1);
        row("some of each", "a b c d", "d e a", 1, 1, 1);
    }
    void newRowsTakeThePlaceOfTheOld()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        CohortTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setRows(bands(before));
        const QSignalSpy inserted(&table, &QAbstractItemModel::rowsInserted);
        const QSignalSpy removed(&table, &QAbstractItemModel::rowsRemoved);
        const QSignalSpy moved(&table, &QAbstractItemModel::rowsMoved);
        const QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        table.setRows(bands(after));
        QVERIFY(table.rows() == bands(after));
        QTEST(static_cast<int>(inserted.size()), "inserted");
        QTEST(static_cast<int>(removed.size()), "removed");
        QTEST(static_cast<int>(moved.size()), "moved");
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 0);
    }

    void onlyTheChangedRowIsAnnounced()
    {
        CohortTable table;
        table.setRows(bands(QStringLiteral("a b c")));
        auto rows = bands(QStringLiteral("a b c"));
        rows[1].costBasis = Price::whole(7);
        const QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        table.setRows(rows);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 1);
        QCOMPARE(changed[0][1].toModelIndex().row(), 1);
    }

    void aSelectionSurvivesNewRows()
    {
        CohortTable table;
        table.setRows(bands(QStringLiteral("a b c")));
        const QPersistentModelIndex b = table.index(1, 0);
        table.setRows(bands(QStringLiteral("x b")));
        QVERIFY(b.isValid());
        QCOMPARE(b.data(RawRole).toString(), QStringLiteral("b"));
    }
};

QTEST_GUILESS_MAIN(TestRowModel)
#include "tst_rowmodel.moc"
