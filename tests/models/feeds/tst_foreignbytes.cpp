// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"
#include "tests/support/failonwarning.h"
#include "tests/support/feedreads.h"

#include <QtTest>

using namespace holdline;
using holdline::testing::json;
using holdline::testing::readAnswer;
using holdline::testing::readMessage;

namespace {

/// A message or an answer of which each feed makes a record.
struct Example {
    const char* feed;
    const char* name;
    int route; ///< below 0: an answer
    const char* text;
    RestRequest::Purpose purpose = RestRequest::Purpose::Candles;
};

const Example examples[] = {
    {"bybit", "liquidation", 0,
     "{'topic':'allLiquidation.BTCUSDT','type':'snapshot','ts':1763773191204,'data':[{'T':1763773190929,"
     "'s':'BTCUSDT','S':'Sell','v':'0.250','p':'87012.30'}]}"},
    {"bybit", "candle", 1,
     "{'topic':'kline.1.BTCUSDT','ts':1763773259001,'data':[{'start':1763773200000,'open':'2','close':'2',"
     "'high':'3','low':'1','volume':'4','turnover':'5','confirm':true}]}"},
    {"bybit", "candles", -1,
     "{'retCode':0,'retMsg':'OK','result':{'list':[['1763773200000','2','3','1','2','4','5']]},"
     "'retExtInfo':{},'time':1763773260001}"},
    {"bybit", "open interest", -1,
     "{'retCode':0,'result':{'list':[{'singleOpenInterest':'40.5','timestamp':'1763773200000'}]}}",
     RestRequest::Purpose::OpenInterest},
    {"okx", "liquidation", 0,
     "{'arg':{'channel':'liquidation-orders','instType':'SWAP'},'data':[{'details':[{'bkPx':'86011.5',"
     "'posSide':'short','side':'buy','sz':'13','ts':'1763773190010'}],'instId':'BTC-USDT-SWAP'}]}"},
    {"okx", "candle", 1,
     "{'arg':{'channel':'candle1m','instId':'BTC-USDT'},'data':[['1763773200000','2','3','1','2','4','5','6',"
     "'1']]}"},
    {"okx", "candles", -1,
     "{'code':'0','msg':'','data':[['1763773200000','2','3','1','2','4','5','6','1']]}"},
    {"coinbase", "trade", 0,
     "{'type':'match','trade_id':5,'product_id':'BTC-USD','time':'2026-11-22T01:00:02.789012Z',"
     "'side':'sell','size':'0.0015','price':'86455.50'}"},
    {"coinbase", "day", 0,
     "{'type':'ticker','product_id':'BTC-USD','price':'2','open_24h':'1','volume_24h':'7','low_24h':'1',"
     "'high_24h':'3','time':'2026-11-22T01:00:02.789012Z'}"},
    {"coinbase", "candles", -1, "[[1763773200,1,3,2,2,4]]"},
    {"kraken", "candle", 0,
     "{'channel':'ohlc','type':'update','data':[{'symbol':'BTC/USD','interval':1,"
     "'interval_begin':'2026-11-22T01:00:00.000000000Z','open':2,'high':3.0,'low':1,'close':2,'volume':4,"
     "'vwap':2,'trades':120}]}"},
    {"kraken", "candles", -1,
     "{'error':[],'result':{'XXBTZUSD':[[1763773200,'2','3','1','2','2','4',120]],'last':1763773200}}"},
    {"bitstamp", "trade", 0,
     "{'event':'trade','channel':'live_trades_btcusd','data':{'id':1,'amount_str':'0.0028',"
     "'price_str':'86455','type':0,'microtimestamp':'1763773202587000'}}"},
    {"bitstamp", "candles", -1,
     "{'data':{'pair':'BTC/USD','ohlc':[{'timestamp':'1763773200','open':'2','high':'3','low':'1',"
     "'close':'2','volume':'4'}]}}"},
};

testing::FeedRead readExample(const Example& example, const QByteArray& bytes)
{
    const auto feed = findFeed(QString::fromLatin1(example.feed))->make({"BTC"});
    if (example.route >= 0)
        return readMessage(*feed, example.route, bytes);
    const TimeRange day{fromMsecs(1763769600000), fromMsecs(1763856000000)};
    return readAnswer(*feed, {example.purpose, {}, 1, 0, oneMinute, day}, bytes);
}

/// One row for each example.
void addExamples()
{
    QTest::addColumn<int>("example");
    int i = 0;
    for (const Example& example : examples)
        QTest::addRow("%s: %s", example.feed, example.name) << i++;
}

} // namespace

class TestForeignBytes final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsTheWhole_data() { addExamples(); }
    void readsTheWhole()
    {
        QFETCH(int, example);
        const Example& it = examples[example];
        const auto read = readExample(it, json(it.text));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(!read.isEmpty());
        QVERIFY(read.records.rejects.empty());
    }

    void rejectsEachPart_data() { addExamples(); }
    void rejectsEachPart()
    {
        QFETCH(int, example);
        const Example& it = examples[example];
        const QByteArray whole = json(it.text);
        for (qsizetype size = 0; size < whole.size(); ++size) {
            const auto read = readExample(it, whole.first(size));
            QCOMPARE(read.reading.kind, Reading::Kind::Rejected);
            QVERIFY(!read.reading.reason.isEmpty());
            QVERIFY(read.isEmpty());
            QVERIFY(read.records.rejects.empty());
            QVERIFY(!read.records.serverTime);
        }
    }

    void rejectsMoreThanTheWhole_data() { addExamples(); }
    void rejectsMoreThanTheWhole()
    {
        QFETCH(int, example);
        const Example& it = examples[example];
        const QByteArray whole = json(it.text);
        for (const QByteArray& bytes : {whole + whole, whole + " x", whole + ']', '[' + whole}) {
            const auto read = readExample(it, bytes);
            QCOMPARE(read.reading.kind, Reading::Kind::Rejected);
            QVERIFY(read.isEmpty());
        }
    }

    void survivesEachByteReplaced_data() { addExamples(); }
    void survivesEachByteReplaced()
    {
        QFETCH(int, example);
        const Example& it = examples[example];
        const QByteArray whole = json(it.text);
        for (qsizetype place = 0; place < whole.size(); ++place) {
            for (const char byte : {'\0', '"', '{', ']', '-', '\xFF'}) {
                QByteArray bytes = whole;
                bytes[place] = byte;
                const auto read = readExample(it, bytes);
                if (read.reading.kind == Reading::Kind::Rejected)
                    QVERIFY(read.isEmpty());
                if (byte == '\xFF')
                    QCOMPARE(read.reading.kind, Reading::Kind::Rejected);
            }
        }
    }

    void rejectsWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("space") << QByteArray(" \r\n");
        QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><html><body>Just a moment...</body></html>");
        QTest::newRow("words") << QByteArray("upstream connect error");
        QTest::newRow("invalid UTF-8") << QByteArray("{\"topic\":\"\xC3\x28\",\"type\":\"\xFF\"}");
        QTest::newRow("a number") << QByteArray("5");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("a text") << QByteArray("\"x\"");
        QTest::newRow("deep arrays") << "{\"data\":" + QByteArray(10'000, '[') + QByteArray(10'000, ']') +
                                            '}';
        QTest::newRow("deep arrays alone") << QByteArray(10'000, '[') + QByteArray(10'000, ']');
        QTest::newRow("deep objects")
            << QByteArray("{\"result\":").repeated(5'000) + '1' + QByteArray(5'000, '}');
        QTest::newRow("brackets that never close") << "{\"data\":" + QByteArray(10'000, '{');
        QTest::newRow("zero bytes") << QByteArray(64, '\0');
    }
    void rejectsWhatIsNoJson()
    {
        QFETCH(QByteArray, bytes);
        for (const Example& example : examples) {
            const auto read = readExample(example, bytes);
            QVERIFY2(read.reading.kind == Reading::Kind::Rejected, example.feed);
            QVERIFY(!read.reading.reason.isEmpty());
            QVERIFY(read.isEmpty());
        }
    }

    void takesFieldsInAnyOrder_data() { addExamples(); }
    void takesFieldsInAnyOrder()
    {
        QFETCH(int, example);
        const Example& it = examples[example];
        // Through a document, keys come in the order of the alphabet.
        const auto document = QJsonDocument::fromJson(json(it.text));
        const auto read = readExample(it, document.toJson(QJsonDocument::Indented));
        const auto expected = readExample(it, json(it.text));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.reading.stream, expected.reading.stream);
        QCOMPARE(read.records.candles.size(), expected.records.candles.size());
        QCOMPARE(read.records.trades.size(), expected.records.trades.size());
        QCOMPARE(read.records.liquidations.size(), expected.records.liquidations.size());
        QCOMPARE(read.records.gauges.size(), expected.records.gauges.size());
        QCOMPARE(read.records.days.size(), expected.records.days.size());
        for (std::size_t i = 0; i < read.records.candles.size(); ++i)
            QCOMPARE(read.records.candles[i].candle, expected.records.candles[i].candle);
    }

    void clearsWhatWasBefore()
    {
        for (const Example& example : examples) {
            const auto feed = findFeed(QString::fromLatin1(example.feed))->make({"BTC"});
            FeedRecords records;
            records.candles.emplace_back();
            records.rejects.emplace_back();
            const Reading reading = example.route >= 0
                                        ? feed->readMessage(example.route, "{}", UtcTime{}, records)
                                        : feed->readAnswer({example.purpose, {}, 1, 0}, "{}", records);
            QVERIFY(reading.kind == Reading::Kind::Data || reading.kind == Reading::Kind::Rejected);
            QVERIFY(records.candles.empty());
            QVERIFY(records.rejects.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestForeignBytes)
#include "tst_foreignbytes.moc"
