// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/candletable.h"
#include "models/tables/cohorttable.h"
#include "models/tables/correlationmatrix.h"
#include "models/tables/eventtable.h"
#include "models/tables/flowtable.h"
#include "models/tables/leveltable.h"
#include "models/tables/sourcetable.h"
#include "models/tables/studyoccurrencetable.h"
#include "models/tables/studyspantable.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"

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

QVariant raw(const QAbstractItemModel& model, int row, int column)
{
    return model.index(row, column).data(RawRole);
}

} // namespace

class TestTables final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void flowsByFund()
    {
        FlowTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setFlows(exampleFlows());
        QCOMPARE(table.columnCount(), 2 + 6);
        QCOMPARE(table.headerData(FlowTable::FirstFundColumn, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("IBIT"));
        QCOMPARE(rowText(table, 0), QStringLiteral("15 Jan 2026|+100.0|+315.0|−189.0|−36.0|+14.0|−4.0|0.0"));
        QCOMPARE(rowText(table, 2), QStringLiteral("20 Jan 2026|−480.0|−56.0|−152.0|−160.0||−40.0|−5.0"));
        QCOMPARE(raw(table, 0, FlowTable::TotalColumn).toDouble(), 100e6);
        QVERIFY2(!raw(table, 2, FlowTable::FirstFundColumn + 3).isValid(), "not reported is not zero");
        QCOMPARE(raw(table, 0, FlowTable::SessionColumn).toLongLong(), QDate(2026, 1, 15).toJulianDay());
    }

    void aFlowOfADayWithoutASessionSaysSo()
    {
        FlowTable table;
        table.setFlows(joinFundFlows({{QStringLiteral("IBIT"), {sessionSample("2026-01-19", 1)}}}, {}));
        QCOMPARE(rowText(table, 0), QStringLiteral("19 Jan 2026, no session|+1.0|+1.0"));
    }

    void newSessionsAreAddedAndNewFundsResetFlows()
    {
        FlowTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setFlows(lastSessions(exampleFlows(), 2));
        QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
        table.setFlows(exampleFlows());
        QCOMPARE(reset.size(), 0);
        QCOMPARE(table.rowCount(), 3);
        table.setFlows(joinFundFlows({{QStringLiteral("IBIT"), {sessionSample("2026-01-20", 1)}}}, {}));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(rowText(table, 0), QStringLiteral("20 Jan 2026|+1.0|+1.0"));
    }

    void cohorts()
    {
        CohortTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setRows(exampleCards().cohorts);
        // 89,000 / 92,500 - 1 = -3.784 %
        QCOMPARE(rowText(table, 2), QStringLiteral("1 m–3 m|92,500|−3.8 %|410,000|2026-01-21|raw UTXO"));
        QCOMPARE(rowText(table, 3), QStringLiteral("3 m–6 m|||||"));
        QVERIFY(!raw(table, 3, CohortTable::CostBasisColumn).isValid());
        QCOMPARE(table.index(2, CohortTable::UnrealizedColumn).data(ToneRole).toInt(),
                 static_cast<int>(Tone::Down));
        QCOMPARE(table.index(2, CohortTable::CostBasisColumn).data(Qt::TextAlignmentRole).toInt(),
                 static_cast<int>(Qt::AlignRight | Qt::AlignVCenter));
    }

    void levels()
    {
        LevelTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setZone(QTimeZone::utc(), 2026);
        table.setRows(exampleCards().levels);
        // From 89,000: 99,300 is 11.573 % above, the band's low edge 89,800 is 0.899 % above.
        QCOMPARE(rowText(table, 0).section(u'|', 0, 5),
                 QStringLiteral("Short-term holders|99,300|+11.6 %|capping|20 Jan 21:00|an example"));
        QCOMPARE(rowText(table, 2).section(u'|', 0, 5),
                 QStringLiteral("Defense band|89,800–90,000|+0.9 %|lost|20 Jan 21:00|an example"));
        QCOMPARE(table.index(2, 0).data(LevelColourRole).toInt(), 0);
        QCOMPARE(table.index(2, LevelTable::StateColumn).data(ToneRole).toInt(),
                 static_cast<int>(Tone::Down));
        table.setRows(levelDistances(exampleLevels(), 89'900.0, latestTime));
        QCOMPARE(table.index(2, LevelTable::DistanceColumn).data().toString(), QStringLiteral("inside"));
    }

    void aLevelOfNoRoleHasEmptyCells()
    {
        LevelTable table;
        auto level = exampleLevels()[0];
        level.states.clear();
        table.setRows(levelDistances({level}, std::nullopt, latestTime));
        QCOMPARE(rowText(table, 0).section(u'|', 0, 5),
                 QStringLiteral("Defense band|89,800–90,000||||an example"));
        QVERIFY(!raw(table, 0, LevelTable::StateColumn).isValid());
        QVERIFY(!raw(table, 0, LevelTable::SinceColumn).isValid());
    }

    void whatIsTypedIntoALevelIsToldAndNotKept_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("low");
        QTest::addColumn<QString>("high");
        using Table = LevelTable;
        QTest::newRow("a band") << int(Table::PriceColumn) << "89,700 - 90 100.5"
                                << "89700"
                                << "90100.5";
        QTest::newRow("a band from above") << int(Table::PriceColumn) << "90100–89700"
                                           << "89700"
                                           << "90100";
        QTest::newRow("one price") << int(Table::PriceColumn) << "90000"
                                   << "90000"
                                   << "90000";
        QTest::newRow("low edge") << int(Table::LowColumn) << "89000"
                                  << "89000"
                                  << "90000";
        QTest::newRow("high edge") << int(Table::HighColumn) << "91000"
                                   << "89800"
                                   << "91000";
        QTest::newRow("low above high") << int(Table::LowColumn) << "95000"
                                        << ""
                                        << "";
        QTest::newRow("a word") << int(Table::PriceColumn) << "high"
                                << ""
                                << "";
        QTest::newRow("zero") << int(Table::PriceColumn) << "0"
                              << ""
                              << "";
        QTest::newRow("no name") << int(Table::NameColumn) << " "
                                 << ""
                                 << "";
        QTest::newRow("no role") << int(Table::RoleColumn) << "floor"
                                 << ""
                                 << "";
        QTest::newRow("no date") << int(Table::FromColumn) << "soon"
                                 << ""
                                 << "";
        QTest::newRow("an end before the beginning") << int(Table::ToColumn) << "2000-01-01"
                                                     << ""
                                                     << "";
    }

    void whatIsTypedIntoALevelIsToldAndNotKept()
    {
        QFETCH(int, column);
        QFETCH(QString, typed);
        QFETCH(QString, low);
        QFETCH(QString, high);
        LevelTable table;
        auto levels = exampleLevels();
        levels[0].level.validFrom = fromMsecs(1'768'867'200'000);
        table.setRows(levelDistances({levels[0]}, 89'000.0, latestTime));
        const QString before = rowText(table, 0);
        std::vector<Level> told;
        QStringList refused;
        connect(&table, &LevelTable::levelEdited, this, [&](const Level& level) { told.push_back(level); });
        connect(&table, &LevelTable::editRefused, this, [&](const QString& why) { refused.append(why); });
        QCOMPARE(table.setData(table.index(0, column), typed), !low.isEmpty());
        QCOMPARE(rowText(table, 0), before);
        QCOMPARE(told.size(), low.isEmpty() ? 0U : 1U);
        QCOMPARE(refused.size(), low.isEmpty() ? 1 : 0);
        if (low.isEmpty())
            return;
        QCOMPARE(QString::fromLatin1(told[0].low.toText()), low);
        QCOMPARE(QString::fromLatin1(told[0].high.toText()), high);
        QCOMPARE(told[0].id, levels[0].level.id);
    }

    void aTrackingLevelIsNotMovedByTyping()
    {
        LevelTable table;
        auto levels = exampleLevels();
        levels[0].level.origin = LevelOrigin::Tracking;
        table.setRows(levelDistances({levels[0]}, 89'000.0, latestTime));
        QVERIFY(!(table.flags(table.index(0, LevelTable::PriceColumn)) & Qt::ItemIsEditable));
        QVERIFY(table.flags(table.index(0, LevelTable::NameColumn)) & Qt::ItemIsEditable);
        QVERIFY(!table.setData(table.index(0, LevelTable::LowColumn), QStringLiteral("5")));
    }

    void timesAreToldInTheZone()
    {
        LevelTable table;
        table.setRows(exampleCards().levels);
        const QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        table.setZone(QTimeZone("Asia/Tokyo"), 2026);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(table.index(0, LevelTable::SinceColumn).data().toString(), QStringLiteral("21 Jan 06:00"));
    }

    void candles()
    {
        CandleTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setZone(QTimeZone::utc(), 2026);
        const Candle full{at("2026-01-21T17:00:00Z"), Price::whole(87602),      Price::whole(88290),
                          *Price::parse("87263.53"),  Price::whole(87932),      Amount::fromDouble(1912),
                          Amount::fromDouble(100e6),  Amount::fromDouble(40e6), 7};
        Candle bare = full;
        bare.openTime += oneHour.length;
        bare.volume.reset();
        bare.takerBuyQuote.reset();
        table.setRows({full, bare});
        // Net taker: 2 x 40 M - 100 M.
        QCOMPARE(rowText(table, 0),
                 QStringLiteral("21 Jan 17:00|87,602.00|88,290.00|87,263.53|87,932.00|1,912|−20.0 M"));
        QCOMPARE(rowText(table, 1), QStringLiteral("21 Jan 18:00|87,602.00|88,290.00|87,263.53|87,932.00||"));
        QVERIFY(!raw(table, 1, CandleTable::VolumeColumn).isValid());
        QCOMPARE(raw(table, 0, CandleTable::LowColumn).toDouble(), 87263.53);
        QCOMPARE(raw(table, 0, CandleTable::TimeColumn).toLongLong(), toMsecs(full.openTime));
    }

    void events()
    {
        EventTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setMoment(QTimeZone::utc(), 2026, at("2026-01-21T06:00:00Z"));
        table.setRows(exampleCards().events);
        QCOMPARE(rowText(table, 1),
                 QStringLiteral("20 Jan 03:35|Japan 20-year bond auction, bid-to-cover|3.19|4.10||high"));
        QVERIFY(!raw(table, 0, EventTable::ActualColumn).isValid());
        QCOMPARE(table.index(2, EventTable::TimeColumn).data(ToneRole).toInt(),
                 static_cast<int>(Tone::Attention));
        QCOMPARE(table.index(1, EventTable::TimeColumn).data(ToneRole).toInt(), static_cast<int>(Tone::Dim));
    }

    void sources()
    {
        SourceTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        auto entries = exampleCards().sources;
        entries[0].series.key.column = QStringLiteral("cost_basis");
        entries[0].extent.rows = 0;
        table.setRows(entries);
        QCOMPARE(rowText(table, 0), QStringLiteral("etf/btc/IBIT · cost_basis|an example||USD|||0|0"));
        QCOMPARE(rowText(table, 1),
                 QStringLiteral("price/binance:BTCUSDT|an example||USDT|2025-12-15|2026-01-26|60,480|2"));
        QVERIFY(!raw(table, 0, SourceTable::FromColumn).isValid());
        QCOMPARE(raw(table, 1, SourceTable::RowsColumn).toLongLong(), 60'480);
    }

    void correlationsOfAllPairs()
    {
        CorrelationMatrix table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        CorrelationTable values{.at = at("2026-01-21"), .markets = {}, .sets = {}};
        values.markets = {{QStringLiteral("btc"), QStringLiteral("bitcoin"), QStringLiteral("a venue")},
                          {QStringLiteral("gold"), QStringLiteral("gold"), QStringLiteral("a file")}};
        const DatedCorrelation pair{-0.314, at("2026-01-02")};
        values.sets[1].matrix = {{std::nullopt, pair}, {pair, std::nullopt}};
        table.setTable(values, 1);
        QCOMPARE(table.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("GOLD"));
        QCOMPARE(rowText(table, 0), QStringLiteral("Bitcoin||−0.31"));
        QCOMPARE(rowText(table, 1), QStringLiteral("Gold|−0.31|"));
        QCOMPARE(raw(table, 0, 2).toDouble(), -0.314);
        QVERIFY(!raw(table, 0, 1).isValid());
        QCOMPARE(table.index(0, 2).data(Qt::ToolTipRole).toString(),
                 QStringLiteral("bitcoin and gold: 90 daily changes up to 2 Jan 2026"));
        QCOMPARE(table.index(0, 2).data(ToneRole).toInt(), static_cast<int>(Tone::Dim)); // 19 days old
        table.setTable({}, 0);
        QCOMPARE(table.rowCount(), 0);
    }

    void whatFollowedWithinEachSpan()
    {
        StudySpanTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        EventStudy study;
        study.price[1] = {.count = 9, .lowerQuartile = -4.14, .median = -2.26, .upperQuartile = 0.93};
        study.flows[1][0] = {.count = 3, .lowerQuartile = 80e6, .median = 319.4e6, .upperQuartile = 400e6};
        study.flows[1][2] = {.count = 2, .lowerQuartile = -9e6, .median = -5e6, .upperQuartile = -1e6};
        table.setStudy(study);
        QCOMPARE(rowText(table, 0), QStringLiteral("1 h|||0|||"));
        QCOMPARE(rowText(table, 1), QStringLiteral("1 d|−2.3 %|−4.1 to +0.9 %|9|319 M||−5 M"));
        QCOMPARE(raw(table, 1, StudySpanTable::FirstFlowColumn + 2).toDouble(), -5e6);
        QVERIFY2(!raw(table, 1, StudySpanTable::FirstFlowColumn + 1).isValid(), "not stored is not zero");
        QCOMPARE(raw(table, 3, StudySpanTable::SpanColumn).toLongLong(), 168);
        QVERIFY(table.index(1, StudySpanTable::FirstFlowColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("80.0 M")));
    }

    void eachTimeItHappened()
    {
        StudyOccurrenceTable table;
        const Tester tester(&table, Tester::FailureReportingMode::QtTest);
        table.setMoment(QTimeZone::utc(), 2026);
        const EventStudy study = exampleStudy();
        table.setStudy(study);
        QCOMPARE(table.rowCount(), 9);
        QVERIFY(rowText(table, 0).startsWith(QStringLiteral("17 Jan 00:00|−$382.0 M|")));
        QVERIFY2(table.index(0, StudyOccurrenceTable::FirstSpanColumn + 3).data().toString().isEmpty(),
                 "a week that is not over");
        QCOMPARE(table.index(8, 0).data(TimeRole).toLongLong(), toMsecs(at("2025-10-11")));
        // 15 October lies within the week of the 11th.
        const QModelIndex overlapping = table.index(7, StudyOccurrenceTable::FirstSpanColumn + 3);
        QCOMPARE(overlapping.data(ToneRole).toInt(), static_cast<int>(Tone::Dim));
        QCOMPARE(raw(table, 7, StudyOccurrenceTable::FirstSpanColumn + 3).toDouble(),
                 *study.rows[1].priceChangePct[3]);
    }

    void aTableAnswersOnlyWhatItHas()
    {
        SourceTable table;
        table.setRows(exampleCards().sources);
        QVERIFY(!table.data(table.index(0, 0), Qt::DecorationRole).isValid());
        QVERIFY(!table.headerData(99, Qt::Horizontal, Qt::DisplayRole).isValid());
        QVERIFY(!table.headerData(0, Qt::Vertical, Qt::DisplayRole).isValid());
        QCOMPARE(table.rowCount(table.index(0, 0)), 0);
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
