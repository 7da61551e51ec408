// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binancefutures/binancefuturesmessages.h"
#include "models/feeds/feedcatalog.h"
#include "tests/support/binancesamples.h"
#include "tests/support/feedreading.h"

#include <QtTest>

#include <algorithm>

using namespace holdline;
using namespace Qt::StringLiterals;

class TestBinanceFuturesFeed final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsSamples_data() { testing::addSampleRows(testing::binanceFuturesSamples()); }
    void readsSamples()
    {
        QFETCH(int, index);
        testing::compareSample(*m_feed, testing::binanceFuturesSamples()[static_cast<std::size_t>(index)]);
    }

    void survivesDamage_data() { testing::addSampleRows(testing::binanceFuturesSamples()); }
    void survivesDamage()
    {
        QFETCH(int, index);
        testing::compareDamaged(*m_feed, testing::binanceFuturesSamples()[static_cast<std::size_t>(index)]);
    }

    void namesAssets_data()
    {
        QTest::addColumn<QByteArray>("symbol");
        QTest::addColumn<QByteArray>("asset");
        const auto row = [](const char* symbol, const char* asset) {
            QTest::newRow(symbol) << QByteArray(symbol) << QByteArray(asset);
        };
        row("BTCUSDT", "btc");
        row("BTCUSDC", "btc");
        row("BTCUSDT_260327", "btc");
        row("1000PEPEUSDT", "1000pepe");
        row("BTCDOMUSDT", "btcdom");
        row("ETHBTC", "");
        row("USDT", "");
        row("", "");
        row("_USDT", "");
        row("BTC USDT", "");
        row("BTC\\u0041USDT", "");
        row("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAUSDT", "");
        row("\xE5\xB8\x81USDT", "\xE5\xB8\x81");
    }
    void namesAssets()
    {
        QFETCH(QByteArray, symbol);
        QTEST(QByteArray::fromStdString(assetOfContract(symbol.toStdString())), "asset");
    }

    void knowsCoinMargin()
    {
        for (const char* symbol : {"BTCUSD_PERP", "BTCUSD_260327"})
            QVERIFY2(isCoinMargined(symbol), symbol);
        for (const char* symbol : {"BTCUSDT", "BTCUSDT_260327", "BTCUSDC", "BTCBUSD_210326", "BTCUSD", ""})
            QVERIFY2(!isCoinMargined(symbol), symbol);
    }

    void connectsToTheMarketPath()
    {
        const auto routes = m_feed->routes();
        QCOMPARE(routes.size(), std::size_t(1));
        const Route& route = routes[0];
        QVERIFY(route.path.startsWith(u"/market/stream?streams=!forceOrder@arr/btcusdt@forceOrder/"
                                      "btcusdt@kline_1m/btcusdt@markPrice@1s/ethusdt@forceOrder/"_s));
        QCOMPARE(route.streams.size(), std::size_t(16));
        QCOMPARE(route.alternatives, QStringList{route.path.mid(u"/market"_s.size())});
        QCOMPARE(route.name, u"market"_s);
        QCOMPARE(route.silence, Span(std::chrono::seconds{30}));
        QCOMPARE(route.lifetime, Span(std::chrono::hours{24}));
        QCOMPARE(route.messagesPerSecond, 10);
    }

    void expectsNoForcedOrders()
    {
        const Route route = m_feed->routes()[0];
        for (const StreamSpec& stream : route.streams) {
            const bool isForced = stream.name.contains(u"forceOrder"_s);
            QCOMPARE(stream.silence == Span{}, isForced);
            QCOMPARE(stream.series, isForced ? u"liquidations/binance-futures"_s : QString());
        }
    }

    void asksForCandles()
    {
        // 2025-11-22T00:00Z and two hours: the last opens at 01:00.
        const UtcTime from = fromMsecs(1763769600000);
        const auto request = m_feed->candleRequest(4, oneHour, {from, from + std::chrono::hours{2}});
        QCOMPARE(request.path, u"/fapi/v1/klines?symbol=SOLUSDT&interval=1h&startTime=1763769600000&"
                               "endTime=1763773200000&limit=1000"_s);
        QCOMPARE(request.weight, 5);
        QCOMPARE(request.instrument, 4);
    }

    void asksAgainAndAgain()
    {
        const auto polls = m_feed->polls();
        QCOMPARE(polls.size(), std::size_t(11));
        const auto every = [&](const QString& path) {
            const auto poll =
                std::ranges::find(polls, path, [](const Poll& each) { return each.request.path; });
            return poll == polls.end() ? Span{} : poll->every;
        };
        QCOMPARE(every(u"/fapi/v1/time"_s), Span(std::chrono::minutes{1}));
        QCOMPARE(every(u"/fapi/v1/openInterest?symbol=BTCUSDT"_s), Span(std::chrono::minutes{1}));
        QCOMPARE(every(u"/fapi/v1/fundingRate?symbol=SOLUSDT&limit=100"_s), Span(std::chrono::minutes{10}));
    }

    void followsWhatItIsTold()
    {
        const auto feed = findFeed(u"binance-futures"_s)->make({"ETH"});
        QCOMPARE(feed->instruments().size(), std::size_t(1));
        QCOMPARE(feed->instruments()[0],
                 (FeedInstrument{u"binance-futures:ETHUSDT"_s, "ETHUSDT", "ETH", u"USDT"_s}));
        QVERIFY(!feed->traits().samplingRule.isEmpty());
        QCOMPARE(feed->traits().rest, u"https://fapi.binance.com"_s);
        QCOMPARE(feed->traits().stream, u"wss://fstream.binance.com"_s);
    }

private:
    std::unique_ptr<Feed> m_feed = findFeed(u"binance-futures"_s)->make(followedAssets());
};

QTEST_GUILESS_MAIN(TestBinanceFuturesFeed)
#include "tst_binancefuturesfeed.moc"
