// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"
#include "tests/support/binancesamples.h"
#include "tests/support/feedreading.h"

#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

class TestBinanceFeed final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsSamples_data() { testing::addSampleRows(testing::binanceSamples()); }
    void readsSamples()
    {
        QFETCH(int, index);
        testing::compareSample(*m_feed, testing::binanceSamples()[static_cast<std::size_t>(index)]);
    }

    void survivesDamage_data() { testing::addSampleRows(testing::binanceSamples()); }
    void survivesDamage()
    {
        QFETCH(int, index);
        testing::compareDamaged(*m_feed, testing::binanceSamples()[static_cast<std::size_t>(index)]);
    }

    void rejectsDeepNesting()
    {
        FeedRecords records;
        for (const QByteArray& deep : {QByteArray(2000, '[') + QByteArray(2000, ']'),
                                       "{\"e\":\"kline\",\"k\":" + QByteArray("{\"k\":").repeated(2000) +
                                           '1' + QByteArray(2001, '}')}) {
            const Reading reading = m_feed->readMessage(0, deep, {}, records);
            QCOMPARE(reading.kind, Reading::Kind::Rejected);
            QVERIFY(!reading.reason.isEmpty());
        }
    }

    void forgetsTheMessageBefore()
    {
        FeedRecords records;
        const QByteArray whole = testing::json(testing::binanceSamples().front().text);
        QCOMPARE(m_feed->readMessage(0, whole, {}, records).kind, Reading::Kind::Data);
        QCOMPARE(records.candles.size(), std::size_t(1));
        const QByteArray bare = testing::json("{'e':'kline','E':1763773190123,'s':'BTCUSDT'}");
        QCOMPARE(m_feed->readMessage(0, bare, {}, records).kind, Reading::Kind::Data);
        QVERIFY(records.candles.empty());
        QCOMPARE(records.rejects.size(), std::size_t(1));
    }

    void saysHowItRefused()
    {
        FeedRecords records;
        const QByteArray refusal = testing::json("{'code':-1121,'msg':'Invalid symbol.'}");
        const auto reading = m_feed->readAnswer(m_feed->candleRequest(0, oneMinute, {}), refusal, records);
        QVERIFY(reading.reason.contains(u"-1121"_s));
        QVERIFY(reading.reason.contains(u"Invalid symbol."_s));
    }

    void connectsToOnePath()
    {
        const auto routes = m_feed->routes();
        QCOMPARE(routes.size(), std::size_t(1));
        QCOMPARE(routes[0].path, u"/stream?streams=btcusdt@kline_1m/btcusdt@miniTicker/btcusdt@aggTrade/"
                                 "ethusdt@kline_1m/ethusdt@miniTicker/xrpusdt@kline_1m/xrpusdt@miniTicker/"
                                 "adausdt@kline_1m/adausdt@miniTicker/solusdt@kline_1m/solusdt@miniTicker"_s);
        QCOMPARE(routes[0].streams.size(), std::size_t(11));
        QCOMPARE(routes[0].streams[2].name, u"btcusdt@aggTrade"_s);
        QVERIFY(routes[0].greetings.empty());
        QVERIFY(routes[0].alternatives.isEmpty());
        QCOMPARE(routes[0].lifetime, Span(std::chrono::hours{24}));
        QCOMPARE(routes[0].messagesPerSecond, 5);
    }

    void asksForCandles()
    {
        // 2025-11-22T00:00Z and 1000 minutes: the last opens at 16:39.
        const UtcTime from = fromMsecs(1763769600000);
        const auto request = m_feed->candleRequest(1, oneMinute, {from, from + std::chrono::minutes{1000}});
        QCOMPARE(request.path, u"/api/v3/klines?symbol=ETHUSDT&interval=1m&startTime=1763769600000&"
                               "endTime=1763829540000&limit=1000"_s);
        QCOMPARE(request.weight, 2);
        QCOMPARE(request.instrument, 1);
        QCOMPARE(request.range.from, from);
        QCOMPARE(m_feed->candlePage(0, oneMinute), 1000);
        QCOMPARE(m_feed->candlePage(0, oneWeek), 1000);
        QCOMPARE(m_feed->candlePage(0, Interval{std::chrono::seconds{90}}), 0);
        QCOMPARE(m_feed->candleReach(0, oneMinute), Span{});
    }

    void asksForTheTime()
    {
        const auto polls = m_feed->polls();
        QCOMPARE(polls.size(), std::size_t(1));
        QCOMPARE(polls[0].request.path, u"/api/v3/time"_s);
        QCOMPARE(polls[0].every, Span(std::chrono::minutes{1}));
    }

    void followsWhatItIsTold()
    {
        const auto feed = findFeed(u"binance"_s)->make({"SOL", "BTC"});
        QCOMPARE(feed->instruments().size(), std::size_t(2));
        QCOMPARE(feed->instruments()[0], (FeedInstrument{u"binance:SOLUSDT"_s, "SOLUSDT", "SOL", u"USDT"_s}));
        QCOMPARE(feed->instruments()[1].id, u"binance:BTCUSDT"_s);
        QCOMPARE(feed->routes()[0].path,
                 u"/stream?streams=solusdt@kline_1m/solusdt@miniTicker/btcusdt@kline_1m/btcusdt@miniTicker/"
                 "btcusdt@aggTrade"_s);
        QCOMPARE(feed->traits().rest, u"https://data-api.binance.vision"_s);
        QCOMPARE(feed->traits().stream, u"wss://data-stream.binance.vision"_s);
    }

private:
    std::unique_ptr<Feed> m_feed = findFeed(u"binance"_s)->make(followedAssets());
};

QTEST_GUILESS_MAIN(TestBinanceFeed)
#include "tst_binancefeed.moc"
