// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/holdertable.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/holderexamples.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

namespace {

using Tester = QAbstractItemModelTester;

QString rowText(const QAbstractItemModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(QLatin1Char('|'));
}

std::vector<HolderRow> exampleRows(bool everySource)
{
    const auto levels = levelDistances(exampleLevels(), 89'000.0, at("2026-01-21"));
    return holderRows(exampleHolders(), pressures(levels, exampleHolders(), {}, 89'000.0, at("2026-01-21")),
                      everySource);
}

int tone(const QAbstractItemModel& model, int row, int column)
{
    const QVariant tone = model.index(row, column).data(ToneRole);
    return tone.isValid() ? tone.toInt() : -1;
}

} // namespace

class TestHolderTable final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void everyColumnOfABand()
    {
        HolderTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setZone(QTimeZone::utc(), 2026);
        table.setRows(exampleRows(false));
        QCOMPARE(table.rowCount(), 5);
        // 89,000 / 92,500 - 1 = -3.78 %; 213,400 x -3,500 = -746.9 M; 213,400 x 92,500 = 19.7395 B.
        QCOMPARE(rowText(table, 2),
                 QStringLiteral("1 m–3 m|213,400|92,500|−3.8 %|−746.9 M|under water|−1.3 %|at 92,500|19.74 B|"
                                "an example|raw UTXO|21 Jan 00:00"));
        // 89,000 / 80,000 - 1 = 11.25 %; 640,000 x 9,000 = 5.76 B.
        QCOMPARE(rowText(table, 3),
                 QStringLiteral("3 m–6 m|640,000|80,000|+11.3 %|+5.76 B|in profit||||an example|raw UTXO|"
                                "21 Jan 00:00"));
        QVERIFY(rowText(table, 1).contains(QStringLiteral("|even|")));
    }

    void stateIsToldInWordsAndTone()
    {
        HolderTable table;
        table.setRows(exampleRows(false));
        QCOMPARE(tone(table, 2, HolderTable::StateColumn), static_cast<int>(Tone::Down));
        QCOMPARE(tone(table, 3, HolderTable::UnrealizedUsdColumn), static_cast<int>(Tone::Up));
        QCOMPARE(tone(table, 1, HolderTable::UnrealizedColumn), -1);
    }

    void everySourceOnRequest()
    {
        HolderTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setRows(exampleRows(false));
        const QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
        table.setRows(exampleRows(true));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(table.rowCount(), 6);
        QCOMPARE(table.index(5, HolderTable::SourceColumn).data().toString(), QStringLiteral("another"));
        QCOMPARE(tone(table, 5, HolderTable::CostBasisColumn), static_cast<int>(Tone::Dim));
        QVERIFY2(!table.index(5, HolderTable::SupplyColumn).data(RawRole).isValid(), "unknown is not zero");
    }

    void bandsWithoutARecordAreLeftOut()
    {
        QVERIFY(holderRows({{.basis = {.band = QStringLiteral("sth")}}}, {}, true).empty());
    }

    void bandsAreSortedByAge()
    {
        HolderTable table;
        table.setRows(exampleRows(false));
        const auto place = [&](int row) {
            return table.index(row, HolderTable::BandColumn).data(RawRole).toLongLong();
        };
        QCOMPARE(place(0), 1);  // after 0-1d
        QCOMPARE(place(4), 13); // after the ages
    }

    void timesAreToldInTheZone()
    {
        HolderTable table;
        table.setRows(exampleRows(false));
        table.setZone(QTimeZone("America/New_York"), 2026);
        QCOMPARE(table.index(0, HolderTable::AsOfColumn).data().toString(), QStringLiteral("20 Jan 19:00"));
    }
};

QTEST_GUILESS_MAIN(TestHolderTable)
#include "tst_holdertable.moc"
