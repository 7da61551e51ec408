// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binance/binancefeed.h"
#include "models/feeds/binancefutures/binancefuturesfeed.h"
#include "tests/support/failonwarning.h"
#include "tests/support/jsontext.h"

#include <QtTest>

#include <memory>

using namespace holdline;
using holdline::testing::json;

namespace {

const QByteArray trade = json("{'stream':'btcusdt@aggTrade','data':{'e':'aggTrade','E':1763773190125,"
                              "'s':'BTCUSDT','a':3512000001,'p':'86455.10000000','q':'0.01000000',"
                              "'f':1,'l':2,'T':1763773190123,'m':true,'M':true}}");
const QByteArray order = json("{'stream':'!forceOrder@arr','data':{'e':'forceOrder','E':1763773191002,'o':{"
                              "'s':'BTCUSDT','S':'SELL','o':'LIMIT','f':'IOC','q':'0.5','p':'85990.10',"
                              "'ap':'86021.40','X':'FILLED','l':'0.1','z':'0.25','T':1763773190999},"
                              "'ps':'BTCUSDT','st':1}}");
const QByteArray kline = json("{'stream':'btcusdt@kline_1m','data':{'e':'kline','E':1763773190125,"
                              "'s':'BTCUSDT','k':{'t':1763773140000,'T':1763773199999,'s':'BTCUSDT',"
                              "'i':'1m','o':'86455.1','c':'86460.2','h':'86499.9','l':'86400.01','v':'12.3',"
                              "'n':1000,'x':false,'q':'1064000.5','V':'6.1','Q':'532000.25','B':'0'}}}");

/// All that a message told, as text.
QByteArray told(Feed& feed, const QByteArray& bytes)
{
    FeedRecords records;
    const Reading reading = feed.readMessage(0, bytes, {}, records);
    QByteArray text = QByteArray::number(static_cast<int>(reading.kind)) + ' ' +
                      QByteArray::number(reading.stream) + ' ' + reading.reason.toUtf8() + '\n';
    const auto line = [&text](std::initializer_list<QByteArray> words) {
        for (const QByteArray& word : words)
            text += word + ' ';
        text += '\n';
    };
    const auto number = [](qint64 value) { return QByteArray::number(value); };
    const auto size = [](const std::optional<Amount>& amount) { return amount ? amount->toText() : "none"; };
    for (const TradeRecord& record : records.trades)
        line({number(record.instrument), number(toMsecs(record.time)), record.price.toText(),
              record.quantity.toText(), number(record.isTakerBuy), number(record.id)});
    for (const LiquidationRecord& record : records.liquidations)
        line({QByteArray::fromStdString(record.asset), number(toMsecs(record.liquidation.time)),
              number(static_cast<int>(record.liquidation.side)), record.liquidation.price.toText(),
              record.liquidation.quantity.toText(), record.liquidation.usd.toText()});
    for (const CandleRecord& record : records.candles)
        line({number(record.instrument), record.interval.name().toUtf8(),
              number(toMsecs(record.candle.openTime)), record.candle.open.toText(),
              record.candle.high.toText(), record.candle.low.toText(), record.candle.close.toText(),
              size(record.candle.volume), size(record.candle.quoteVolume), size(record.candle.takerBuyQuote),
              number(record.candle.trades.value_or(-1)), number(record.isClosed),
              number(toMsecs(record.at))});
    for (const DayRecord& record : records.days)
        line({number(record.instrument), number(toMsecs(record.time)), record.last.toText(),
              record.volume.toText()});
    for (const GaugeRecord& record : records.gauges)
        line({number(static_cast<int>(record.gauge)), number(toMsecs(record.time)), record.value.toText()});
    for (const QString& reject : records.rejects)
        line({reject.toUtf8()});
    return text;
}

/// The same in JSON, but not written as the venue writes it: space stands before the first colon.
QByteArray otherwise(const QByteArray& message)
{
    return "{\"stream\" :" + message.mid(10);
}

QByteArray changed(QByteArray message, qsizetype at, int way)
{
    static const QByteArray put = "\"\\{}[],:0-.eatfnS \n\x01\xC3";
    if (way == 0)
        return message.remove(at, 1);
    if (way == 1)
        return message.first(at);
    const char c = put[(way - 2) % put.size()];
    if (way - 2 < put.size())
        return message.insert(at, c);
    message[at] = c;
    return message;
}

} // namespace

/// Messages as the venue documents them are read by a shorter way, which must not be seen.
class TestBinanceFrame final : public QObject {
    Q_OBJECT

    const std::unique_ptr<Feed> m_spot = makeBinanceFeed(followedAssets());
    const std::unique_ptr<Feed> m_futures = makeBinanceFuturesFeed(followedAssets());

private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsWhatIsDocumented()
    {
        QVERIFY(told(*m_spot, trade).endsWith("\n0 1763773190123 86455.1 0.01 0 3512000001 \n"));
        // 86021.40 x 0.25
        QVERIFY(told(*m_futures, order).endsWith("\nbtc 1763773190999 0 86021.4 0.25 21505.35 \n"));
        QVERIFY(told(*m_spot, kline)
                    .endsWith("\n0 1m 1763773140000 86455.1 86499.9 86400.01 86460.2 12.3 1064000.5 "
                              "532000.25 1000 0 1763773190125 \n"));
    }

    void bothWaysTellTheSame_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("a trade") << trade;
        QTest::newRow("a forced order") << order;
        QTest::newRow("a candle") << kline;
        QTest::newRow("without a name") << json("{'stream':'a','data':{'E':1,'s':'BTCUSDT','u':5}}");
        QTest::newRow("a part of a book") << json("{'stream':'a','data':{'e':'x','lastUpdateId':5,'b':[]}}");
        QTest::newRow("the end of a connection")
            << json("{'stream':'!serverShutdown','data':{'e':'serverShutdown','E':1}}");
        QTest::newRow("two candles") << json("{'stream':'a','data':{'e':'kline','k':{'t':1},'k':{'s':'A'}}}");
        QTest::newRow("a long key") << json("{'stream':'a','data':{'e':'aggTrade','new':nil,'s':'BTCUSDT'}}");
        QTest::newRow("an object") << json("{'stream':'a','data':{'e':'aggTrade','new':{},'s':'BTCUSDT'}}");
        QTest::newRow("an empty object") << json("{'stream':'a','data':{}}");
        QTest::newRow("no stream") << json("{'stream':'','data':{'e':'kline','s':'BTCUSDT'}}");
        QTest::newRow("more behind") << json("{'stream':'a','data':{'e':'aggTrade'},'code':-1003,'msg':'b'}");
        QTest::newRow("longer than the short way reads")
            << json("{'stream':'a','data':{'e':'aggTrade','z':'") + QByteArray(20'000, 'z') + "\"}}";
    }
    void bothWaysTellTheSame()
    {
        QFETCH(QByteArray, message);
        for (Feed* const feed : {m_spot.get(), m_futures.get()}) {
            QCOMPARE(told(*feed, message), told(*feed, otherwise(message)));
            const qsizetype end = std::min<qsizetype>(message.size(), 400);
            for (qsizetype at = 10; at < end; ++at) {
                for (int way = 0; way < 44; ++way) {
                    const QByteArray one = changed(message, at, way);
                    if (told(*feed, one) != told(*feed, otherwise(one)))
                        QCOMPARE(one + told(*feed, one), one + told(*feed, otherwise(one)));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBinanceFrame)
#include "tst_binanceframe.moc"
