// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bybit/bybitfeed.h"
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

class TestBybitFeed final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void followsLinearAndSpot()
    {
        const auto feed = makeBybitFeed(followedAssets());
        QCOMPARE(feed->instruments().size(), std::size_t(10));
        QCOMPARE(feed->instruments()[0], (FeedInstrument{u"bybit:BTCUSDT"_s, "BTCUSDT", "BTC", u"USDT"_s}));
        QCOMPARE(feed->instruments()[5],
                 (FeedInstrument{u"bybit-spot:BTCUSDT"_s, "BTCUSDT", "BTC", u"USDT"_s}));
    }

    void subscribesToAllStreamsTenAtATime()
    {
        // Eleven assets make 22 topics on the linear connection.
        const auto feed = makeBybitFeed({"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K"});
        for (const Route& route : feed->routes()) {
            QStringList topics;
            for (const QByteArray& greeting : route.greetings) {
                const QJsonObject message = QJsonDocument::fromJson(greeting).object();
                QCOMPARE(message["op"_L1].toString(), u"subscribe"_s);
                const QJsonArray arguments = message["args"_L1].toArray();
                QVERIFY(arguments.size() <= 10);
                for (const auto& topic : arguments)
                    topics << topic.toString();
            }
            QStringList names;
            for (const StreamSpec& stream : route.streams)
                names << stream.name;
            QCOMPARE(topics, names);
        }
        QCOMPARE(feed->routes()[0].path, u"/v5/public/linear"_s);
        QCOMPARE(feed->routes()[0].greetings.size(), std::size_t(3));
        QCOMPARE(feed->routes()[1].path, u"/v5/public/spot"_s);
        QCOMPARE(feed->routes()[1].streams.size(), std::size_t(11));
    }

    void namesWhatCannotBeFetchedAgain()
    {
        const auto routes = makeBybitFeed({"BTC", "ETH"})->routes();
        QCOMPARE(routes[0].streams[0].name, u"allLiquidation.BTCUSDT"_s);
        QCOMPARE(routes[0].streams[0].series, u"liquidations/bybit"_s);
        QCOMPARE(routes[0].streams[0].silence, Span{0});
        QCOMPARE(routes[0].streams[1].series, u"liquidations/bybit/eth"_s);
        QVERIFY(routes[0].streams[2].series.isEmpty());
        QVERIFY(bybitTraits().samplingRule.isEmpty());
    }

    void pingsInJson()
    {
        const Route route = makeBybitFeed({"BTC"})->routes()[0];
        QCOMPARE(route.heartbeat.every, Span{20s});
        QCOMPARE(QJsonDocument::fromJson(route.heartbeat.message)["op"_L1].toString(), u"ping"_s);
        QVERIFY(route.silence > route.heartbeat.every + 5s);
    }

    void asksForCandlesBetweenInclusiveBounds()
    {
        const auto feed = makeBybitFeed({"BTC", "ETH"});
        // 01:00 and 01:01
        const auto spotMinutes =
            feed->candleRequest(2, oneMinute, {at("2025-11-22T01:00:00Z"), at("2025-11-22T01:02:00Z")});
        QCOMPARE(spotMinutes.path, u"/v5/market/kline?category=spot&symbol=BTCUSDT&interval=1"
                                   "&start=1763773200000&end=1763773319999&limit=2"_s);
        QCOMPARE(spotMinutes.instrument, 2);
        const auto linearDays = feed->candleRequest(1, oneDay, {at("2025-11-01"), at("2025-11-22")});
        QCOMPARE(linearDays.path, u"/v5/market/kline?category=linear&symbol=ETHUSDT&interval=D"
                                  "&start=1761955200000&end=1763769599999&limit=21"_s);
        QCOMPARE(feed->candlePage(0, oneMinute), 1000);
        QCOMPARE(feed->candlePage(0, Interval{3min}), 0);
        QCOMPARE(feed->candleReach(0, oneMinute), Span{0});
    }

    void asksForTheTimeAndForOpenInterestOfPerpetuals()
    {
        const auto polls = makeBybitFeed({"BTC", "ETH"})->polls();
        QCOMPARE(polls.size(), std::size_t(3));
        QCOMPARE(polls[0].request.path, u"/v5/market/time"_s);
        QCOMPARE(polls[0].every, Span{60s});
        QCOMPARE(polls[2].request.purpose, RestRequest::Purpose::OpenInterest);
        QCOMPARE(polls[2].request.instrument, 1);
        QCOMPARE(polls[2].every, Span{5min});
        QVERIFY(polls[2].request.path.startsWith(
            "/v5/market/open-interest?category=linear&symbol=ETHUSDT&intervalTime=5min"_L1));
    }
};

QTEST_GUILESS_MAIN(TestBybitFeed)
#include "tst_bybitfeed.moc"
