// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxfeed.h"
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

class TestOkxFeed final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void followsSpotAndSwaps()
    {
        const auto feed = makeOkxFeed(followedAssets());
        QCOMPARE(feed->instruments().size(), std::size_t(10));
        QCOMPARE(feed->instruments()[0], (FeedInstrument{u"okx:BTC-USDT"_s, "BTC-USDT", "BTC", u"USDT"_s}));
        QCOMPARE(feed->instruments()[5],
                 (FeedInstrument{u"okx:BTC-USDT-SWAP"_s, "BTC-USDT-SWAP", "BTC", u"USDT"_s}));
    }

    void subscribesAndPings()
    {
        const auto routes = makeOkxFeed({"BTC", "ETH"})->routes();
        QCOMPARE(routes.size(), std::size_t(2));
        QCOMPARE(routes[0].path, u"/ws/v5/public"_s);
        QCOMPARE(routes[1].path, u"/ws/v5/business"_s);
        const QJsonArray forced = QJsonDocument::fromJson(routes[0].greetings[0])["args"_L1].toArray();
        QCOMPARE(forced.size(), 1);
        QCOMPARE(forced[0].toObject()["channel"_L1].toString(), u"liquidation-orders"_s);
        QCOMPARE(forced[0].toObject()["instType"_L1].toString(), u"SWAP"_s);
        const QJsonArray candles = QJsonDocument::fromJson(routes[1].greetings[0])["args"_L1].toArray();
        QCOMPARE(candles.size(), 4);
        QCOMPARE(candles[3].toObject()["channel"_L1].toString(), u"candle1m"_s);
        QCOMPARE(candles[3].toObject()["instId"_L1].toString(), u"ETH-USDT-SWAP"_s);
        for (const Route& route : routes) {
            QCOMPARE(route.greetings.back(), QByteArray("ping"));
            QCOMPARE(route.heartbeat.message, QByteArray("ping"));
            QVERIFY(route.heartbeat.onlyWhenIdle);
            QVERIFY(route.heartbeat.every < 30s);
            QVERIFY(route.silence > route.heartbeat.every + 5s);
        }
        QCOMPARE(routes[0].streams[0].series, u"liquidations/okx"_s);
        QVERIFY(!okxTraits().samplingRule.isEmpty());
    }

    void asksForCandlesBetweenExclusiveCursors()
    {
        const auto feed = makeOkxFeed({"BTC", "ETH"});
        // 01:00 and 01:01
        const auto minutes =
            feed->candleRequest(2, oneMinute, {at("2025-11-22T01:00:00Z"), at("2025-11-22T01:02:00Z")});
        QCOMPARE(minutes.path, u"/api/v5/market/history-candles?instId=BTC-USDT-SWAP&bar=1m"
                               "&after=1763773320000&before=1763773199999&limit=2"_s);
        const auto days = feed->candleRequest(0, oneDay, {at("2025-11-01"), at("2025-11-22")});
        QCOMPARE(days.path, u"/api/v5/market/history-candles?instId=BTC-USDT&bar=1Dutc"
                            "&after=1763769600000&before=1761955199999&limit=21"_s);
        QCOMPARE(feed->candlePage(0, oneMinute), 100);
        QCOMPARE(feed->candlePage(0, oneWeek), 0);
    }

    void asksForTheLatestCandlesElsewhere()
    {
        const auto feed = makeOkxFeed({"BTC"});
        const auto pathOf = [&](const char* from, const char* to) {
            return feed->candleRequest(0, oneMinute, {at(from), at(to)}).path.section(u'?', 0, 0);
        };
        const QString archive = u"/api/v5/market/history-candles"_s;
        const QString latest = u"/api/v5/market/candles"_s;
        QCOMPARE(pathOf("2025-11-22T00:58:00Z", "2025-11-22T01:01:00Z"), archive);
        FeedRecords records;
        const Reading reading =
            feed->readMessage(1,
                              testing::json("{'arg':{'channel':'candle1m','instId':'BTC-USDT'},"
                                            "'data':[['1763773200000','2','3',"
                                            "'1','2','4','5','6','0']]}"),
                              UtcTime{}, records);
        QCOMPARE(reading.kind, Reading::Kind::Data);
        QCOMPARE(pathOf("2025-11-22T00:58:00Z", "2025-11-22T01:01:00Z"), latest);
        // The 300 latest begin at 20:01 on the day before.
        QCOMPARE(pathOf("2025-11-21T20:01:00Z", "2025-11-21T20:10:00Z"), latest);
        QCOMPARE(pathOf("2025-11-21T20:00:00Z", "2025-11-21T20:10:00Z"), archive);
        // Long after the last word of the stream it tells nothing about what is latest.
        QCOMPARE(pathOf("2025-11-22T09:00:00Z", "2025-11-22T09:03:00Z"), archive);
    }

    void asksForContracts()
    {
        const auto polls = makeOkxFeed({"BTC"})->polls();
        QCOMPARE(polls.size(), std::size_t(1));
        QCOMPARE(polls[0].request.purpose, RestRequest::Purpose::Contracts);
        QCOMPARE(polls[0].request.path, u"/api/v5/public/instruments?instType=SWAP"_s);
        QCOMPARE(polls[0].every, Span{1h});
    }
};

QTEST_GUILESS_MAIN(TestOkxFeed)
#include "tst_okxfeed.moc"
