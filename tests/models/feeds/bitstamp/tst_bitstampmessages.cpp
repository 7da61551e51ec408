// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitstamp/bitstampfeed.h"
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
    return makeBitstampFeed({"BTC", "ETH"});
}

RestRequest candles(TimeRange range, Interval interval = oneMinute)
{
    return {RestRequest::Purpose::Candles, {}, 1, 0, interval, range};
}

const TimeRange wholeDay{fromMsecs(1763769600000), fromMsecs(1763856000000)};

QByteArray trade(const char* figures)
{
    return json("{'event':'trade','channel':'live_trades_ethusd','data':{'id':512337562,'amount':0.0028,"
                "'price':86455.1,'buy_order_id':1,'sell_order_id':2,") +
           json(figures) + "}}";
}

QByteArray row(const char* time, const char* figure)
{
    const QByteArray price(figure);
    return "{\"timestamp\":\"" + QByteArray(time) + "\",\"open\":\"" + price + "\",\"high\":\"" + price +
           "\",\"low\":\"" + price + "\",\"close\":\"" + price + "\",\"volume\":\"1\"}";
}

QByteArray answer(const QByteArray& rows)
{
    return json("{'data':{'pair':'BTC/USD','ohlc':[") + rows + "]}}";
}

} // namespace

class TestBitstampMessages final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsTrades_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isTakerBuy");
        QTest::addColumn<qint64>("time");
        const qint64 time = toMsecs(at("2025-11-22T01:00:02.587Z"));
        QTest::newRow("a taker who buys")
            << trade("'timestamp':'1763773202','amount_str':'0.00280000','price_str':'86455',"
                     "'type':0,'microtimestamp':'1763773202587000'")
            << true << time;
        QTest::newRow("a taker who sells")
            << trade("'timestamp':'1763773202','amount_str':'0.00280000','price_str':'86455',"
                     "'type':1,'microtimestamp':'1763773202587000'")
            << false << time;
        QTest::newRow("numbers and strings the other way round")
            << trade("'amount_str':0.00280000,'price_str':86455,'type':'0','microtimestamp':1763773202587000")
            << true << time;
        QTest::newRow("seconds alone")
            << trade("'timestamp':'1763773202','amount_str':'0.00280000','price_str':'86455','type':0")
            << true << toMsecs(at("2025-11-22T01:00:02Z"));
    }
    void readsTrades()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isTakerBuy);
        const auto read = readMessage(*feed(), 0, bytes);
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.reading.stream, 1);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.trades.size(), std::size_t(1));
        const TradeRecord& trade = read.records.trades[0];
        QCOMPARE(trade.instrument, 1);
        QTEST(toMsecs(trade.time), "time");
        QCOMPARE(trade.price, Price::whole(86455));
        QCOMPARE(trade.quantity, Quantity::parse("0.0028").value());
        QCOMPARE(trade.isTakerBuy, isTakerBuy);
        // They do not come in order, so that nothing can be missed by them.
        QCOMPARE(trade.id, qint64(0));
    }

    void rejectsWhatIsNoTrade_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto bad = [](const char* name, const char* figures) { QTest::newRow(name) << trade(figures); };
        bad("a binary price alone", "'amount_str':'1','type':0,'microtimestamp':'1763773202587000'");
        bad("a price of 0", "'amount_str':'1','price_str':'0','type':0,'microtimestamp':'1763773202587000'");
        bad("a price of 1e308",
            "'amount_str':'1','price_str':'1e308','type':0,'microtimestamp':'1763773202587000'");
        bad("a negative size",
            "'amount_str':'-1','price_str':'5','type':0,'microtimestamp':'1763773202587000'");
        bad("a size of null",
            "'amount_str':null,'price_str':'5','type':0,'microtimestamp':'1763773202587000'");
        bad("an unknown type",
            "'amount_str':'1','price_str':'5','type':2,'microtimestamp':'1763773202587000'");
        bad("no type", "'amount_str':'1','price_str':'5','microtimestamp':'1763773202587000'");
        bad("no time", "'amount_str':'1','price_str':'5','type':0");
    }
    void rejectsWhatIsNoTrade()
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
        row("an accepted subscription",
            "{'event':'bts:subscription_succeeded','channel':'live_trades_btcusd','data':{}}",
            Reading::Kind::Acknowledged, 0);
        row("a heartbeat", "{'event':'bts:heartbeat'}", Reading::Kind::Alive);
        row("a heartbeat with data", "{'event':'bts:heartbeat','channel':'','data':{'status':'success'}}",
            Reading::Kind::Alive);
        row("a wish to connect again", "{'event':'bts:request_reconnect','channel':'','data':''}",
            Reading::Kind::Goodbye);
        row("an error",
            "{'event':'bts:error','channel':'','data':{'code':null,'message':'Bad subscription string.'}}",
            Reading::Kind::Refused);
        row("an unknown event", "{'event':'order_created','channel':'live_orders_btcusd','data':{'id':1}}",
            Reading::Kind::Data);
        row("a book", "{'event':'data','channel':'order_book_btcusd','data':{'bids':[['1','2']]}}",
            Reading::Kind::Data);
        row("a pair that is not followed",
            "{'event':'trade','channel':'live_trades_btceur','data':{'price_str':'1'}}", Reading::Kind::Data);
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
        if (read.reading.kind == Reading::Kind::Refused)
            QVERIFY(read.reading.reason.contains(QStringLiteral("Bad subscription string")));
    }

    void readsAnswers()
    {
        const auto read =
            readAnswer(*feed(), candles({at("2025-11-22T01:00:00Z"), at("2025-11-22T01:01:00Z")}),
                       answer(row("1763773140", "9") +
                              json(",{'timestamp':'1763773200','open':'86455','high':'86510','low':'86400',"
                                   "'close':'86480','volume':'11.23450000','new':[1]},") +
                              row("1763773260", "9")));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QVERIFY(read.records.rejects.empty());
        QCOMPARE(read.records.candles.size(), std::size_t(1));
        QCOMPARE(read.records.candles[0].candle,
                 candleOf(at("2025-11-22T01:00:00Z"), {"86455", "86510", "86400", "86480", "11.2345", ""}));
        QVERIFY(!read.records.candles[0].isClosed);
    }

    void putsCandlesInOrder()
    {
        const auto read = readAnswer(
            *feed(), candles(wholeDay),
            answer(row("1763773260", "2") + ',' + row("1763773140", "1") + ',' + row("1763773260", "2")));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.candles.front().candle.openTime, at("2025-11-22T00:59:00Z"));
        QCOMPARE(read.records.candles.back().candle.openTime, at("2025-11-22T01:01:00Z"));
    }

    void rejectsCandlesOfAShorterInterval()
    {
        const QByteArray minutes = answer(row("1763773140", "1") + ',' + row("1763773200", "1"));
        QCOMPARE(readAnswer(*feed(), candles(wholeDay), minutes).reading.kind, Reading::Kind::Data);
        const auto days = readAnswer(*feed(), candles(wholeDay, oneDay), minutes);
        QCOMPARE(days.reading.kind, Reading::Kind::Rejected);
        QVERIFY(days.isEmpty());
        QVERIFY(days.reading.reason.contains(QStringLiteral("shorter interval")));
    }

    void rejectsABadRowAlone_data()
    {
        QTest::addColumn<QByteArray>("bad");
        const auto bad = [](const char* name, const char* bytes) { QTest::newRow(name) << json(bytes); };
        bad("no close", "{'timestamp':'1763773200','open':'1','high':'1','low':'1','volume':'1'}");
        bad("a price of null",
            "{'timestamp':'1763773200','open':null,'high':'1','low':'1','close':'1','volume':'1'}");
        bad("a price of 0",
            "{'timestamp':'1763773200','open':'0','high':'1','low':'0','close':'1','volume':'1'}");
        bad("high below low",
            "{'timestamp':'1763773200','open':'5','high':'4','low':'6','close':'5','volume':'1'}");
        bad("a negative volume",
            "{'timestamp':'1763773200','open':'1','high':'1','low':'1','close':'1','volume':'-1'}");
        bad("no time", "{'open':'1','high':'1','low':'1','close':'1','volume':'1'}");
        bad("no object", "['1763773200','1','1','1','1','1']");
    }
    void rejectsABadRowAlone()
    {
        QFETCH(QByteArray, bad);
        const auto read =
            readAnswer(*feed(), candles(wholeDay),
                       answer(row("1763773140", "3") + ',' + bad +
                              json(",{'timestamp':1763773260,'open':2,'high':2,'low':2,'close':2,"
                                   "'volume':2}")));
        QCOMPARE(read.reading.kind, Reading::Kind::Data);
        QCOMPARE(read.records.candles.size(), std::size_t(2));
        QCOMPARE(read.records.candles[1].candle.open, Price::whole(2));
        QCOMPARE(read.records.rejects.size(), std::size_t(1));
    }

    void tellsWhatAnswersAre_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Reading::Kind>("kind");
        const auto row = [](const char* name, const char* bytes, Reading::Kind kind) {
            QTest::newRow(name) << json(bytes) << kind;
        };
        row("no candles", "{'data':{'pair':'BTC/USD','ohlc':[]}}", Reading::Kind::Data);
        row("a bad step", "{'errors':[{'field':'step','message':'Invalid step','code':'1'}],'code':'x'}",
            Reading::Kind::Refused);
        row("errors in words", "{'errors':['Invalid step'],'code':'x'}", Reading::Kind::Refused);
        row("an error in one word", "{'error':'Not found'}", Reading::Kind::Refused);
        row("an error with a reason", "{'status':'error','reason':'Invalid pair','code':'x'}",
            Reading::Kind::Refused);
        row("nothing", "{}", Reading::Kind::Rejected);
        row("data without candles", "{'data':{'pair':'BTC/USD'}}", Reading::Kind::Rejected);
        row("data of null", "{'data':null}", Reading::Kind::Rejected);
        row("candles that are no list", "{'data':{'ohlc':{}}}", Reading::Kind::Rejected);
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

QTEST_GUILESS_MAIN(TestBitstampMessages)
#include "tst_bitstampmessages.moc"
