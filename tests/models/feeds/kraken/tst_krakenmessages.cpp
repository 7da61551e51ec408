// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/kraken/krakenfeed.h"
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
    return makeKrakenFeed({"BTC", "ETH"});
}

RestRequest candles(TimeRange range)
{
    return {RestRequest::Purpose::Candles, {}, 1, 0, oneMinute, range};
}

const TimeRange wholeDay{fromMsecs(1763769600000), fromMsecs(1763856000000)};

QByteArray ohlc(const char* symbol, const char* figures)
{
    return json("{'symbol':'") + symbol + json("',") + json(figures) +
           json(",'interval':1,'interval_begin':'2026-11-22T01:00:00.000000000Z',"
                "'timestamp':'2026-11-22T01:01:00.000000Z'}");
}

QByteArray message(const char* type, const QByteArray& data)
{
    return json("{'channel':'ohlc','type':'") + type +
           json("','timestamp':'2026-11-22T01:00:02.651232511Z','data':[") + data + "]}";
}

constexpr const char* goodFigures =
    "'open':86455.5,'high':86510.0,'low':86400.1,'close':86480.2,'volume':11.23450000,"
    "'vwap':86470.1,'trades':120";

} // namespace

class TestKrakenMessages final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsCandles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a snapshot") << message("snapshot", ohlc("BTC/USD", goodFigures));
        QTest::newRow("an update") << message("update", ohlc("BTC/USD", goodFigures));
        QTest::newRow("strings") << message(
            "update", ohlc("BTC/USD", "'open':'86455.5','high':'86510.0','low':'86400.1','close':'86480.2',"
                                      "'volume':'11.23450000','vwap':'0.0','trades':'120'"));
    }
    void readsCandles()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readMessage(*feed(), 0, bytes);
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.reading.stream, 0);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.candles.size(), std::size_t(1));
        const CandleRecord& record = read.records.candles[0];
        QCOMPARE(record.instrument, 0);
        QCOMPARE(record.interval, oneMinute);
        QVERIFY(!record.isClosed);
        QCOMPARE(record.at, at("2026-11-22T01:00:02.651Z"));
        QCOMPARE(record.candle, candleOf(at("2026-11-22T01:00:00Z"),
                                         {"86455.5", "86510", "86400.1", "86480.2", "11.2345", "", 120}));
    }

    void readsNumbersExactly()
    {
        const auto read = readMessage(
            *feed(), 0,
            message("update", ohlc("BTC/USD", "'open':1,'high':90071992547.40993,'low':1,'close':1,"
                                              "'volume':123456789012.12345678,'trades':1")));
        QCOMPARE(read.records.candles.at(0).candle.high.units, qint64(9007199254740993000));
        QCOMPARE(read.records.candles.at(0).candle.volume, Amount::parse("123456789012.12345678"));
    }

    void readsSeveralCandlesOfASnapshot()
    {
        const auto read = readMessage(*feed(), 0,
                                      message("snapshot", ohlc("ETH/USD", goodFigures) + ',' +
                                                              ohlc("DOGE/USD", goodFigures) + ',' +
                                                              ohlc("ETH/USD", goodFigures)));
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(read.records.candles[0].instrument, 1);
        QCOMPARE(read.reading.stream, 1);
        QVERIFY(read.records.rejects.empty());
    }

    void rejectsABadCandleAlone_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::newRow("a price of null")
            << ohlc("BTC/USD", "'open':null,'high':2,'low':1,'close':1,'volume':1,'trades':1");
        QTest::newRow("no close") << ohlc("BTC/USD", "'open':1,'high':2,'low':1,'volume':1,'trades':1");
        QTest::newRow("a price of 0")
            << ohlc("BTC/USD", "'open':1,'high':2,'low':0,'close':1,'volume':1,'trades':1");
        QTest::newRow("a price of 1e308")
            << ohlc("BTC/USD", "'open':1,'high':1e308,'low':1,'close':1,'volume':1,'trades':1");
        QTest::newRow("high below low")
            << ohlc("BTC/USD", "'open':5,'high':4,'low':6,'close':5,'volume':1,'trades':1");
        QTest::newRow("a negative volume")
            << ohlc("BTC/USD", "'open':1,'high':2,'low':1,'close':1,'volume':-1,'trades':1");
        QTest::newRow("half a trade")
            << ohlc("BTC/USD", "'open':1,'high':2,'low':1,'close':1,'volume':1,'trades':1.5");
        QTest::newRow("a time that is none")
            << ohlc("BTC/USD", goodFigures).replace("T01:00:00.0", "T25:00:00.0");
        QTest::newRow("no symbol") << ohlc("BTC/USD", goodFigures).replace("symbol", "emblem");
        QTest::newRow("no interval") << ohlc("BTC/USD", goodFigures).replace("\"interval\"", "\"span\"");
        QTest::newRow("no object") << QByteArray("[1]");
    }
    void rejectsABadCandleAlone()
    {
        QFETCH(QByteArray, bad);
        const QByteArray good = ohlc("BTC/USD", goodFigures);
        const auto read = readMessage(*feed(), 0, message("snapshot", good + ',' + bad + ',' + good));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.candles.size(), std::size_t(2));
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
        row("the greeting",
            "{'channel':'status','type':'update','data':[{'system':'online','api_version':'v2',"
            "'connection_id':13834774380200032777,'version':'2.0.0'}]}",
            Reading::Kind::Alive);
        row("post only", "{'channel':'status','data':[{'system':'post_only'}]}", Reading::Kind::Alive);
        row("maintenance", "{'channel':'status','data':[{'system':'maintenance'}]}", Reading::Kind::Halted);
        row("cancel only", "{'channel':'status','data':[{'system':'cancel_only'}]}", Reading::Kind::Halted);
        row("a state that is new", "{'channel':'status','data':[{'system':'dancing'}]}",
            Reading::Kind::Halted);
        row("a status without a state", "{'channel':'status','data':[{}]}", Reading::Kind::Rejected);
        row("an empty status", "{'channel':'status','data':[]}", Reading::Kind::Rejected);
        row("a heartbeat", "{'channel':'heartbeat'}", Reading::Kind::Alive);
        row("a pong", "{'method':'pong','req_id':42,'time_in':'a','time_out':'b'}", Reading::Kind::Alive);
        row("an accepted subscription",
            "{'method':'subscribe','result':{'channel':'ohlc','symbol':'ETH/USD','snapshot':true},"
            "'success':true,'time_in':'a','time_out':'b','req_id':1}",
            Reading::Kind::Acknowledged, 1);
        row("a refused subscription",
            "{'error':'Currency pair not supported X/Y','method':'subscribe','success':false,'symbol':'X/Y'}",
            Reading::Kind::Refused);
        row("a refusal of one that is followed",
            "{'error':'no','method':'subscribe','success':false,'symbol':'BTC/USD'}", Reading::Kind::Refused,
            0);
        row("an unknown channel", "{'channel':'trade','type':'update','data':[{'symbol':'BTC/USD'}]}",
            Reading::Kind::Data);
        row("an unknown method", "{'method':'dance','success':true}", Reading::Kind::Data);
        row("a channel without data", "{'channel':'ohlc','type':'update'}", Reading::Kind::Rejected);
        row("data that are no list", "{'channel':'ohlc','data':{}}", Reading::Kind::Rejected);
        row("an empty object", "{}", Reading::Kind::Data);
    }
    void tellsWhatMessagesAre()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readMessage(*feed(), 0, bytes);
        QTEST(read.reading.kind, "kind");
        QTEST(read.reading.stream, "stream");
        QVERIFY(read.isEmpty());
        QVERIFY(read.records.rejects.empty());
    }

    void saysWhyNothingIsTraded()
    {
        const auto read =
            readMessage(*feed(), 0, json("{'channel':'status','data':[{'system':'maintenance'}]}"));
        QVERIFY(read.reading.reason.contains(QStringLiteral("maintenance")));
    }

    void readsAnswers()
    {
        const auto read = readAnswer(
            *feed(), candles({at("2025-11-22T00:59:00Z"), at("2025-11-22T01:01:00Z")}),
            json("{'error':[],'result':{'XXBTZUSD':["
                 "[1763773080,'9','9','9','9','9','9',9],"
                 "[1763773140,'86120','86777.1','85901','86455.5','86300.3','812.402',77,'further'],"
                 "[1763773200,'86455.5','86455.5','86455.5','86455.5','0.0','0.00000000',0],"
                 "[1763773260,'9','9','9','9','9','9',9]],'last':1763773200}}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(read.records.candles[0].candle,
                 candleOf(at("2025-11-22T00:59:00Z"),
                          {"86120", "86777.1", "85901", "86455.5", "812.402", "", 77}));
        // A quiet minute has an average price of 0 and is a candle all the same.
        QCOMPARE(
            read.records.candles[1].candle,
            candleOf(at("2025-11-22T01:00:00Z"), {"86455.5", "86455.5", "86455.5", "86455.5", "0", "", 0}));
    }

    void rejectsABadRowAlone_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const auto row = [](const char* name, const char* bad) { QTest::newRow(name) << json(bad); };
        row("too few columns", "[1763773200,'1','1','1','1','1','1']");
        row("no row", "'x'");
        row("an object", "{'a':[]}");
        row("a price of null", "[1763773200,null,'1','1','1','1','1',1]");
        row("high below low", "[1763773200,'5','4','6','5','1','1',1]");
        row("a negative count", "[1763773200,'1','1','1','1','1','1',-1]");
        row("a negative volume", "[1763773200,'1','1','1','1','1','-1',1]");
    }
    void rejectsABadRowAlone()
    {
        QFETCH(QByteArray, bad);
        const auto read =
            readAnswer(*feed(), candles(wholeDay),
                       json("{'error':[],'result':{'XXBTZUSD':[[1763773140,'3','3','3','3','3','3',3],") +
                           bad + json(",['1763773260',2,2,2,2,2,2,'2']],'last':1}}"));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(read.records.candles[1].candle.trades, std::optional<qint64>(2));
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
    }

    void tellsWhatAnswersAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Reading::Kind>("kind");
        const auto row = [](const char* name, const char* bytes, Reading::Kind kind) {
            QTest::newRow(name) << json(bytes) << kind;
        };
        row("no candles", "{'error':[],'result':{'XXBTZUSD':[],'last':1763773200}}", Reading::Kind::Data);
        row("a warning", "{'error':['WGeneral:x'],'result':{'XXBTZUSD':[]}}", Reading::Kind::Data);
        row("a rate limit", "{'error':['EAPI:Rate limit exceeded']}", Reading::Kind::RateLimited);
        row("too many requests", "{'error':['EGeneral:Too many requests'],'result':{}}",
            Reading::Kind::RateLimited);
        row("a service that is down", "{'error':['EService:Unavailable']}", Reading::Kind::Unavailable);
        row("a service that is busy", "{'error':['WGeneral:x','EService:Busy']}", Reading::Kind::Unavailable);
        row("an unknown pair", "{'error':['EQuery:Unknown asset pair']}", Reading::Kind::Refused);
        row("an error behind candles",
            "{'result':{'X':[[1763773140,'3','3','3','3','3','3',3]]},'error':['E']}",
            Reading::Kind::Refused);
        row("no result", "{'error':[]}", Reading::Kind::Rejected);
        row("a result without candles", "{'error':[],'result':{'last':1}}", Reading::Kind::Rejected);
        row("errors that are no list", "{'error':'x','result':{'X':[]}}", Reading::Kind::Rejected);
        row("no errors", "{'result':{'X':[]}}", Reading::Kind::Rejected);
        row("another venue's list", "[[1,2,3]]", Reading::Kind::Rejected);
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

QTEST_GUILESS_MAIN(TestKrakenMessages)
#include "tst_krakenmessages.moc"
