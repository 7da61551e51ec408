// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxfeed.h"
#include "tests/support/failonwarning.h"
#include "tests/support/feedprobe.h"
#include "tests/support/feedreads.h"

#include <QtTest>

using namespace holdline;
using holdline::testing::at;
using holdline::testing::candleOf;
using holdline::testing::json;
using holdline::testing::readAnswer;
using holdline::testing::readMessage;

namespace {

constexpr int publicRoute = 0;
constexpr int business = 1;
// Of BTC and ETH: spot first, swaps behind.
constexpr int bitcoin = 0;
constexpr int bitcoinSwap = 2;

std::unique_ptr<Feed> feed()
{
    auto made = makeOkxFeed({"BTC", "ETH"});
    testing::tellContracts(*made);
    return made;
}

QByteArray liquidations(const QByteArray& instrument, const QByteArray& details)
{
    return json("{'arg':{'channel':'liquidation-orders','instType':'SWAP'},'data':[{'details':[") + details +
           json("],'instFamily':'x','instId':'") + instrument + json("','instType':'SWAP','uly':'x'}]}");
}

RestRequest candles(int instrument, TimeRange range)
{
    return {RestRequest::Purpose::Candles, {}, 1, instrument, oneMinute, range};
}

RestRequest contracts()
{
    return {RestRequest::Purpose::Contracts, {}};
}

const TimeRange wholeDay{fromMsecs(1763769600000), fromMsecs(1763856000000)};

} // namespace

class TestOkxMessages final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void measuresLiquidations_data()
    {
        QTest::addColumn<QByteArray>("instrument");
        QTest::addColumn<QByteArray>("size");
        QTest::addColumn<QByteArray>("price");
        QTest::addColumn<QByteArray>("asset");
        QTest::addColumn<QByteArray>("quantity");
        QTest::addColumn<QByteArray>("usd");
        const auto row = [](const char* instrument, const char* size, const char* price, const char* asset,
                            const char* quantity, const char* usd) {
            QTest::newRow(instrument) << QByteArray(instrument) << QByteArray(size) << QByteArray(price)
                                      << QByteArray(asset) << QByteArray(quantity) << QByteArray(usd);
        };
        // 13 contracts of 0.01 BTC; 0.13 x 86011.5
        row("BTC-USDT-SWAP", "13", "86011.5", "btc", "0.13", "11181.495");
        row("ETH-USDT-SWAP", "2.5", "2800", "eth", "0.25", "700");
        row("SOL-USDT-SWAP", "0.01", "130.5", "sol", "0.01", "1.305");
        row("XRP-USDT-SWAP", "3", "2.1", "xrp", "300", "630");
        row("ADA-USDT-SWAP", "7", "0.5", "ada", "700", "350");
        // 5 contracts of 100 dollars; 500 / 80000
        row("BTC-USD-SWAP", "5", "80000", "btc", "0.00625", "500");
        // 1 contract of 10 dollars; 10 / 3000 = 0.00333333...
        row("ETH-USD-SWAP", "1", "3000", "eth", "0.00333333", "10");
    }
    void measuresLiquidations()
    {
        QFETCH(QByteArray, instrument);
        QFETCH(QByteArray, size);
        QFETCH(QByteArray, price);
        QFETCH(QByteArray, asset);
        QFETCH(QByteArray, quantity);
        QFETCH(QByteArray, usd);
        const auto read = readMessage(*feed(), publicRoute,
                                      liquidations(instrument, "{\"bkLoss\":\"0\",\"bkPx\":\"" + price +
                                                                   "\",\"ccy\":\"\",\"posSide\":\"short\","
                                                                   "\"side\":\"buy\",\"sz\":\"" +
                                                                   size + "\",\"ts\":\"1763773190010\"}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.reading.stream, 0);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.liquidations.size(), std::size_t(1));
        QCOMPARE(read.records.liquidations[0].asset, asset.toStdString());
        QCOMPARE(
            read.records.liquidations[0].liquidation,
            (Liquidation{at("2025-11-22T00:59:50.010Z"), PositionSide::Short, Price::parse(price).value(),
                         Quantity::parse(quantity).value(), Amount::parse(usd).value()}));
    }

    void knowsTheSide_data()
    {
        QTest::addColumn<QByteArray>("sides");
        QTest::addColumn<bool>("isLong");
        QTest::newRow("a sell closes a long") << json("'posSide':'net','side':'sell'") << true;
        QTest::newRow("a buy closes a short") << json("'posSide':'net','side':'buy'") << false;
        QTest::newRow("the position goes before the order") << json("'posSide':'long','side':'buy'") << true;
        QTest::newRow("the position alone") << json("'posSide':'short'") << false;
        QTest::newRow("the order alone") << json("'side':'sell'") << true;
    }
    void knowsTheSide()
    {
        QFETCH(QByteArray, sides);
        QFETCH(bool, isLong);
        const auto read = readMessage(
            *feed(), publicRoute,
            liquidations("BTC-USDT-SWAP", '{' + sides + json(",'bkPx':'1','sz':'1','ts':'1763773190010'}")));
        QCOMPARE(read.records.liquidations.size(), std::size_t(1));
        QCOMPARE(read.records.liquidations[0].liquidation.side == PositionSide::Long, isLong);
    }

    void rejectsABadLiquidationAlone_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char* name, const char* bad) { QTest::newRow(name) << json(bad); };
        row("a price of 0", "{'side':'buy','bkPx':'0','sz':'1','ts':'1763773190010'}");
        row("a price of 1e308", "{'side':'buy','bkPx':1e308,'sz':'1','ts':'1763773190010'}");
        row("a size of 0", "{'side':'buy','bkPx':'1','sz':'0','ts':'1763773190010'}");
        row("a negative size", "{'side':'buy','bkPx':'1','sz':'-1','ts':'1763773190010'}");
        row("a size beyond measure", "{'side':'buy','bkPx':'1','sz':'1e29','ts':'1763773190010'}");
        row("an empty size", "{'side':'buy','bkPx':'1','sz':'','ts':'1763773190010'}");
        row("no side", "{'bkPx':'1','sz':'1','ts':'1763773190010'}");
        row("net alone", "{'posSide':'net','bkPx':'1','sz':'1','ts':'1763773190010'}");
        row("no time", "{'side':'buy','bkPx':'1','sz':'1'}");
        row("a time of null", "{'side':'buy','bkPx':'1','sz':'1','ts':null}");
        row("a word", "'x'");
        row("a list", "[[]]");
    }
    void rejectsABadLiquidationAlone()
    {
        QFETCH(QByteArray, bad);
        const QByteArray good = json("{'side':'buy','bkPx':1,'sz':1,'ts':1763773190010}");
        const auto read =
            readMessage(*feed(), publicRoute, liquidations("BTC-USDT-SWAP", good + ',' + bad + ',' + good));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.liquidations.size(), std::size_t(2));
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
    }

    void learnsContracts()
    {
        const auto okx = feed();
        const QByteArray unknown =
            liquidations("LTC-USDT-SWAP", json("{'side':'buy','bkPx':'80','sz':'3','ts':'1763773190010'}"));
        const auto before = readMessage(*okx, publicRoute, unknown);
        QVERIFY(before.records.liquidations.empty());
        QCOMPARE(before.records.rejects.size(), std::size_t(1));
        QVERIFY(before.records.rejects[0].contains(QStringLiteral("unknown size")));

        const auto table = readAnswer(
            *okx, contracts(),
            json("{'code':'0','msg':'','data':["
                 "{'instType':'SWAP','instId':'LTC-USDT-SWAP','ctType':'linear','ctVal':'0.5','ctMult':'2',"
                 "'ctValCcy':'LTC','settleCcy':'USDT'},"
                 "{'instType':'SWAP','instId':'BTC-USDT-SWAP','ctType':'linear','ctVal':'0.02','ctMult':'',"
                 "'ctValCcy':'BTC'},"
                 "{'instType':'SWAP','instId':'XYZ-USDT-SWAP','ctType':'linear','ctVal':'1','ctMult':'1',"
                 "'ctValCcy':'USDT'},"
                 "{'instType':'SWAP','instId':'ABC-USDT-SWAP','ctType':'linear','ctVal':'','ctMult':'1',"
                 "'ctValCcy':'ABC'},"
                 "{'instType':'SWAP','instId':'LTC-USD-SWAP','ctType':'inverse','ctVal':'10','ctMult':'1',"
                 "'ctValCcy':'USD'}]}"));
        QCOMPARE(table.reading.kind, Reading::Kind::Data);
        QVERIFY(table.isEmpty());
        QCOMPARE(table.records.rejects.size(), std::size_t(2));

        const auto after = readMessage(*okx, publicRoute, unknown);
        QCOMPARE(after.records.liquidations.size(), std::size_t(1));
        QCOMPARE(after.records.liquidations[0].asset, std::string("ltc"));
        QCOMPARE(after.records.liquidations[0].liquidation.quantity, Quantity{3 * decimalUnits});
        QCOMPARE(after.records.liquidations[0].liquidation.usd, Amount::parse("240").value());
        // The venue's table goes before what was known at first.
        const auto bitcoinAfter = readMessage(
            *okx, publicRoute,
            liquidations("BTC-USDT-SWAP", json("{'side':'buy','bkPx':'100','sz':'1','ts':'1763773190010'}")));
        QCOMPARE(bitcoinAfter.records.liquidations.at(0).liquidation.usd, Amount::parse("2").value());
        const auto inverse = readMessage(
            *okx, publicRoute,
            liquidations("LTC-USD-SWAP", json("{'side':'buy','bkPx':'100','sz':'1','ts':'1763773190010'}")));
        QCOMPARE(inverse.records.liquidations.at(0).liquidation.quantity, Quantity::parse("0.1").value());
    }

    void keepsItsContractsWhenATableIsCut()
    {
        const QByteArray table =
            json("{'code':'0','msg':'','data':[{'instId':'BTC-USDT-SWAP','ctType':'linear',"
                 "'ctVal':'0.02','ctMult':'1','ctValCcy':'BTC'}]}");
        const QByteArray liquidation =
            liquidations("BTC-USDT-SWAP", json("{'side':'buy','bkPx':'100','sz':'1','ts':'1763773190010'}"));
        for (qsizetype size = 0; size < table.size(); ++size) {
            const auto okx = feed();
            QCOMPARE(readAnswer(*okx, contracts(), table.first(size)).reading.kind, Reading::Kind::Rejected);
            QCOMPARE(readMessage(*okx, publicRoute, liquidation).records.liquidations.at(0).liquidation.usd,
                     Amount::parse("1").value());
        }
    }

    void doesNotGuessDollars()
    {
        const auto read = readMessage(
            *feed(), publicRoute,
            liquidations("BTC-EUR-SWAP", json("{'side':'buy','bkPx':'1','sz':'1','ts':'1763773190010'}")));
        QVERIFY(read.isEmpty());
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
    }

    void readsCandlesOfSpotAndSwaps_data()
    {
        QTest::addColumn<QByteArray>("symbol");
        QTest::addColumn<int>("instrument");
        QTest::addColumn<QByteArray>("volume");
        QTest::newRow("spot counts base") << QByteArray("BTC-USDT") << bitcoin << QByteArray("1123.45");
        QTest::newRow("swaps count contracts")
            << QByteArray("BTC-USDT-SWAP") << bitcoinSwap << QByteArray("11.2345");
    }
    void readsCandlesOfSpotAndSwaps()
    {
        QFETCH(QByteArray, symbol);
        QFETCH(int, instrument);
        QFETCH(QByteArray, volume);
        const QByteArray rows =
            json("'data':[['1763773200000','86455.5','86510','86400.1','86480.2','1123.45',"
                 "'11.2345','971400.55','0']]}");
        const Candle expected =
            candleOf(at("2025-11-22T01:00:00Z"),
                     {"86455.5", "86510", "86400.1", "86480.2", volume.constData(), "971400.55"});
        const auto streamed = readMessage(
            *feed(), business, json("{'arg':{'channel':'candle1m','instId':'") + symbol + json("'},") + rows);
        QCOMPARE(streamed.reading.kind, Reading::Kind::Data);
        QCOMPARE(streamed.reading.stream, instrument);
        QCOMPARE(streamed.records.candles.size(), std::size_t(1));
        QCOMPARE(streamed.records.candles[0].instrument, instrument);
        QCOMPARE(streamed.records.candles[0].candle, expected);
        QVERIFY(!streamed.records.candles[0].isClosed);
        const auto asked =
            readAnswer(*feed(), candles(instrument, wholeDay), json("{'code':'0','msg':'',") + rows);
        QCOMPARE(asked.reading.kind, Reading::Kind::Data);
        QCOMPARE(asked.records.candles.size(), std::size_t(1));
        QCOMPARE(asked.records.candles[0].candle, expected);
    }

    void readsAnswersOldestFirst()
    {
        const auto read =
            readAnswer(*feed(), candles(bitcoin, {at("2025-11-22T01:00:00Z"), at("2025-11-22T01:02:00Z")}),
                       json("{'data':[['1763773320000','9','9','9','9','9','9','9','0'],"
                            "['1763773260000','4','5','3','4','1','4','4','0'],"
                            "['1763773200000','2','3','1','2','1','2','2','1','further'],"
                            "['1763773140000','9','9','9','9','9','9','9','1']],'msg':'','code':'0'}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(read.records.candles[0].candle.openTime, at("2025-11-22T01:00:00Z"));
        QVERIFY(read.records.candles[0].isClosed);
        QCOMPARE(read.records.candles[1].candle.openTime, at("2025-11-22T01:01:00Z"));
        QVERIFY(!read.records.candles[1].isClosed);
    }

    void rejectsABadRowAlone_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char* name, const char* bad) { QTest::newRow(name) << json(bad); };
        row("too few columns", "['1763773200000','1','1','1','1','1','1','1']");
        row("no row", "null");
        row("an object", "{'ts':'1763773200000'}");
        row("an empty price", "['1763773200000','','1','1','1','1','1','1','1']");
        row("high below low", "['1763773200000','5','4','6','5','1','1','1','1']");
        row("a negative volume", "['1763773200000','1','1','1','1','-1','1','1','1']");
        row("a time of 0", "['0','1','1','1','1','1','1','1','1']");
    }
    void rejectsABadRowAlone()
    {
        QFETCH(QByteArray, bad);
        const auto read =
            readAnswer(*feed(), candles(bitcoin, wholeDay),
                       json("{'code':'0','data':[['1763773260000','2','2','2','2','2','2','2','1'],") + bad +
                           json(",['1763773140000',3,3,3,3,3,3,3,1]]}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QVERIFY(read.records.candles[0].isClosed);
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
        row("a pong", "pong", Reading::Kind::Alive);
        row("an accepted subscription",
            "{'event':'subscribe','arg':{'channel':'candle1m','instId':'ETH-USDT'},'connId':'a'}",
            Reading::Kind::Acknowledged, 1);
        row("a refused subscription",
            "{'event':'error','code':'60012','msg':'Illegal request: x','connId':'a'}",
            Reading::Kind::Refused);
        row("too many requests", "{'event':'error','code':'50011','msg':'Too Many Requests'}",
            Reading::Kind::RateLimited);
        row("an upgrade ahead", "{'event':'notice','code':'64008','msg':'closing soon','connId':'a'}",
            Reading::Kind::Goodbye);
        row("another notice", "{'event':'notice','code':'1','msg':'hello'}", Reading::Kind::Data);
        row("a count of connections",
            "{'event':'channel-conn-count','channel':'candle1m','connCount':'2','connId':'a'}",
            Reading::Kind::Alive);
        row("an unknown event", "{'event':'dance'}", Reading::Kind::Data);
        row("an unknown channel", "{'arg':{'channel':'tickers','instId':'BTC-USDT'},'data':[{'last':'1'}]}",
            Reading::Kind::Data);
        row("a symbol that is not followed",
            "{'arg':{'channel':'candle1m','instId':'DOGE-USDT'},'data':[['1']]}", Reading::Kind::Data);
        row("a day that opens in Hong Kong",
            "{'arg':{'channel':'candle1D','instId':'BTC-USDT'},'data':[['1']]}", Reading::Kind::Data);
        row("an empty object", "{}", Reading::Kind::Data);
        row("a channel without data", "{'arg':{'channel':'candle1m','instId':'BTC-USDT'}}",
            Reading::Kind::Rejected);
        row("a pong in quotes", "'pong'", Reading::Kind::Rejected);
        row("pongs", "pongpong", Reading::Kind::Rejected);
    }
    void tellsWhatMessagesAre()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, stream);
        const auto read = readMessage(*feed(), business, bytes);
        QTEST(read.reading.kind, "kind");
        QVERIFY(read.isEmpty());
        QVERIFY(read.records.rejects.empty());
        if (read.reading.kind == Reading::Kind::Acknowledged)
            QCOMPARE(read.reading.stream, stream);
    }

    void tellsWhatAnswersAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Reading::Kind>("kind");
        const auto row = [](const char* name, const char* bytes, Reading::Kind kind) {
            QTest::newRow(name) << json(bytes) << kind;
        };
        row("no candles", "{'code':'0','msg':'','data':[]}", Reading::Kind::Data);
        row("too many questions", "{'code':'50011','msg':'Too Many Requests','data':[]}",
            Reading::Kind::RateLimited);
        row("a service that is down", "{'code':'50001','msg':'Service unavailable'}",
            Reading::Kind::Unavailable);
        row("an unknown instrument", "{'code':'51001','msg':'Instrument ID does not exist','data':[]}",
            Reading::Kind::Refused);
        row("a code that is a number", "{'code':51001,'msg':''}", Reading::Kind::Refused);
        row("no code", "{'data':[]}", Reading::Kind::Rejected);
        row("no data", "{'code':'0'}", Reading::Kind::Rejected);
        row("data of null", "{'code':'0','data':null}", Reading::Kind::Rejected);
        row("another venue's list", "[[1,2,3]]", Reading::Kind::Rejected);
    }
    void tellsWhatAnswersAre()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readAnswer(*feed(), candles(bitcoin, wholeDay), bytes);
        QTEST(read.reading.kind, "kind");
        QVERIFY(read.isEmpty());
        QCOMPARE(read.reading.reason.isEmpty(), read.reading.kind == Reading::Kind::Data);
    }
};

QTEST_GUILESS_MAIN(TestOkxMessages)
#include "tst_okxmessages.moc"
