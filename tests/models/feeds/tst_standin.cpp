// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/standin/standin.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QThread>
#include <QWebSocket>
#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms

UtcTime at(const char* iso)
{
    return parseIso(iso).value();
}

StandInOptions optionsOf(const char* provider, double speed = 1)
{
    return {.provider = QString::fromLatin1(provider), .start = at("2026-09-01T00:00:50Z"), .speed = speed};
}

/// A client of a stream, as any program would be one.
class Listener final : public QObject {
public:
    explicit Listener(const QString& address)
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this,
                [this](const QString& text) { texts.append(text); });
        connect(&m_socket, &QWebSocket::disconnected, this, [this] { isClosed = true; });
        connect(&m_socket, &QWebSocket::pong, this,
                [this](quint64, const QByteArray& payload) { pongs.append(payload); });
        m_socket.open(QUrl(address));
    }
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    void say(const QString& text) { m_socket.sendTextMessage(text); }
    [[nodiscard]] QWebSocket& socket() { return m_socket; }
    [[nodiscard]] qsizetype count(const QString& part) const
    {
        return std::count_if(texts.begin(), texts.end(),
                             [&](const QString& text) { return text.contains(part); });
    }

    QStringList texts;
    QByteArrayList pongs;
    bool isClosed = false;

private:
    QWebSocket m_socket;
};

struct Answer {
    int status = 0;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray retryAfter;
    QByteArray used;
};

Answer ask(const StandIn& server, const QString& path)
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(server.restAddress() + path));
    request.setHeader(QNetworkRequest::UserAgentHeader, u"test"_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    if (!reply->isFinished()) {
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        finished.wait(patience);
    }
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(),
            reply->error(), reply->rawHeader("Retry-After"), reply->rawHeader("X-MBX-USED-WEIGHT-1M")};
}

/// A decimal text in units of 1e-8.
qint64 units(const QJsonValue& value)
{
    const QString text = value.toString();
    const qint64 whole = text.section(u'.', 0, 0).toLongLong();
    return whole * 100'000'000 + text.section(u'.', 1).leftJustified(8, u'0').left(8).toLongLong();
}

/// Trades summed up by hand.
struct Sum {
    qint64 open = 0;
    qint64 high = 0;
    qint64 low = 0;
    qint64 close = 0;
    qint64 volume = 0;
    qint64 buys = 0;
    double quote = 0;
    double buyQuote = 0;
    int trades = 0;

    void add(qint64 price, qint64 quantity, bool isTakerBuy)
    {
        open = trades == 0 ? price : open;
        high = trades == 0 ? price : std::max(high, price);
        low = trades == 0 ? price : std::min(low, price);
        close = price;
        volume += quantity;
        const double money = static_cast<double>(price) * static_cast<double>(quantity) / 1e16;
        quote += money;
        buys += isTakerBuy ? quantity : 0;
        buyQuote += isTakerBuy ? money : 0;
        ++trades;
    }
};

bool isNear(const QJsonValue& text, double value)
{
    return std::abs(text.toString().toDouble() - value) < 1e-5;
}

QJsonValue at(QJsonValue value, const QString& path)
{
    for (const QString& part : path.split(u'.', Qt::SkipEmptyParts))
        value = value.toObject().value(part);
    return value;
}

} // namespace

class TestStandIn final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void candlesAreTheSumOfTheTrades()
    {
        StandIn server(optionsOf("binance", 20));
        QVERIFY(server.start());
        Listener listener(server.streamAddress() + u"/stream?streams=ethusdt@aggTrade/ethusdt@kline_1m"_s);
        // The first whole minute after the connection.
        const qint64 minute = toMsecs(at("2026-09-01T00:02:00Z"));
        const QString last = QStringLiteral("\"k\":{\"t\":%1").arg(minute);
        const auto isFinal = [&](const QString& text) {
            return text.contains(last) && text.contains(u"\"x\":true"_s);
        };
        QTRY_VERIFY_WITH_TIMEOUT(std::any_of(listener.texts.begin(), listener.texts.end(), isFinal),
                                 patience);
        Sum sum;
        QJsonObject candle;
        for (const QString& text : listener.texts) {
            const QJsonObject data =
                QJsonDocument::fromJson(text.toUtf8()).object().value(u"data"_s).toObject();
            const auto time = data.value(u"T"_s).toInteger();
            if (data.value(u"e"_s) == u"aggTrade"_s && time >= minute && time < minute + 60'000)
                sum.add(units(data.value(u"p"_s)), units(data.value(u"q"_s)), !data.value(u"m"_s).toBool());
            if (isFinal(text))
                candle = data.value(u"k"_s).toObject();
        }
        QVERIFY(sum.trades > 20);
        QCOMPARE(units(candle.value(u"o"_s)), sum.open);
        QCOMPARE(units(candle.value(u"h"_s)), sum.high);
        QCOMPARE(units(candle.value(u"l"_s)), sum.low);
        QCOMPARE(units(candle.value(u"c"_s)), sum.close);
        QCOMPARE(units(candle.value(u"v"_s)), sum.volume);
        QCOMPARE(units(candle.value(u"V"_s)), sum.buys);
        QCOMPARE(candle.value(u"n"_s).toInt(), sum.trades);
        QVERIFY(isNear(candle.value(u"q"_s), sum.quote) && isNear(candle.value(u"Q"_s), sum.buyQuote));
        // And REST says the same.
        const Answer answer =
            ask(server,
                QStringLiteral("/api/v3/klines?symbol=ETHUSDT&interval=1m&startTime=%1&limit=1").arg(minute));
        const QJsonArray row = QJsonDocument::fromJson(answer.body).array().at(0).toArray();
        QCOMPARE(row.size(), 12);
        QCOMPARE(row.at(0).toInteger(), minute);
        QCOMPARE(row.at(6).toInteger(), minute + 59'999);
        const std::vector<std::pair<int, QString>> places{{1, u"o"_s}, {2, u"h"_s}, {3, u"l"_s},
                                                          {4, u"c"_s}, {5, u"v"_s}, {7, u"q"_s},
                                                          {9, u"V"_s}, {10, u"Q"_s}};
        for (const auto& [index, key] : places)
            QCOMPARE(row.at(index), candle.value(key));
    }

    void pagesBeginAndEndWhereTheVenueSays_data()
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("list");       // members down to the rows
        QTest::addColumn<QString>("key");        // of the time within a row; empty: the first element
        QTest::addColumn<QList<int>>("minutes"); // after 2026-08-31T23:00Z
        const QString t10 = u"1788217800000"_s;  // 23:10
        const QString t14 = u"1788218040000"_s;  // 23:14
        const auto row = [](const char* name, const char* provider, const QString& path, const char* list,
                            const char* key, const QList<int>& minutes) {
            QTest::newRow(name) << QByteArray(provider) << path << QString::fromLatin1(list)
                                << QString::fromLatin1(key) << minutes;
        };
        const QString spot = u"/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=3"_s;
        row("binance, both bounds", "binance", spot + u"&startTime="_s + t10 + u"&endTime="_s + t14, "", "",
            {10, 11, 12});
        row("binance, the end is included", "binance", spot + u"&startTime=1788217920000&endTime="_s + t14,
            "", "", {12, 13, 14});
        row("binance, end only", "binance", spot + u"&endTime="_s + t14, "", "", {12, 13, 14});
        row("binance, no bound: the open one is last", "binance", spot, "", "", {58, 59, 60});
        row("futures, start within a minute", "binance-futures",
            u"/fapi/v1/klines?symbol=BTCUSDT&interval=1m&limit=2&startTime=1788217800001"_s, "", "",
            {11, 12});
        row("bybit, newest first", "bybit",
            u"/v5/market/kline?symbol=BTCUSDT&interval=1&start="_s + t10 + u"&end="_s + t14, "result.list",
            "", {14, 13, 12, 11, 10});
        row("okx, bounds are excluded", "okx",
            u"/api/v5/market/candles?instId=BTC-USDT&bar=1m&before="_s + t10 + u"&after="_s + t14, "data", "",
            {13, 12, 11});
        row("okx, history has no open one", "okx",
            u"/api/v5/market/history-candles?instId=BTC-USDT&limit=2"_s, "data", "", {59, 58});
        row("coinbase, newest first", "coinbase",
            u"/products/BTC-USD/candles?granularity=60&start=2026-08-31T23:10:00Z&end=2026-08-31T23:12:00Z"_s,
            "", "", {12, 11, 10});
        row("kraken, since is excluded", "kraken",
            u"/0/public/OHLC?pair=XBTUSD&interval=1&since=1788220680"_s, "result.XXBTZUSD", "", {59, 60});
        row("bitstamp, from the start", "bitstamp",
            u"/api/v2/ohlc/btcusd/?step=60&limit=2&start=1788217800"_s, "data.ohlc", "timestamp", {10, 11});
        row("bitstamp, without the open one", "bitstamp",
            u"/api/v2/ohlc/btcusd/?step=60&limit=2&exclude_current_candle=true"_s, "data.ohlc", "timestamp",
            {58, 59});
    }

    void pagesBeginAndEndWhereTheVenueSays()
    {
        QFETCH(QByteArray, provider);
        QFETCH(QString, path);
        QFETCH(QString, list);
        QFETCH(QString, key);
        QFETCH(QList<int>, minutes);
        StandIn server({.provider = QString::fromLatin1(provider), .start = at("2026-09-01T00:00:01Z")});
        QVERIFY(server.start());
        const QJsonDocument document = QJsonDocument::fromJson(ask(server, path).body);
        const QJsonValue whole =
            document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        QList<int> found;
        for (const QJsonValue& row : ::at(whole, list).toArray()) {
            const QVariant time =
                key.isEmpty() ? row.toArray().at(0).toVariant() : row.toObject().value(key).toVariant();
            const qint64 seconds =
                time.toLongLong() > 100'000'000'000 ? time.toLongLong() / 1000 : time.toLongLong();
            found.append(static_cast<int>((seconds - 1788217200) / 60));
        }
        QCOMPARE(found, minutes);
    }

    void framesArriveWhole()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        Listener listener(server.streamAddress() + u"/ws"_s);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen() && server.connections() == 1, patience);
        for (const int size : {0, 125, 126, 65'535, 65'536, 3'000'000})
            server.sendNow(QByteArray(size, 'x'));
        QTRY_COMPARE_WITH_TIMEOUT(listener.texts.size(), 6, patience);
        QCOMPARE(listener.texts[4].size(), 65'536);
        QCOMPARE(listener.texts[5], QString(3'000'000, u'x'));
        listener.socket().ping("echo");
        QTRY_COMPARE_WITH_TIMEOUT(listener.pongs, QByteArrayList{"echo"}, patience);
        listener.socket().close();
        QTRY_COMPARE_WITH_TIMEOUT(server.connections(), 0, patience);
    }

    void fragmentsAreOneMessage()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        server.play(u"fragments"_s, 0, {{u"bytes"_s, 7}});
        Listener listener(server.streamAddress() + u"/ws"_s);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen() && server.connections() == 1, patience);
        server.sendNow("in frames of seven bytes");
        QTRY_COMPARE_WITH_TIMEOUT(listener.texts, QStringList{u"in frames of seven bytes"_s}, patience);
    }

    void controlMessagesAreAnswered()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        Listener listener(server.streamAddress() + u"/ws/btcusdt@kline_1m"_s);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen(), patience);
        listener.say(u"{\"method\":\"SUBSCRIBE\",\"params\":[\"nonsense\"],\"id\":7}"_s);
        listener.say(u"{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@kline_1m\"],\"id\":\"b\"}"_s);
        listener.say(u"{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":9}"_s);
        listener.say(u"{"_s);
        QTRY_VERIFY_WITH_TIMEOUT(listener.count(u"\"code\":3"_s) == 1, patience);
        QVERIFY(listener.texts.contains(u"{\"result\":null,\"id\":7}"_s));
        QVERIFY(listener.texts.contains(u"{\"result\":null,\"id\":\"b\"}"_s));
        QVERIFY(listener.texts.contains(u"{\"result\":[\"nonsense\"],\"id\":9}"_s));
    }

    void connectionsEndWithoutAWord()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        for (const char* how : {"cut", "cut-mid-message"}) {
            Listener listener(server.streamAddress() + u"/ws"_s);
            QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen() && server.connections() == 1, patience);
            server.play(QString::fromLatin1(how));
            QTRY_VERIFY_WITH_TIMEOUT(listener.isClosed, patience);
            QVERIFY(listener.texts.isEmpty());
            QTRY_COMPARE_WITH_TIMEOUT(server.connections(), 0, patience);
        }
    }

    void goodbyeIsSaidBefore()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        Listener listener(server.streamAddress() + u"/ws"_s);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen() && server.connections() == 1, patience);
        server.play(u"goodbye"_s, 0.5);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isClosed, patience);
        QCOMPARE(listener.count(u"{\"e\":\"serverShutdown\",\"E\":"_s), 1);
        QCOMPARE(listener.socket().closeCode(), QWebSocketProtocol::CloseCodeGoingAway);
    }

    void wrongRouteIsSilent()
    {
        StandIn server(optionsOf("binance-futures", 4));
        QVERIFY(server.start());
        const QString streams = u"/stream?streams=btcusdt@markPrice@1s/btcusdt@bookTicker"_s;
        Listener market(server.streamAddress() + u"/market"_s + streams);
        Listener book(server.streamAddress() + u"/public"_s + streams);
        Listener old(server.streamAddress() + streams);
        QTRY_VERIFY_WITH_TIMEOUT(market.texts.size() > 2 && book.texts.size() > 2 && old.texts.size() > 2,
                                 patience);
        QCOMPARE(market.count(u"markPriceUpdate"_s), market.texts.size());
        QCOMPARE(book.count(u"bookTicker"_s), book.texts.size());
        QCOMPARE(old.count(u"bookTicker"_s), old.texts.size());
    }

    void liquidationsAreSampledOrWhole()
    {
        StandIn futures(optionsOf("binance-futures", 4));
        StandIn bybit(optionsOf("bybit", 4));
        QVERIFY(futures.start() && bybit.start());
        Listener sampled(futures.streamAddress() + u"/market/ws/!forceOrder@arr"_s);
        Listener whole(bybit.streamAddress() + u"/v5/public/linear"_s);
        QTRY_VERIFY_WITH_TIMEOUT(sampled.isOpen() && whole.isOpen(), patience);
        whole.say(u"{\"op\":\"subscribe\",\"args\":[\"allLiquidation.BTCUSDT\"]}"_s);
        QTRY_VERIFY_WITH_TIMEOUT(whole.count(u"\"success\":true"_s) == 1, patience);
        const UtcTime before = std::min(futures.now(), bybit.now());
        for (StandIn* server : {&futures, &bybit})
            server->play(u"cascade"_s, 1,
                         {{u"liquidations"_s, 400}, {u"fall"_s, 0.02}}); // four venue seconds
        QTRY_VERIFY_WITH_TIMEOUT(futures.now() > before + 8s && bybit.now() > before + 8s, patience);
        const auto rows = [&] {
            qsizetype count = 0;
            for (const QString& text : whole.texts)
                count += text.count(u"\"s\":\"BTCUSDT\""_s);
            return count;
        };
        QTRY_VERIFY_WITH_TIMEOUT(rows() >= 400, patience);
        QSet<qint64> seconds;
        int count = 0;
        for (const QString& text : sampled.texts) {
            const QJsonObject order =
                QJsonDocument::fromJson(text.toUtf8()).object().value(u"o"_s).toObject();
            if (order.value(u"s"_s) != u"BTCUSDT"_s)
                continue;
            ++count;
            seconds.insert(order.value(u"T"_s).toInteger() / 1000);
        }
        QVERIFY(count >= 4);
        QCOMPARE(seconds.size(), count); // one a second
        // Bybit's side is the position's, in a cascade mostly long.
        QVERIFY(whole.count(u"\"S\":\"Buy\""_s) > 0);
        QCOMPARE(qsizetype(bybit.log().toldLiquidations("bybit:BTCUSDT").size()), rows());
    }

    void heartbeatsAreAnswered_data()
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        QTest::newRow("okx") << QByteArray("okx") << u"/ws/v5/public"_s << u"ping"_s << u"pong"_s;
        QTest::newRow("bybit")
            << QByteArray("bybit") << u"/v5/public/linear"_s << u"{\"req_id\":\"42\",\"op\":\"ping\"}"_s
            << u"{\"success\":true,\"ret_msg\":\"pong\",\"conn_id\":\"c-1\",\"req_id\":\"42\",\"op\":\"ping\"}"_s;
        QTest::newRow("bitstamp")
            << QByteArray("bitstamp") << u"/"_s << u"{\"event\":\"bts:heartbeat\"}"_s
            << u"{\"event\":\"bts:heartbeat\",\"channel\":\"\",\"data\":{\"status\":\"success\"}}"_s;
        QTest::newRow("okx, wrong socket")
            << QByteArray("okx") << u"/ws/v5/public"_s
            << u"{\"op\":\"subscribe\",\"args\":[{\"channel\":\"candle1m\",\"instId\":\"BTC-USDT\"}]}"_s
            << u"{\"event\":\"error\",\"code\":\"60018\",\"msg\":\"Wrong URL or "
               u"channel:candle1m,instId:BTC-USDT doesn't "
               "exist.\",\"connId\":\"a4d3ae55\"}"_s;
    }

    void heartbeatsAreAnswered()
    {
        QFETCH(QByteArray, provider);
        QFETCH(QString, path);
        QFETCH(QString, question);
        QFETCH(QString, answer);
        StandIn server(optionsOf(provider.constData()));
        QVERIFY(server.start());
        Listener listener(server.streamAddress() + path);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen(), patience);
        listener.say(question);
        QTRY_COMPARE_WITH_TIMEOUT(listener.texts.value(0), answer, patience);
    }

    void everyVenueStreams_data()
    {
        QTest::addColumn<QByteArray>("provider");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("bybit") << QByteArray("bybit") << u"/v5/public/spot"_s
                               << u"{\"op\":\"subscribe\",\"args\":[\"kline.1.BTCUSDT\"]}"_s
                               << QStringList{u"\"topic\":\"kline.1.BTCUSDT\""_s, u"\"confirm\":true"_s};
        QTest::newRow("okx")
            << QByteArray("okx") << u"/ws/v5/business"_s
            << u"{\"op\":\"subscribe\",\"args\":[{\"channel\":\"candle1m\",\"instId\":\"BTC-USDT\"}]}"_s
            << QStringList{u"{\"event\":\"subscribe\""_s, u"\"0\"]]}"_s, u"\"1\"]]}"_s};
        QTest::newRow("coinbase")
            << QByteArray("coinbase") << u"/"_s
            << u"{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"matches\",\"heartbeat\",\"ticker\"]}"_s
            << QStringList{u"\"type\":\"subscriptions\""_s, u"\"last_match\""_s, u"\"type\":\"match\""_s,
                           u"\"type\":\"heartbeat\""_s, u"\"type\":\"ticker\""_s};
        QTest::newRow("kraken")
            << QByteArray("kraken") << u"/v2"_s
            << u"{\"method\":\"subscribe\",\"params\":{\"channel\":\"ohlc\",\"symbol\":[\"BTC/USD\",\"ETH/USD\"],\"interval\":1,\"snapshot\":true},\"req_id\":1}"_s
            << QStringList{u"{\"channel\":\"status\""_s, u"\"success\":true"_s, u"\"type\":\"snapshot\""_s,
                           u"\"type\":\"update\",\"data\":[{\"symbol\":\"ETH/USD\""_s,
                           u"{\"channel\":\"heartbeat\"}"_s};
        QTest::newRow("bitstamp")
            << QByteArray("bitstamp") << u"/"_s
            << u"{\"event\":\"bts:subscribe\",\"data\":{\"channel\":\"live_trades_btcusd\"}}"_s
            << QStringList{u"bts:subscription_succeeded"_s, u"\"event\":\"trade\""_s};
    }

    void everyVenueStreams()
    {
        QFETCH(QByteArray, provider);
        QFETCH(QString, path);
        QFETCH(QString, question);
        QFETCH(QStringList, parts);
        StandIn server(optionsOf(provider.constData(), 5));
        QVERIFY(server.start());
        Listener listener(server.streamAddress() + path);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen(), patience);
        listener.say(question);
        for (const QString& part : parts)
            QTRY_VERIFY2_WITH_TIMEOUT(listener.count(part) > 0, qPrintable(part), patience);
        for (const QString& text : listener.texts)
            QVERIFY2(!QJsonDocument::fromJson(text.toUtf8()).isNull(), qPrintable(text));
    }

    void bitstampTradesMakeItsCandles()
    {
        StandIn server(optionsOf("bitstamp", 20));
        QVERIFY(server.start());
        Listener listener(server.streamAddress());
        QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen(), patience);
        listener.say(u"{\"event\":\"bts:subscribe\",\"data\":{\"channel\":\"live_trades_solusd\"}}"_s);
        const qint64 minute = toMsecs(at("2026-09-01T00:02:00Z")) / 1000;
        QTRY_VERIFY_WITH_TIMEOUT(server.now() > at("2026-09-01T00:03:10Z"), patience);
        Sum sum;
        for (const QString& text : listener.texts) {
            const QJsonObject trade =
                QJsonDocument::fromJson(text.toUtf8()).object().value(u"data"_s).toObject();
            const qint64 time = trade.value(u"timestamp"_s).toString().toLongLong();
            if (time >= minute && time < minute + 60)
                sum.add(units(trade.value(u"price_str"_s)), units(trade.value(u"amount_str"_s)), false);
        }
        const Answer answer =
            ask(server, QStringLiteral("/api/v2/ohlc/solusd/?step=60&limit=1&start=%1").arg(minute));
        const QJsonObject row =
            ::at(QJsonDocument::fromJson(answer.body).object(), u"data.ohlc"_s).toArray().at(0).toObject();
        QCOMPARE(units(row.value(u"open"_s)), sum.open);
        QCOMPARE(units(row.value(u"high"_s)), sum.high);
        QCOMPARE(units(row.value(u"low"_s)), sum.low);
        QCOMPARE(units(row.value(u"close"_s)), sum.close);
        QCOMPARE(units(row.value(u"volume"_s)), sum.volume);
    }

    void answersAreSpoilt()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        const QString path = u"/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=20"_s;
        const auto during = [&](const QString& name, const QJsonObject& options = {}) {
            server.play(name, 0, options);
            const Answer answer = ask(server, path);
            server.endFault(name);
            return answer;
        };
        const Answer well = ask(server, path);
        QCOMPARE(well.used, QByteArray("2"));
        QCOMPARE(QJsonDocument::fromJson(well.body).array().size(), 20);
        QCOMPARE(QJsonDocument::fromJson(during(u"gzip"_s).body).array().size(), 20);
        QVERIFY(during(u"bom"_s).body.startsWith("\xEF\xBB\xBF[["));
        QCOMPARE(during(u"truncate"_s).error, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(during(u"empty"_s).body, QByteArray("[]"));
        QCOMPARE(QJsonDocument::fromJson(during(u"short-pages"_s, {{u"rows"_s, 5}}).body).array().size(), 5);
        QVERIFY(during(u"error-body"_s).body.startsWith("{\"code\":-1003,"));
        QVERIFY(during(u"html"_s).body.startsWith("<!DOCTYPE html>"));
        QCOMPARE(during(u"redirect"_s).status, 301);
        const Answer refused = during(u"status"_s, {{u"code"_s, 429}, {u"retry-after"_s, 7}});
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.retryAfter, QByteArray("7"));
        server.forgetMinutes({at("2026-08-31T23:50:00Z"), at("2026-08-31T23:55:00Z")});
        const Answer gap = ask(
            server,
            u"/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=20&startTime=1788220080000&endTime=1788220799999"_s);
        QCOMPARE(QJsonDocument::fromJson(gap.body).array().size(), 12 - 5); // 23:48 to 23:59
    }

    void questionsAreLimited()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        server.play(u"weight-limit"_s, 0, {{u"weight"_s, 40}});
        const QString path = u"/api/v3/exchangeInfo"_s; // weight 20
        QCOMPARE(ask(server, path).status, 200);
        QCOMPARE(ask(server, path).used, QByteArray("40"));
        const Answer refused = ask(server, path);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.used, QByteArray("60"));
        QVERIFY(refused.retryAfter.toInt() > 0 && refused.retryAfter.toInt() <= 10); // until 00:01
        QVERIFY(refused.body.startsWith("{\"code\":-1003,"));
        QCOMPARE(ask(server, path).status, 429);
        QCOMPARE(ask(server, path).status, 429);
        const Answer banned = ask(server, path);
        QCOMPARE(banned.status, 418);
        QCOMPARE(banned.retryAfter, QByteArray("120"));
        QVERIFY(banned.body.contains("IP banned until 17882")); // ms of 2026-09-01
    }

    void haltIsSaid()
    {
        StandIn server(optionsOf("kraken"));
        QVERIFY(server.start());
        Listener listener(server.streamAddress() + u"/v2"_s);
        QTRY_COMPARE_WITH_TIMEOUT(listener.count(u"\"system\":\"online\""_s), 1, patience);
        listener.say(
            u"{\"method\":\"subscribe\",\"params\":{\"channel\":\"trade\",\"symbol\":[\"BTC/USD\"]}}"_s);
        QTRY_COMPARE_WITH_TIMEOUT(listener.count(u"\"success\":true"_s), 1, patience);
        server.play(u"halt"_s);
        QTRY_COMPARE_WITH_TIMEOUT(listener.count(u"\"system\":\"maintenance\""_s), 1, patience);
        QVERIFY(ask(server, u"/0/public/SystemStatus"_s).body.contains("\"maintenance\""));
        QVERIFY(server.market().trades(0, {server.now(), server.now() + 60s}).empty());
    }

    void streamIsSpoilt()
    {
        StandIn server(optionsOf("binance", 10));
        QVERIFY(server.start());
        server.play(u"ack-silent"_s, 0, {{u"streams"_s, QJsonArray{u"aggTrade"_s}}});
        server.play(u"no-final"_s);
        server.play(u"duplicates"_s);
        Listener listener(server.streamAddress() + u"/ws/btcusdt@aggTrade/btcusdt@kline_1m"_s);
        const QString later = QStringLiteral("\"t\":%1,").arg(toMsecs(at("2026-09-01T00:02:00Z")));
        QTRY_VERIFY_WITH_TIMEOUT(listener.count(later) > 2, patience);
        QCOMPARE(listener.count(u"aggTrade"_s), 0);
        QCOMPARE(listener.count(u"\"x\":true"_s), 0);
        QCOMPARE(listener.texts[0], listener.texts[1]);
    }

    void frozenConnectionsStaySilent()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        Listener first(server.streamAddress() + u"/ws"_s);
        QTRY_VERIFY_WITH_TIMEOUT(first.isOpen() && server.connections() == 1, patience);
        server.play(u"freeze"_s, 0.3);
        QTest::qWait(500); // longer than it lasts
        Listener second(server.streamAddress() + u"/ws"_s);
        QTRY_VERIFY_WITH_TIMEOUT(second.isOpen() && server.connections() == 2, patience);
        server.sendNow("hello");
        QTRY_COMPARE_WITH_TIMEOUT(second.texts, QStringList{u"hello"_s}, patience);
        QVERIFY(first.texts.isEmpty() && first.isOpen());
    }

    void clientsThatBreakRulesAreCut_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QJsonObject>("options");
        QTest::newRow("too many messages") << u"message-limit"_s << QJsonObject{{u"messages"_s, 3}};
        QTest::newRow("no ping") << u"need-ping"_s << QJsonObject{{u"seconds"_s, 0.5}};
        QTest::newRow("too old") << u"lifetime"_s << QJsonObject{{u"seconds"_s, 0.5}};
    }

    void clientsThatBreakRulesAreCut()
    {
        QFETCH(QString, fault);
        QFETCH(QJsonObject, options);
        StandIn server(optionsOf("okx"));
        QVERIFY(server.start());
        server.play(fault, 0, options);
        Listener listener(server.streamAddress() + u"/ws/v5/public"_s);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen(), patience);
        for (int i = 0; fault == u"message-limit"_s && i < 4; ++i)
            listener.say(u"ping"_s);
        QTRY_VERIFY_WITH_TIMEOUT(listener.isClosed, patience);
    }

    void pingFramesAreChecked()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        server.play(u"ping"_s, 0, {{u"every"_s, 0.2}, {u"within"_s, 2}});
        Listener good(server.streamAddress() + u"/ws"_s);
        QTcpSocket deaf; // never answers
        deaf.connectToHost(QHostAddress::LocalHost, QUrl(server.restAddress()).port());
        QTRY_VERIFY_WITH_TIMEOUT(deaf.state() == QAbstractSocket::ConnectedState, patience);
        deaf.write("GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                   "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(deaf.state() == QAbstractSocket::UnconnectedState, patience);
        QVERIFY(good.isOpen() && server.connections() == 1);
    }

    void upgradesAreRefused()
    {
        StandIn server(optionsOf("binance"));
        QVERIFY(server.start());
        server.play(u"refuse-upgrade"_s, 0, {{u"status"_s, 403}});
        QWebSocket socket;
        QSignalSpy failed(&socket, &QWebSocket::disconnected);
        socket.open(QUrl(server.streamAddress() + u"/ws"_s));
        QTRY_COMPARE_WITH_TIMEOUT(server.log().questions().size(), std::size_t{1}, patience);
        QCOMPARE(server.log().questions()[0].status, 403);
        QTRY_VERIFY_WITH_TIMEOUT(socket.state() == QAbstractSocket::UnconnectedState, patience);
    }

    void everyEventIsSurvived_data()
    {
        QTest::addColumn<QString>("streamPath");
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("restPath");
        QTest::newRow("binance") << u"/stream?streams=btcusdt@aggTrade/btcusdt@kline_1m/btcusdt@miniTicker"_s
                                 << u"{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}"_s
                                 << u"/api/v3/klines?symbol=BTCUSDT&interval=1m"_s;
        QTest::newRow("binance-futures")
            << u"/market/ws/!forceOrder@arr/!markPrice@arr@1s/!miniTicker@arr/btcusdt@kline_1m"_s
            << u"{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}"_s
            << u"/fapi/v1/klines?symbol=BTCUSDT&interval=1m"_s;
        QTest::newRow("bybit")
            << u"/v5/public/linear"_s
            << u"{\"op\":\"subscribe\",\"args\":[\"allLiquidation.BTCUSDT\",\"kline.1.BTCUSDT\",\"tickers.BTCUSDT\"]}"_s
            << u"/v5/market/kline?symbol=BTCUSDT&interval=1"_s;
        QTest::newRow("okx")
            << u"/ws/v5/public"_s
            << u"{\"op\":\"subscribe\",\"args\":[{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}]}"_s
            << u"/api/v5/market/candles?instId=BTC-USDT"_s;
        QTest::newRow("coinbase")
            << u"/"_s
            << u"{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],\"channels\":[\"matches\",\"heartbeat\"]}"_s
            << u"/products/BTC-USD/candles?granularity=60"_s;
        QTest::newRow("kraken")
            << u"/v2"_s
            << u"{\"method\":\"subscribe\",\"params\":{\"channel\":\"ohlc\",\"symbol\":[\"BTC/USD\"],\"interval\":1}}"_s
            << u"/0/public/OHLC?pair=XBTUSD"_s;
        QTest::newRow("bitstamp")
            << u"/"_s << u"{\"event\":\"bts:subscribe\",\"data\":{\"channel\":\"live_trades_btcusd\"}}"_s
            << u"/api/v2/ohlc/btcusd/?step=60&limit=10"_s;
    }

    void everyEventIsSurvived()
    {
        QFETCH(QString, streamPath);
        QFETCH(QString, question);
        QFETCH(QString, restPath);
        StandIn server(optionsOf(QTest::currentDataTag(), 20));
        QVERIFY(server.start());
        for (const EventName& event : eventNames()) {
            const QString name = QString::fromLatin1(event.name);
            Listener listener(server.streamAddress() + streamPath);
            QTRY_VERIFY_WITH_TIMEOUT(listener.isOpen() && server.connections() == 1, patience);
            listener.say(question);
            QTRY_VERIFY2_WITH_TIMEOUT(!listener.texts.isEmpty(), event.name, patience);
            server.play(name, 0,
                        {{u"megabytes"_s, 1}, {u"every"_s, 0.01}, {u"bytes"_s, 10'000}, {u"rate"_s, 1000}});
            QTest::qWait(120); // a tick or more
            if (name != u"drip"_s)
                (void)ask(server, restPath);
            server.endFault(name);
            listener.socket().abort();
            QTRY_COMPARE_WITH_TIMEOUT(server.connections(), 0, patience);
        }
        const Answer answer = ask(server, restPath);
        QCOMPARE(answer.status, 200);
        QVERIFY(!QJsonDocument::fromJson(answer.body).isNull());
    }

    void serverLivesInItsOwnThread()
    {
        QThread thread;
        auto server = std::make_unique<StandIn>(optionsOf("kraken"));
        server->moveToThread(&thread);
        thread.start();
        QVERIFY(server->start());
        QVERIFY(ask(*server, u"/0/public/SystemStatus"_s).body.contains("\"online\""));
        QCOMPARE(server->market().instruments().size(), std::size_t{5});
        server->stop();
        QMetaObject::invokeMethod(
            server.get(), [&server] { server.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        QVERIFY(thread.wait(patience));
    }

    void floodIsDense()
    {
        StandIn server(optionsOf("binance-futures"));
        QVERIFY(server.start());
        Listener listener(server.streamAddress() + u"/market/ws/!forceOrder@arr"_s);
        QTRY_VERIFY_WITH_TIMEOUT(server.connections() == 1, patience);
        server.play(u"flood"_s, 0, {{u"rate"_s, 20'000}, {u"streams"_s, u"forceOrder"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(listener.count(u"forceOrder"_s) > 10'000, patience);
        server.endFault(u"flood"_s);
        QVERIFY(server.log().floodCount() > 10'000);
        QSet<QString> texts(listener.texts.begin(), listener.texts.end());
        QCOMPARE(texts.size(), listener.texts.size());
    }
};

QTEST_GUILESS_MAIN(TestStandIn)
#include "tst_standin.moc"
