// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/feedcatalog.h"
#include "models/history/captureformats.h"
#include "tests/support/failonwarning.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace holdline;

namespace {

constexpr UtcTime moment{std::chrono::milliseconds{1763773190123}};

CaptureLine message(const QByteArray& payload)
{
    return {CaptureLine::Kind::Message, moment, QStringLiteral("bybit"), QStringLiteral("linear"), payload};
}

} // namespace

class TestCaptureLine : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void bytesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("an object, spaces and order kept")
            << QByteArray(R"({"z": 1.50,  "a":[1,{"payload":2}]})");
        QTest::newRow("an array") << QByteArray(R"([["1","2"]])");
        QTest::newRow("plain text") << QByteArray("pong");
        QTest::newRow("text with quotes and a line end") << QByteArray("a \"b\"\n{");
        QTest::newRow("damaged JSON") << QByteArray(R"({"e":"kline","k":{)");
        QTest::newRow("JSON over two lines") << QByteArray("{\n\"a\":1}");
        QTest::newRow("no UTF-8") << QByteArray("\xff\xfe\x00\x01", 4);
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("a number with more digits than a double")
            << QByteArray(R"({"id":12345678901234567890123})");
    }

    void bytesComeBackAsTheyWere()
    {
        QFETCH(QByteArray, payload);
        const QByteArray line = toCapture(message(payload));
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(QJsonDocument::fromJson(line).isObject());
        const auto back = parseCaptureLine(line);
        QVERIFY(back.hasValue());
        QCOMPARE(back.value().payload, payload);
        QCOMPARE(back.value().receivedAt, moment);
        QCOMPARE(back.value().source, QStringLiteral("bybit"));
        QCOMPARE(back.value().stream, QStringLiteral("linear"));
    }

    /// Both readers: the one for every line, and the one for the many.
    void aMessageReadFastIsTheSame_data() { bytesComeBackAsTheyWere_data(); }

    void aMessageReadFastIsTheSame()
    {
        QFETCH(QByteArray, payload);
        const QByteArray line = toCapture(message(payload));
        const auto fast = MessageLineReader().read(line);
        const bool isForIt = payload.startsWith('{') ? payload.endsWith('}') && !payload.contains('\n')
                                                     : payload.startsWith('[');
        QCOMPARE(fast.has_value(), isForIt);
        const auto read = CaptureReader().read(line).value();
        QCOMPARE(read->payload, payload);
        QCOMPARE(read->receivedAt, moment);
        QCOMPARE(read->source, QStringLiteral("bybit"));
        QCOMPARE(read->stream, QStringLiteral("linear"));
    }

    void otherLinesAreLeftToTheSlowReader_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArray begin =
            R"({"receivedAt":"2025-11-22T00:59:50Z","source":"bybit","stream":"linear",)";
        QTest::newRow("opened") << begin + R"("payload":{"holdline":"opened"}})";
        QTest::newRow("an answer") << begin + R"("request":{"purpose":"time"},"payload":{"a":1}})";
        QTest::newRow("a key after the payload") << begin + R"("payload":{"a":1},"note":1})";
        QTest::newRow("two payloads") << begin + R"("payload":{"a":1},"payload":{"a":2}})";
        QTest::newRow("two sources") << begin + R"("source":"okx","payload":{"a":1}})";
        QTest::newRow("cut") << begin + R"("payload":{"a":1})";
        QTest::newRow("more behind it") << begin + R"("payload":{"a":1}} {})";
        QTest::newRow("a name with an escape") << QByteArray(
            R"({"receivedAt":"2025-11-22T00:59:50Z","source":"\u0062ybit","stream":"x","payload":{}})");
        QTest::newRow("milliseconds")
            << QByteArray(R"({"receivedAt":1763773190123,"source":"a","stream":"b","payload":{}})");
        QTest::newRow("a time that is none")
            << QByteArray(R"({"receivedAt":"soon","source":"a","stream":"b","payload":{}})");
        QTest::newRow("a payload that is a number")
            << QByteArray(R"({"receivedAt":"2025-11-22T00:59:50Z","source":"a","stream":"b","payload":1})");
    }

    void otherLinesAreLeftToTheSlowReader()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!MessageLineReader().read(line));
    }

    void theFourKeysAreThere()
    {
        const QJsonObject object = QJsonDocument::fromJson(toCapture(message("{\"a\":1}"))).object();
        QCOMPARE(object.keys(), (QStringList{QStringLiteral("payload"), QStringLiteral("receivedAt"),
                                             QStringLiteral("source"), QStringLiteral("stream")}));
        QCOMPARE(object.value(QStringLiteral("receivedAt")).toString(),
                 QStringLiteral("2025-11-22T00:59:50.123Z"));
    }

    void payloadMayStandAnywhereAndBeAnyJson()
    {
        const auto line = parseCaptureLine(
            R"({"payload":{"e":"x","n":[1,2]},"receivedAt":1763773190123,"source":"binance","stream":"a@b"})");
        QVERIFY(line.hasValue());
        QCOMPARE(QJsonDocument::fromJson(line.value().payload),
                 QJsonDocument::fromJson(R"({"e":"x","n":[1,2]})"));
        QCOMPARE(line.value().receivedAt, moment);
    }

    void connectionsAndAnswersComeBack()
    {
        CaptureLine closed = message("it \"ended\"");
        closed.kind = CaptureLine::Kind::Closed;
        const auto back = parseCaptureLine(toCapture(closed)).value();
        QCOMPARE(back.kind, CaptureLine::Kind::Closed);
        QCOMPARE(back.payload, QByteArray("it \"ended\""));

        const auto feed = findFeed(QStringLiteral("kraken"))->make(followedAssets());
        const RestRequest request =
            feed->candleRequest(1, oneMinute, {moment - std::chrono::minutes{9}, moment});
        const auto answer =
            parseCaptureLine(toCapture(answerLine(*feed, request, "{}", moment, moment))).value();
        QCOMPARE(answer.kind, CaptureLine::Kind::Answer);
        QCOMPARE(answer.date, std::optional(moment));
        const auto asked = requestOf(answer, *feed);
        QVERIFY(asked);
        QCOMPARE(asked->purpose, request.purpose);
        QCOMPARE(asked->path, request.path);
        QCOMPARE(asked->instrument, 1);
        QCOMPARE(asked->range, request.range);
    }

    void whatIsNoLineIsSaid_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("cut") << QByteArray(R"({"receivedAt":"2025-11-22T00:59:50Z","source":"bin)");
        QTest::newRow("no time") << QByteArray(R"({"source":"binance","stream":"x","payload":{}})");
        QTest::newRow("no payload") << QByteArray(
            R"({"receivedAt":"2025-11-22T00:59:50Z","source":"binance"})");
        QTest::newRow("a table") << QByteArray("0,1675329600138,1206419187,,buy,1666.8,26.062");
        QTest::newRow("time far off")
            << QByteArray(R"({"receivedAt":1e300,"source":"binance","payload":{}})");
    }

    void whatIsNoLineIsSaid()
    {
        QFETCH(QByteArray, line);
        const auto read = CaptureReader().read(line);
        QVERIFY(read.hasError());
        QVERIFY(!read.error().message.isEmpty());
    }

    void otherProgramsLogs()
    {
        CaptureReader reader;
        QVERIFY(!reader.read("wss://ws.okx.com:8443/ws/v5/public <-> 1652459224.53").value());
        QVERIFY(!reader.read("wss://ws.okx.com:8443/ws/v5/public <- 1652459225.29: {\"op\":\"subscribe\"}")
                     .value());
        const auto line = reader.read("1652459225.75: {\"event\":\"subscribe\"}").value();
        QVERIFY(line);
        QCOMPARE(line->source, QStringLiteral("okx"));
        QCOMPARE(line->receivedAt, UtcTime{Span{1652459225750}});
        const auto nanoseconds =
            CaptureReader()
                .read("1723161255088169167 {\"stream\":\"btcusdt@bookTicker\",\"data\":{\"e\":\"bookTicker\","
                      "\"T\":1723161256313}}")
                .value();
        QCOMPARE(nanoseconds->source, QStringLiteral("binance-futures"));
        QCOMPARE(toMsecs(nanoseconds->receivedAt), 1723161255088);
        const auto named = CaptureReader().read(R"({"exchange":"okex-swap","message":{"arg":1}})").value();
        QCOMPARE(named->source, QStringLiteral("okx"));
        QCOMPARE(named->payload, QByteArray(R"({"arg":1})"));
    }
};

QTEST_GUILESS_MAIN(TestCaptureLine)
#include "tst_captureline.moc"
