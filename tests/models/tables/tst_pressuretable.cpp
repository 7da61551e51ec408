// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/pressuretable.h"
#include "tests/support/failonwarning.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;

namespace {

using Tester = QAbstractItemModelTester;

Pressure examplePressure()
{
    return {.levelId = QStringLiteral("resistance"),
            .levelName = QStringLiteral("1–3 month holders"),
            .colourRole = 1,
            .ownColour = {},
            .at = Price::whole(92'500),
            .bands = {QStringLiteral("1d-1w"), QStringLiteral("1m-3m")},
            .bandsBtc = 309'800};
}

QString rowText(const QAbstractItemModel& model, int row)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells.append(model.index(row, column).data().toString());
    return cells.join(QLatin1Char('|'));
}

} // namespace

class TestPressureTable final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void coinsInBitcoinAndDollars()
    {
        PressureTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        Pressure pressure = examplePressure();
        table.setRows({pressure});
        // 309,800 x 92,500 = 28.6565 B.
        QCOMPARE(rowText(table, 0),
                 QStringLiteral("1–3 month holders|92,500|1 d–1 w, 1 m–3 m|309,800|28.66 B||"));
        QVERIFY(!table.index(0, PressureTable::CoinsColumn).data(RawRole).isValid());
        pressure.coins = CoinCount{102'400, 42'500};
        table.setRows({pressure});
        // 102,400 x 92,500 = 9.472 B.
        QVERIFY(rowText(table, 0).endsWith(QStringLiteral("|102,400|9.47 B")));
        QVERIFY(table.index(0, PressureTable::CoinsColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(QStringLiteral("42,500 BTC")));
    }

    void whatIsNotKnownIsEmpty()
    {
        PressureTable table;
        Pressure pressure = examplePressure();
        pressure.bandsBtc.reset();
        table.setRows({pressure});
        QVERIFY(rowText(table, 0).endsWith(QStringLiteral("1 m–3 m||||")));
    }
};

QTEST_GUILESS_MAIN(TestPressureTable)
#include "tst_pressuretable.moc"
