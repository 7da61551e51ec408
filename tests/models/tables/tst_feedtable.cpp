// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tables/feedtable.h"
#include "tests/support/failonwarning.h"
#include "tests/support/feedexamples.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using Stream = StreamStatus::State;

namespace {

FeedStatus busyFeed()
{
    FeedStatus feed = feedExample(u"binance"_s, u"Binance spot"_s, Stream::Live);
    feed.messages = 12'000;
    feed.messagesPerSecond = 41.26;
    feed.rejected = 3;
    feed.rejects = {{u"price is no number"_s, 2}, {u"high below low"_s, 1}};
    feed.gapsOpened = 4;
    feed.gapsFilled = 3;
    feed.usedWeight = 120;
    feed.weightLimit = 6000;
    return feed;
}

QString rowText(const FeedTable& table, int row)
{
    QStringList cells;
    for (int column = 0; column < table.columnCount(); ++column)
        cells.append(table.index(row, column).data().toString().trimmed());
    return cells.join(u'|');
}

} // namespace

class TestFeedTable final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void aProviderIsOneRowUntilItIsUnfolded()
    {
        FeedTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.setFeeds({busyFeed(), feedExample(u"okx"_s, u"OKX"_s, Stream::Connecting)});
        table.setNow(liveMinute(60) + Span{1250});
        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(rowText(table, 0), u"Binance spot  ▸|live|1.3 s|41|3|4 / 3|120 / 6,000"_s);
        QCOMPARE(rowText(table, 1), u"OKX  ▸|connecting|||||"_s); // what is not known is no zero
        table.toggle(0);
        QCOMPARE(table.rowCount(), 5);
        QCOMPARE(rowText(table, 1), u"kline|live|||||"_s);
        QCOMPARE(rowText(table, 2), u"high below low||||1||"_s);
        QCOMPARE(rowText(table, 3), u"price is no number||||2||"_s);
        table.toggle(2); // a row below it folds its provider
        QCOMPARE(table.rowCount(), 2);
    }

    void changesAreToldRowByRow()
    {
        FeedTable table;
        const QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const FeedStatus okx = feedExample(u"okx"_s, u"OKX"_s, Stream::Live);
        table.setFeeds({busyFeed(), okx});
        const QSignalSpy reset(&table, &QAbstractItemModel::modelReset);
        const QSignalSpy changed(&table, &QAbstractItemModel::dataChanged);
        FeedStatus busier = busyFeed();
        busier.messagesPerSecond = 55;
        table.setFeeds({busier, okx});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toModelIndex().row(), 0);
        QCOMPARE(changed[0][1].toModelIndex().row(), 0);
        table.setFeeds({busier, okx});
        QCOMPARE(changed.count(), 1);
        table.setNow(liveMinute(61));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed[1][0].toModelIndex().column(), int(FeedTable::AgeColumn));
        QCOMPARE(reset.count(), 0);
    }

    /// 4,000 of 10,000 minutes are missing: 60 % are there.
    void historyTellsHowFarItIs()
    {
        FeedTable table;
        FeedStatus feed = busyFeed();
        feed.missingMinutes = 4000;
        feed.wantedMinutes = 10'000;
        feed.clockOffset = std::chrono::seconds{-7};
        feed.problem = u"The connection was cut."_s;
        table.setFeeds({feed});
        QCOMPARE(table.index(0, FeedTable::StateColumn).data().toString(), u"history 60 %"_s);
        const QString tip = table.index(0, 0).data(Qt::ToolTipRole).toString();
        for (const QString& part : {u"The connection was cut."_s, u"7.0 s behind"_s,
                                    u"4,000 of 10,000 minutes"_s, u"rejected 2 times: price is no number"_s})
            QVERIFY2(tip.contains(part), qPrintable(tip));
    }

    void aSmallClockOffsetIsNotTold()
    {
        FeedTable table;
        FeedStatus feed = busyFeed();
        feed.clockOffset = std::chrono::seconds{5};
        table.setFeeds({feed});
        QVERIFY(!table.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"clock"_s));
    }

    void ages_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("tenths") << 1240 << u"1.2 s"_s;
        QTest::newRow("seconds") << 45'000 << u"45 s"_s;
        QTest::newRow("minutes") << 185'000 << u"3 min"_s;
        QTest::newRow("hours") << 3 * 3'600'000 << u"3 h"_s;
        QTest::newRow("days") << 5 * 86'400'000 << u"5 d"_s;
    }
    void ages()
    {
        QFETCH(int, ms);
        QTEST(ageText(Span{ms}), "text");
    }
};

QTEST_GUILESS_MAIN(TestFeedTable)
#include "tst_feedtable.moc"
