// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bybit/bybitfeed.h"
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

constexpr int linear = 0;
constexpr int spot = 1;
// Of BTC and ETH: linear first, spot behind.
constexpr int linearEth = 1;
constexpr int spotBitcoin = 2;

std::unique_ptr<Feed> feed()
{
    return makeBybitFeed({"BTC", "ETH"});
}

RestRequest request(RestRequest::Purpose purpose)
{
    return {purpose, {}, 1, 0};
}

RestRequest candles(TimeRange range)
{
    return {RestRequest::Purpose::Candles, {}, 1, 0, oneMinute, range};
}

} // namespace

class TestBybitMessages final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsLiquidationsByPosition()
    {
        const auto read =
            readMessage(*feed(), linear,
                        json("{'topic':'allLiquidation.BTCUSDT','type':'snapshot','ts':1763773191204,'data':["
                             "{'T':1763773190929,'s':'BTCUSDT','S':'Sell','v':'0.250','p':'87012.30'},"
                             "{'T':1763773191010,'s':'BTCUSDT','S':'Buy','v':'0.040','p':'85990.00'}]}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.reading.stream, 0);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.liquidations.size(), std::size_t(2));
        const auto& first = read.records.liquidations[0];
        QCOMPARE(first.asset, std::string("btc"));
        QCOMPARE(
            first.liquidation,
            (Liquidation{at("2025-11-22T00:59:50.929Z"), PositionSide::Short, Price::parse("87012.3").value(),
                         Quantity::parse("0.25").value(), Amount::parse("21753.075").value()}));
        // A buy stands for a long that was closed.
        const auto& second = read.records.liquidations[1];
        QVERIFY(second.liquidation.side == PositionSide::Long);
        QCOMPARE(second.liquidation.usd, Amount::parse("3439.6").value());
    }

    void countsEqualLiquidationsOfOneMessage()
    {
        const auto read =
            readMessage(*feed(), linear,
                        json("{'topic':'allLiquidation.ETHUSDT','data':["
                             "{'T':1763773190929,'s':'ETHUSDT','S':'Buy','v':'1','p':'2800'},"
                             "{'T':1763773190929,'s':'ETHUSDT','S':'Buy','v':'1','p':'2800'}]}"));
        QCOMPARE(read.records.liquidations.size(), std::size_t(2));
        QCOMPARE(read.records.liquidations[1].asset, std::string("eth"));
        QCOMPARE(read.reading.stream, 1);
    }

    void readsLiquidationsInEachForm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("asset");
        const auto row = [](const char* name, const char* bytes, const char* asset) {
            QTest::newRow(name) << json(bytes) << QByteArray(asset);
        };
        row("one object instead of a list",
            "{'topic':'allLiquidation.BTCUSDT','data':"
            "{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'2','p':'50'}}",
            "btc");
        row("data in front of the topic",
            "{'data':[{'p':'50','v':'2','S':'Buy','s':'BTCUSDT','T':1763773190929}],"
            "'topic':'allLiquidation.BTCUSDT'}",
            "btc");
        row("numbers and strings the other way round",
            "{'topic':'allLiquidation.BTCUSDT','data':"
            "[{'T':'1763773190929','s':'BTCUSDT','S':'Buy','v':2,'p':50.0}]}",
            "btc");
        row("unknown keys",
            "{'topic':'allLiquidation.BTCUSDT','new':{'a':[1]},'data':"
            "[{'x':null,'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'2','p':'50','y':[{}]}]}",
            "btc");
        row("the older topic",
            "{'topic':'liquidation.BTCUSDT','type':'snapshot','ts':1763773191000,'data':"
            "{'updatedTime':1763773190929,'symbol':'BTCUSDT','side':'Buy','size':'2','price':'50'}}",
            "btc");
        row("a contract in USDC",
            "{'topic':'allLiquidation.BTCPERP','data':"
            "[{'T':1763773190929,'s':'BTCPERP','S':'Buy','v':'2','p':'50'}]}",
            "btc");
        row("a contract of a thousand coins",
            "{'topic':'allLiquidation.1000PEPEUSDT','data':"
            "[{'T':1763773190929,'s':'1000PEPEUSDT','S':'Buy','v':'2','p':'50'}]}",
            "1000pepe");
        row("a future",
            "{'topic':'allLiquidation.ETHUSDT-25DEC26','data':"
            "[{'T':1763773190929,'s':'ETHUSDT-25DEC26','S':'Buy','v':'2','p':'50'}]}",
            "eth");
        row("a symbol that the topic alone names",
            "{'topic':'allLiquidation.ETHUSDT','data':[{'T':1763773190929,'S':'Buy','v':'2','p':'50'}]}",
            "eth");
    }
    void readsLiquidationsInEachForm()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, asset);
        const auto read = readMessage(*feed(), linear, bytes);
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.liquidations.size(), std::size_t(1));
        QCOMPARE(read.records.liquidations[0].asset, asset.toStdString());
        QCOMPARE(read.records.liquidations[0].liquidation,
                 (Liquidation{at("2025-11-22T00:59:50.929Z"), PositionSide::Long, Price::whole(50),
                              Quantity{2 * decimalUnits}, Amount::parse("100").value()}));
    }

    void leavesOutWhatCountsDollars_data()
    {
        QTest::addColumn<QByteArray>("symbol");
        QTest::newRow("an inverse perpetual") << QByteArray("BTCUSD");
        QTest::newRow("an inverse future") << QByteArray("BTCUSDZ26");
    }
    void leavesOutWhatCountsDollars()
    {
        QFETCH(QByteArray, symbol);
        const auto read = readMessage(*feed(), linear,
                                      "{\"topic\":\"allLiquidation." + symbol +
                                          "\",\"data\":[{\"T\":1763773190929,\"s\":\"" + symbol +
                                          "\",\"S\":\"Buy\",\"v\":\"2\",\"p\":\"50\"}]}");
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(read.isEmpty());
        QVERIFY(read.records.rejects.empty());
    }

    void rejectsABadLiquidationAlone_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char* name, const char* bad) { QTest::newRow(name) << json(bad); };
        row("a price of 0", "{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'2','p':'0'}");
        row("a price of 1e308", "{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'2','p':'1e308'}");
        row("a negative size", "{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'-2','p':'50'}");
        row("a size of 0", "{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'0','p':'50'}");
        row("a size of null", "{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':null,'p':'50'}");
        row("a size that is a word", "{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'NaN','p':'50'}");
        row("no price", "{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'2'}");
        row("no time", "{'s':'BTCUSDT','S':'Buy','v':'2','p':'50'}");
        row("no side", "{'T':1763773190929,'s':'BTCUSDT','v':'2','p':'50'}");
        row("an unknown side", "{'T':1763773190929,'s':'BTCUSDT','S':'Both','v':'2','p':'50'}");
        row("an unknown kind of contract", "{'T':1763773190929,'s':'BTCEUR','S':'Buy','v':'2','p':'50'}");
        row("a number", "5");
        row("a list", "[1,2]");
    }
    void rejectsABadLiquidationAlone()
    {
        QFETCH(QByteArray, bad);
        const QByteArray good = json("{'T':1763773190929,'s':'BTCUSDT','S':'Buy','v':'2','p':'50'}");
        const auto read = readMessage(*feed(), linear,
                                      json("{'topic':'allLiquidation.BTCUSDT','data':[") + good + ',' + bad +
                                          ',' + good + "]}");
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.liquidations.size(), std::size_t(2));
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
        QVERIFY(!read.records.rejects.front().isEmpty());
    }

    void readsCandles()
    {
        const auto bytes = json(
            "{'topic':'kline.1.BTCUSDT','type':'snapshot','ts':1763773259001,'data':[{'start':1763773200000,"
            "'end':1763773259999,'interval':'1','open':'86455.5','close':'86480.2','high':'86510',"
            "'low':'86400.1','volume':'112.345','turnover':'9714000.55','confirm':true,"
            "'timestamp':1763773258900}]}");
        const auto read = readMessage(*feed(), linear, bytes);
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.reading.stream, 2);
        QCOMPARE(read.records.candles.size(), std::size_t(1));
        const CandleRecord& record = read.records.candles[0];
        QCOMPARE(record.instrument, 0);
        QCOMPARE(record.interval, oneMinute);
        QVERIFY(record.isClosed);
        QCOMPARE(record.at, at("2025-11-22T01:00:59.001Z"));
        QCOMPARE(record.candle, candleOf(at("2025-11-22T01:00:00Z"), {"86455.5", "86510", "86400.1",
                                                                      "86480.2", "112.345", "9714000.55"}));
        // The same words on the other connection are of spot.
        QCOMPARE(readMessage(*feed(), spot, bytes).records.candles.at(0).instrument, spotBitcoin);
        QCOMPARE(readMessage(*feed(), spot, bytes).reading.stream, 0);
    }

    void knowsWhenACandleIsOpen()
    {
        const auto read = readMessage(
            *feed(), linear,
            json("{'topic':'kline.5.ETHUSDT','ts':1763773259001,'data':[{'start':1763773200000,'open':'1',"
                 "'close':'2','high':'3','low':'1','volume':'4','turnover':'5','confirm':false}]}"));
        QCOMPARE(read.records.candles.at(0).instrument, linearEth);
        QCOMPARE(read.records.candles.at(0).interval, fiveMinutes);
        QVERIFY(!read.records.candles.at(0).isClosed);
    }

    void tellsWhatMessagesAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Reading::Kind>("kind");
        QTest::addColumn<int>("stream");
        const auto row = [](const char* name, const char* bytes, Reading::Kind kind, int stream = -1) {
            QTest::newRow(name) << json(bytes) << kind << stream;
        };
        row("an accepted subscription",
            "{'success':true,'ret_msg':'','conn_id':'c-1','req_id':'41','op':'subscribe'}",
            Reading::Kind::Acknowledged);
        row("a refused subscription",
            "{'success':false,'ret_msg':'Invalid topic: x','conn_id':'c','op':'subscribe'}",
            Reading::Kind::Refused);
        row("a pong that says ping",
            "{'success':true,'ret_msg':'pong','conn_id':'c-1','req_id':'42','op':'ping'}",
            Reading::Kind::Alive);
        row("a pong that says pong", "{'args':['1763773190500'],'op':'pong'}", Reading::Kind::Alive);
        row("an unknown operation", "{'op':'dance','success':true}", Reading::Kind::Data);
        row("an unknown topic", "{'topic':'tickers.BTCUSDT','data':{'lastPrice':'1'}}", Reading::Kind::Data);
        row("a candle of a symbol that is not followed",
            "{'topic':'kline.1.DOGEUSDT','data':[{'start':1,'open':'1'}]}", Reading::Kind::Data);
        row("a candle of an interval that is not ours",
            "{'topic':'kline.3.BTCUSDT','data':[{'start':1,'open':'1'}]}", Reading::Kind::Data);
        row("no liquidations", "{'topic':'allLiquidation.BTCUSDT','data':[]}", Reading::Kind::Data, 0);
        row("an empty object", "{}", Reading::Kind::Data);
        row("a topic without data", "{'topic':'kline.1.BTCUSDT'}", Reading::Kind::Rejected);
    }
    void tellsWhatMessagesAre()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, stream);
        const auto read = readMessage(*feed(), linear, bytes);
        QTEST(read.reading.kind, "kind");
        QVERIFY(read.isEmpty());
        QVERIFY(read.records.rejects.empty());
        if (read.reading.kind == Reading::Kind::Data)
            QCOMPARE(read.reading.stream, stream);
    }

    void saysWhatWasRefused()
    {
        const auto read = readMessage(
            *feed(), linear, json("{'success':false,'ret_msg':'Invalid topic: x','op':'subscribe'}"));
        QVERIFY(read.reading.reason.contains(QStringLiteral("Invalid topic: x")));
    }

    void readsAnswersOldestFirst()
    {
        const auto read = readAnswer(
            *feed(), candles({at("2025-11-22T00:59:00Z"), at("2025-11-22T01:01:00Z")}),
            json("{'retCode':0,'retMsg':'OK','result':{'symbol':'BTCUSDT','category':'linear','list':["
                 "['1763773260000','9','9','9','9','9','9'],"
                 "['1763773200000','86455.5','86510','86400.1','86480.2','112.345','9714000.55'],"
                 "['1763773140000','86120','86777.1','85901','86455.5','812.402','70188342.1','further'],"
                 "['1763773080000','9','9','9','9','9','9']]},'retExtInfo':{},'time':1763773260001}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.serverTime, std::optional(at("2025-11-22T01:01:00.001Z")));
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(read.records.candles[0].candle,
                 candleOf(at("2025-11-22T00:59:00Z"),
                          {"86120", "86777.1", "85901", "86455.5", "812.402", "70188342.1"}));
        QCOMPARE(read.records.candles[1].candle.openTime, at("2025-11-22T01:00:00Z"));
        QVERIFY(!read.records.candles[0].isClosed);
    }

    void rejectsABadRowAlone_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char* name, const char* bad) { QTest::newRow(name) << json(bad); };
        row("too few columns", "['1763773200000','1','1','1','1','1']");
        row("no row", "5");
        row("an object", "{'a':1}");
        row("a price of null", "['1763773200000',null,'1','1','1','1','1']");
        row("a price of 0", "['1763773200000','0','1','0','1','1','1']");
        row("a price of 1e308", "['1763773200000','1','1e308','1','1','1','1']");
        row("high below low", "['1763773200000','5','4','6','5','1','1']");
        row("a negative volume", "['1763773200000','1','1','1','1','-1','1']");
        row("a word as volume", "['1763773200000','1','1','1','1','NaN','1']");
        row("a word as time", "['soon','1','1','1','1','1','1']");
    }
    void rejectsABadRowAlone()
    {
        QFETCH(QByteArray, bad);
        const auto read =
            readAnswer(*feed(), candles({at("2025-11-22T00:00:00Z"), at("2025-11-22T02:00:00Z")}),
                       json("{'retCode':0,'result':{'list':["
                            "['1763773260000','2','2','2','2','2','2'],") +
                           bad + json(",['1763773140000','3','3','3','3','3','3']]},'time':1}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(read.records.candles[0].candle.open, Price::whole(3));
        QCOMPARE(read.records.candles[1].candle.open, Price::whole(2));
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
    }

    void leavesVolumesOutThatAreNotTold()
    {
        const auto read =
            readAnswer(*feed(), candles({at("2025-11-22T01:00:00Z"), at("2025-11-22T01:01:00Z")}),
                       json("{'retCode':'0','result':{'list':["
                            "[1763773200000,1,1.5,1,1.5,'',null]]},'time':'1763773260001'}"));
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.candles.size(), std::size_t(1));
        QCOMPARE(read.records.candles[0].candle,
                 candleOf(at("2025-11-22T01:00:00Z"), {"1", "1.5", "1", "1.5", "", ""}));
    }

    void tellsWhatAnswersAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Reading::Kind>("kind");
        const auto row = [](const char* name, const char* bytes, Reading::Kind kind) {
            QTest::newRow(name) << json(bytes) << kind;
        };
        row("no candles", "{'retCode':0,'retMsg':'OK','result':{'list':[]},'time':1763773260001}",
            Reading::Kind::Data);
        row("too many visits", "{'retCode':10006,'retMsg':'Too many visits!','result':{},'time':1}",
            Reading::Kind::RateLimited);
        row("an address's limit", "{'retCode':10018,'retMsg':'ip rate limit','result':{}}",
            Reading::Kind::RateLimited);
        row("a region", "{'retCode':10009,'retMsg':'IP is banned','result':{}}",
            Reading::Kind::RegionRefused);
        row("a failing server", "{'retCode':10016,'retMsg':'Internal','result':{}}",
            Reading::Kind::Unavailable);
        row("a slow server", "{'retCode':10000,'retMsg':'Server Timeout','result':{}}",
            Reading::Kind::Unavailable);
        row("a bad symbol", "{'retCode':10029,'retMsg':'symbol','result':{}}", Reading::Kind::Refused);
        row("a code that is new, behind its result", "{'result':{'list':[['1']]},'retMsg':'x','retCode':777}",
            Reading::Kind::Refused);
        row("no code", "{'result':{'list':[]}}", Reading::Kind::Rejected);
        row("no list", "{'retCode':0,'result':{}}", Reading::Kind::Rejected);
        row("no result", "{'retCode':0}", Reading::Kind::Rejected);
        row("a result of null", "{'retCode':0,'result':null}", Reading::Kind::Rejected);
        row("a list that is an object", "{'retCode':0,'result':{'list':{}}}", Reading::Kind::Rejected);
        row("another venue's list", "[[1,2,3]]", Reading::Kind::Rejected);
    }
    void tellsWhatAnswersAre()
    {
        QFETCH(QByteArray, bytes);
        const auto read =
            readAnswer(*feed(), candles({at("2025-11-22T00:00:00Z"), at("2025-11-23T00:00:00Z")}), bytes);
        QTEST(read.reading.kind, "kind");
        QVERIFY(read.isEmpty());
        QCOMPARE(read.reading.reason.isEmpty(), read.reading.kind == Reading::Kind::Data);
    }

    void readsOpenInterestOfOneSide()
    {
        const auto read =
            readAnswer(*feed(), request(RestRequest::Purpose::OpenInterest),
                       json("{'retCode':0,'result':{'list':["
                            "{'openInterest':'80','singleOpenInterest':'40.5','timestamp':'1763773200000'},"
                            "{'openInterest':'70','timestamp':'1763772900000'},"
                            "{'openInterest':'60','singleOpenInterest':'30','timestamp':'1763772600000'}"
                            "],'nextPageCursor':''},'time':1763773260001}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.gauges.size(), std::size_t(2));
        QCOMPARE(read.records.gauges[0].time, at("2025-11-22T00:50:00Z"));
        QCOMPARE(read.records.gauges[0].value, Amount::parse("30").value());
        QCOMPARE(read.records.gauges[1].time, at("2025-11-22T01:00:00Z"));
        QCOMPARE(read.records.gauges[1].value, Amount::parse("40.5").value());
        QCOMPARE(read.records.gauges[1].gauge, Gauge::OpenInterest);
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
        QVERIFY(read.records.rejects[0].contains(QStringLiteral("unknown basis")));
    }

    void readsTheVenuesClock()
    {
        const auto time = request(RestRequest::Purpose::ServerTime);
        const auto read = readAnswer(*feed(), time,
                                     json("{'retCode':0,'retMsg':'OK','result':{'timeSecond':'1763773190',"
                                          "'timeNano':'1763773190500123456'},'time':1763773190500}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.serverTime, std::optional(at("2025-11-22T00:59:50.500Z")));
        QCOMPARE(readAnswer(*feed(), time, json("{'retCode':0,'result':{}}")).reading.kind,
                 Reading::Kind::Rejected);
    }
};

QTEST_GUILESS_MAIN(TestBybitMessages)
#include "tst_bybitmessages.moc"
