// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/kraken/krakenfeed.h"
#include "tests/support/failonwarning.h"
#include "tests/support/feedreads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using holdline::testing::at;

class TestKrakenFeed final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void followsDollars()
    {
        const auto feed = makeKrakenFeed(followedAssets());
        QCOMPARE(feed->instruments().size(), std::size_t(5));
        QCOMPARE(feed->instruments()[0], (FeedInstrument{u"kraken:BTC/USD"_s, "BTC/USD", "BTC", u"USD"_s}));
    }

    void subscribes()
    {
        const Route route = makeKrakenFeed({"BTC", "ETH"})->routes().at(0);
        QCOMPARE(route.path, u"/v2"_s);
        const auto message = QJsonDocument::fromJson(route.greetings.at(0));
        QCOMPARE(message["method"_L1].toString(), u"subscribe"_s);
        const QJsonObject wanted = message["params"_L1].toObject();
        QCOMPARE(wanted["channel"_L1].toString(), u"ohlc"_s);
        QCOMPARE(wanted["symbol"_L1].toArray(), QJsonArray({u"BTC/USD"_s, u"ETH/USD"_s}));
        QCOMPARE(wanted["interval"_L1].toInt(), 1);
        QVERIFY(wanted["snapshot"_L1].toBool());
        QCOMPARE(route.heartbeat.every, Span{30s});
        QCOMPARE(QJsonDocument::fromJson(route.heartbeat.message)["method"_L1].toString(), u"ping"_s);
        QCOMPARE(route.silence, Span{10s});
    }

    void asksFromTheIntervalBefore_data()
    {
        QTest::addColumn<int>("instrument");
        QTest::addColumn<QString>("pair");
        int i = 0;
        for (const auto& pair : {u"XBTUSD"_s, u"ETHUSD"_s, u"XRPUSD"_s, u"ADAUSD"_s, u"SOLUSD"_s})
            QTest::newRow(qPrintable(pair)) << i++ << pair;
    }
    void asksFromTheIntervalBefore()
    {
        QFETCH(int, instrument);
        QFETCH(QString, pair);
        const auto feed = makeKrakenFeed(followedAssets());
        const TimeRange range{at("2025-11-22T01:00:00Z"), at("2025-11-22T01:02:00Z")};
        QCOMPARE(feed->candleRequest(instrument, oneMinute, range).path,
                 u"/0/public/OHLC?pair=%1&interval=1&since=1763773140"_s.arg(pair));
        QCOMPARE(feed->candleRequest(instrument, oneDay, range).path,
                 u"/0/public/OHLC?pair=%1&interval=1440&since=1763686800"_s.arg(pair));
    }

    void reachesBackSevenHundredAndTwentyIntervals()
    {
        const auto feed = makeKrakenFeed({"BTC"});
        QCOMPARE(feed->candlePage(0, oneMinute), 720);
        QCOMPARE(feed->candleReach(0, oneMinute), Span{12h});
        QCOMPARE(feed->candleReach(0, oneDay), Span{720 * 24h});
        QCOMPARE(feed->candlePage(0, Interval{3min}), 0);
        QVERIFY(feed->polls().empty());
    }
};

QTEST_GUILESS_MAIN(TestKrakenFeed)
#include "tst_krakenfeed.moc"
