// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinbase/coinbasefeed.h"
#include "tests/support/failonwarning.h"
#include "tests/support/feedreads.h"

#include <QtTest>

using namespace holdline;
using holdline::testing::at;
using holdline::testing::candleOf;
using holdline::testing::json;
using holdline::testing::readAnswer;
using holdline::testing::readMessage;

namespace {

std::unique_ptr<Feed> feed()
{
    return makeCoinbaseFeed({"BTC", "ETH"});
}

// As feedRoute() lists them.
constexpr int matches = 0;
constexpr int heartbeat = 1;
constexpr int ethTicker = 3;

RestRequest candles(TimeRange range)
{
    return {RestRequest::Purpose::Candles, {}, 1, 0, oneMinute, range};
}

const TimeRange wholeDay{fromMsecs(1763769600000), fromMsecs(1763856000000)};

QByteArray trade(const char* product, const char* side, const char* more)
{
    return json("{'type':'match','trade_id':995098700,'maker_order_id':'a','taker_order_id':'b','product_id':"
                "'") +
           product + json("','sequence':5,'time':'2026-11-22T01:00:02.789012Z','side':'") + side +
           json("',") + json(more) + '}';
}

QByteArray ticker(const char* figures)
{
    return json("{'type':'ticker','sequence':5,'product_id':'ETH-USD','price':'2805.5',") + json(figures) +
           json(",'volume_30d':'3000','best_bid':'2805.4','side':'buy',"
                "'time':'2026-11-22T01:00:02.789012Z','trade_id':5,'last_size':'0.1'}");
}

} // namespace

class TestCoinbaseMessages final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsTradesByTheMakersSide_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isTakerBuy");
        QTest::newRow("a maker who sells")
            << trade("BTC-USD", "sell", "'size':'0.0015','price':'86455.50'") << true;
        QTest::newRow("a maker who buys")
            << trade("BTC-USD", "buy", "'size':'0.0015','price':'86455.50'") << false;
        QTest::newRow("numbers") << trade("BTC-USD", "sell", "'size':0.0015,'price':86455.5") << true;
        QTest::newRow("the last one before")
            << trade("BTC-USD", "sell", "'size':'0.0015','price':'86455.50'").replace("match", "last_match")
            << true;
    }
    void readsTradesByTheMakersSide()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isTakerBuy);
        const auto read = readMessage(*feed(), 0, bytes);
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.reading.stream, matches);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.trades.size(), std::size_t(1));
        const TradeRecord& trade = read.records.trades[0];
        QCOMPARE(trade.instrument, 0);
        QCOMPARE(trade.time, at("2026-11-22T01:00:02.789Z"));
        QCOMPARE(trade.price, Price::parse("86455.5").value());
        QCOMPARE(trade.quantity, Quantity::parse("0.0015").value());
        QCOMPARE(trade.isTakerBuy, isTakerBuy);
        QCOMPARE(trade.id, qint64(995098700));
    }

    void readsTheDay()
    {
        const auto read = readMessage(
            *feed(), 0,
            ticker("'open_24h':'2790','volume_24h':'1234.5','low_24h':'2750.1','high_24h':'2850'"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.reading.stream, ethTicker);
        QCOMPARE(read.records.days.size(), std::size_t(1));
        const DayRecord& day = read.records.days[0];
        QCOMPARE(day.instrument, 1);
        QCOMPARE(day.time, at("2026-11-22T01:00:02.789Z"));
        QCOMPARE(day.last, Price::parse("2805.5").value());
        QCOMPARE(day.open, Price::whole(2790));
        QCOMPARE(day.high, Price::whole(2850));
        QCOMPARE(day.low, Price::parse("2750.1").value());
        QCOMPARE(day.volume, Amount::parse("1234.5").value());
        QCOMPARE(day.quoteVolume, Amount{});
    }

    void rejectsWhatIsNoTradeAndNoDay_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a price of 0") << trade("BTC-USD", "sell", "'size':'1','price':'0'");
        QTest::newRow("a price of 1e308") << trade("BTC-USD", "sell", "'size':'1','price':1e308");
        QTest::newRow("a negative size") << trade("BTC-USD", "sell", "'size':'-1','price':'5'");
        QTest::newRow("a size of null") << trade("BTC-USD", "sell", "'size':null,'price':'5'");
        QTest::newRow("an unknown side") << trade("BTC-USD", "both", "'size':'1','price':'5'");
        QTest::newRow("a time that is none")
            << trade("BTC-USD", "sell", "'size':'1','price':'5'").replace("2026-11-22T01", "2026-13-22T01");
        QTest::newRow("a day without its open")
            << ticker("'volume_24h':'1234.5','low_24h':'2750.1','high_24h':'2850'");
        QTest::newRow("a day whose high is NaN")
            << ticker("'open_24h':'2790','volume_24h':'1234.5','low_24h':'2750.1','high_24h':'NaN'");
        QTest::newRow("a day whose high is below its low")
            << ticker("'open_24h':'2790','volume_24h':'1234.5','low_24h':'2850','high_24h':'2750'");
        QTest::newRow("a day of negative volume")
            << ticker("'open_24h':'2790','volume_24h':'-1','low_24h':'2750.1','high_24h':'2850'");
    }
    void rejectsWhatIsNoTradeAndNoDay()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readMessage(*feed(), 0, bytes);
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(read.isEmpty());
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
    }

    void tellsWhatMessagesAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Reading::Kind>("kind");
        QTest::addColumn<int>("stream");
        const auto row = [](const char* name, const char* bytes, Reading::Kind kind, int stream = -1) {
            QTest::newRow(name) << json(bytes) << kind << stream;
        };
        row("subscriptions",
            "{'type':'subscriptions','channels':[{'name':'ticker','product_ids':['BTC-USD']}]}",
            Reading::Kind::Acknowledged);
        row("a heartbeat",
            "{'type':'heartbeat','last_trade_id':20,'product_id':'BTC-USD','sequence':90,"
            "'time':'2026-11-22T01:00:02.789012Z'}",
            Reading::Kind::Alive, heartbeat);
        row("an error",
            "{'type':'error','message':'Failed to subscribe','reason':'X-Y is not a valid product'}",
            Reading::Kind::Refused);
        row("an unknown event", "{'type':'status','products':[{'id':'BTC-USD'}]}", Reading::Kind::Data);
        row("a product that is not followed",
            "{'type':'match','product_id':'DOGE-USD','price':'1','size':'1','side':'buy'}",
            Reading::Kind::Data);
        row("no type", "{'product_id':'BTC-USD'}", Reading::Kind::Data);
    }
    void tellsWhatMessagesAre()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readMessage(*feed(), 0, bytes);
        QTEST(read.reading.kind, "kind");
        QTEST(read.reading.stream, "stream");
        QVERIFY(read.isEmpty());
        QVERIFY(read.records.rejects.empty());
        if (read.reading.kind == Reading::Kind::Refused)
            QVERIFY(read.reading.reason.contains(QStringLiteral("not a valid product")));
    }

    void readsAnswersInTheirUnusualOrder()
    {
        const auto read =
            readAnswer(*feed(), candles({at("2025-11-22T00:59:00Z"), at("2025-11-22T01:01:00Z")}),
                       json("[[1763773260,9,9,9,9,9],"
                            "[1763773200,86400.1,86510,86455.5,86480.2,11.2345],"
                            "[1763773140,'85901','86777.1','86120','86455.5','812.402','further'],"
                            "[1763773080,9,9,9,9,9]]"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(
            read.records.candles[0].candle,
            candleOf(at("2025-11-22T00:59:00Z"), {"86120", "86777.1", "85901", "86455.5", "812.402", ""}));
        QCOMPARE(
            read.records.candles[1].candle,
            candleOf(at("2025-11-22T01:00:00Z"), {"86455.5", "86510", "86400.1", "86480.2", "11.2345", ""}));
        QVERIFY(!read.records.candles[1].isClosed);
    }

    void readsNumbersExactly()
    {
        // One more than 2^53 in its last digits: a double could not hold it.
        const auto read = readAnswer(*feed(), candles(wholeDay),
                                     "[[1763773200,1e-8,90071992547.40993,90071992547.40993,1,1.1e1]]");
        QCOMPARE(read.records.candles.size(), std::size_t(1));
        QCOMPARE(read.records.candles[0].candle.high.units, qint64(9007199254740993000));
        QCOMPARE(read.records.candles[0].candle.low.units, qint64(1));
        QCOMPARE(read.records.candles[0].candle.volume, Amount::parse("11"));
    }

    void rejectsABadRowAlone_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char* name, const char* bad) { QTest::newRow(name) << json(bad); };
        row("too few columns", "[1763773200,1,1,1,1]");
        row("no row", "5");
        row("an object", "{'a':[]}");
        row("a price of null", "[1763773200,1,null,1,1,1]");
        row("a price of 1e308", "[1763773200,1,1e308,1,1,1]");
        row("a price below 0", "[1763773200,-1,1,1,1,1]");
        row("high below low", "[1763773200,6,4,5,5,1]");
        row("a negative volume", "[1763773200,1,1,1,1,-1]");
        row("a time of null", "[null,1,1,1,1,1]");
    }
    void rejectsABadRowAlone()
    {
        QFETCH(QByteArray, bad);
        const auto read = readAnswer(*feed(), candles(wholeDay),
                                     "[[1763773260,2,2,2,2,2]," + bad + ",[1763773140,3,3,3,3,3]]");
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(read.records.candles[0].candle.open, Price::whole(3));
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
    }

    void tellsWhatAnswersAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Reading::Kind>("kind");
        const auto row = [](const char* name, const char* bytes, Reading::Kind kind) {
            QTest::newRow(name) << json(bytes) << kind;
        };
        row("no candles", "[]", Reading::Kind::Data);
        row("an unknown product", "{'message':'NotFound'}", Reading::Kind::Refused);
        row("too many questions", "{'message':'Public rate limit exceeded'}", Reading::Kind::RateLimited);
        row("an object that says nothing", "{}", Reading::Kind::Rejected);
        row("a message that is no text", "{'message':[1]}", Reading::Kind::Rejected);
        row("a number", "5", Reading::Kind::Rejected);
    }
    void tellsWhatAnswersAre()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readAnswer(*feed(), candles(wholeDay), bytes);
        QTEST(read.reading.kind, "kind");
        QVERIFY(read.isEmpty());
        QCOMPARE(read.reading.reason.isEmpty(), read.reading.kind == Reading::Kind::Data);
    }
};

QTEST_GUILESS_MAIN(TestCoinbaseMessages)
#include "tst_coinbasemessages.moc"
