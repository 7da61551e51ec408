// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/restclient.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawhttpserver.h"
#include "tests/support/selfsigned.h"

#include <QSslConfiguration>
#include <QTimer>

#include <array>
#include <functional>
#include <memory>
#include <optional>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 20000; ///< ms

const UtcTime start{Span{1700000040000}}; // 2023-11-14T22:14:00Z, a Tuesday
const QByteArray startDate = "Date: Tue, 14 Nov 2023 22:14:00 GMT";

RestSettings quickSettings()
{
    RestSettings settings;
    settings.backoff = {1s, 8s, 0, 60s};
    settings.limitedBackoff = {2s, 600s, 0, 60s};
    return settings;
}

RateRules minuteRules()
{
    RateRules rules;
    rules.weight = 100;
    rules.window = 1min;
    rules.usedHeader = "x-mbx-used-weight-1m";
    return rules;
}

bool wait(const std::function<bool()>& what)
{
    return QTest::qWaitFor(what, patience);
}

/// A client, a server of its own and a clock that stands.
struct Play {
    explicit Play(const RateRules& rules = {}, const RestSettings& settings = quickSettings())
        : client(std::make_unique<RestClient>(server.address(), rules, settings, clock))
    {
    }
    /// Asks and waits for the answer.
    Result<RestAnswer> ask(const QString& path = u"/api"_s, int weight = 1,
                           AnswerForm form = AnswerForm::Data)
    {
        std::optional<Result<RestAnswer>> answer;
        client->ask(
            path, weight, [&](const Result<RestAnswer>& result) { answer = result; }, form);
        if (answer)
            return Error{Error::Kind::Usage, u"answered at once"_s};
        return wait([&] { return answer.has_value(); }) ? *answer : Error{Error::Kind::Usage, u"no answer"_s};
    }

    FakeClock clock{start};
    RawHttpServer server;
    std::unique_ptr<RestClient> client;
};

/// The kind of a failure; none for an answer.
std::optional<Error::Kind> kindOf(const Result<RestAnswer>& result)
{
    return result.hasError() ? std::optional(result.error().kind) : std::nullopt;
}

/// What gzip makes of these bytes: RFC 1952 around the deflated bytes that Qt gives.
QByteArray gzipped(const QByteArray& content)
{
    // A length of four bytes and two of zlib, then the deflated bytes, then four of a checksum.
    const QByteArray zlib = qCompress(content, 9);
    quint32 crc = 0xffffffffu;
    for (const char c : content) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
    }
    crc = ~crc;
    QByteArray bytes("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    bytes += zlib.mid(6, zlib.size() - 10);
    for (const quint32 number : {crc, quint32(content.size())}) {
        for (int shift = 0; shift < 32; shift += 8)
            bytes.append(char(number >> shift & 0xff));
    }
    return bytes;
}

} // namespace

class TestRestClient final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void anAnswerIsHandedOnWithItsDate()
    {
        Play play;
        play.server.setAnswer(httpAnswer("200 OK", "[[1,\"2\"]]", {startDate, "Set-Cookie: who=me; Path=/"}));
        const auto answer = play.ask(u"/api/v3/klines?symbol=BTCUSDT&limit=2"_s);
        QVERIFY2(answer.hasValue(), answer.hasError() ? qPrintable(answer.error().message) : "");
        QCOMPARE(answer.value().body, QByteArray("[[1,\"2\"]]"));
        QCOMPARE(answer.value().date, std::optional(start));
        QVERIFY(play.ask().hasValue());
        QCOMPARE(play.server.requests().size(), 2);
        const QByteArray first = play.server.requests().at(0);
        QVERIFY2(first.startsWith("GET /api/v3/klines?symbol=BTCUSDT&limit=2 HTTP/1.1\r\n"),
                 first.constData());
        QVERIFY(first.contains("User-Agent: Holdline/" HOLDLINE_VERSION "\r\n"));
        QVERIFY(first.contains("Accept-Encoding: gzip\r\n"));
        QVERIFY(!play.server.requests().at(1).toLower().contains("cookie"));
        QCOMPARE(play.server.connectionCount(), 1); // kept open for the second
    }

    void bodiesAreUnpacked_data() // H12
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("plain") << QByteArray("[1]") << QByteArray("X: y") << QByteArray("[1]");
        QTest::newRow("byte order mark")
            << QByteArray("\xef\xbb\xbf[1]") << QByteArray("X: y") << QByteArray("[1]");
        QTest::newRow("gzip") << gzipped("[1,2,3]") << QByteArray("Content-Encoding: gzip")
                              << QByteArray("[1,2,3]");
        QTest::newRow("gzip with mark")
            << gzipped("\xef\xbb\xbf[4]") << QByteArray("Content-Encoding: gzip") << QByteArray("[4]");
    }
    void bodiesAreUnpacked()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, expected);
        Play play;
        play.server.setAnswer(httpAnswer("200 OK", body, {header}));
        const auto answer = play.ask();
        QVERIFY2(answer.hasValue(), answer.hasError() ? qPrintable(answer.error().message) : "");
        QCOMPARE(answer.value().body, expected);
    }

    void chunkedAnswersAreJoined()
    {
        Play play;
        play.server.setAnswer(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[1\r\n2\r\n,2\r\n1\r\n]\r\n0\r\n\r\n");
        const auto answer = play.ask();
        QVERIFY(answer.hasValue());
        QCOMPARE(answer.value().body, QByteArray("[1,2]"));
    }

    void aPauseWithAnEndStopsAll() // H1
    {
        Play play(minuteRules());
        play.server.setAnswer(httpAnswer("429 Too Many Requests", "{\"code\":-1003,\"msg\":\"Too much\"}",
                                         {startDate, "Retry-After: 37", "X-MBX-USED-WEIGHT-1M: 101"}));
        const auto answer = play.ask();
        QCOMPARE(kindOf(answer), Error::Kind::RateLimited);
        QVERIFY(answer.error().detail.contains("Too much"_L1));
        QCOMPARE(play.client->pausedUntil(), std::optional(start + 37s));
        QVERIFY(!play.client->pauseReason().isEmpty());
        QVERIFY(!play.client->canAsk(1));
        // The pause ends before the window, in which nothing is left.
        QCOMPARE(play.client->nextChance(1), std::optional(start + 60s));
        QCOMPARE(kindOf(play.ask()), Error::Kind::RateLimited);
        QCOMPARE(play.server.requests().size(), 1); // nothing was sent
        play.clock.advance(60s);
        QVERIFY(play.client->canAsk(1));
        QVERIFY(!play.client->pausedUntil());
        play.server.setAnswer(httpAnswer("200 OK", "[]"));
        QVERIFY(play.ask().hasValue());
    }

    void withoutAnEndThePauseDoubles() // H2
    {
        Play play;
        play.server.setAnswer(httpAnswer("429 Too Many Requests", "slow down"));
        for (const Span expected : {Span(2s), Span(4s), Span(8s)}) {
            QCOMPARE(kindOf(play.ask()), Error::Kind::RateLimited);
            QCOMPARE(*play.client->pausedUntil() - play.clock.now(), expected);
            play.clock.set(*play.client->pausedUntil());
        }
        play.server.setAnswer(httpAnswer("200 OK", "[]"));
        QVERIFY(play.ask().hasValue());
        play.server.setAnswer(httpAnswer("429 Too Many Requests", "slow down"));
        QCOMPARE(kindOf(play.ask()), Error::Kind::RateLimited);
        QCOMPARE(*play.client->pausedUntil() - play.clock.now(), Span(2s));
    }

    void aRefusalCountsHoweverItsBodyEnds_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("isCut");
        const QByteArray head = "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\n";
        QTest::newRow("cut") << head + "Content-Length: 100\r\n\r\n{" << true;
        QTest::newRow("silent") << head + "Content-Length: 100\r\n\r\n{" << false;
        QTest::newRow("too long") << head + "Content-Length: 99999999999\r\n\r\n{" << false;
        QTest::newRow("packed by its header only")
            << head + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}" << false;
    }
    void aRefusalCountsHoweverItsBodyEnds()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, isCut);
        RestSettings settings = quickSettings();
        settings.idleLimit = 300ms;
        Play play({}, settings);
        play.server.setHandler([&](QTcpSocket& socket, int, const QByteArray&) {
            socket.write(bytes);
            if (isCut)
                socket.disconnectFromHost();
        });
        QCOMPARE(kindOf(play.ask()), Error::Kind::RateLimited);
        QCOMPARE(play.client->pausedUntil(), std::optional(start + 30s));
    }

    void bansEndWhenTheVenueSays_data() // H3
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("seconds");
        const QByteArray until =
            "{\"code\":-1003,\"msg\":\"IP banned until 1700000540000. Use WebSocket\"}"; // +500 s
        QTest::newRow("by header") << QByteArrayList{"Retry-After: 300"} << QByteArray("{}") << 300;
        QTest::newRow("a short one") << QByteArrayList{"Retry-After: 45"} << QByteArray("{}") << 45;
        QTest::newRow("without a word two minutes") << QByteArrayList{} << QByteArray("{}") << 120;
        QTest::newRow("by the text") << QByteArrayList{startDate} << until << 500;
        QTest::newRow("by the later of both") << QByteArrayList{"Retry-After: 300"} << until << 500;
        QTest::newRow("by the text of a venue whose clock is 100 s ahead")
            << QByteArrayList{"Date: Tue, 14 Nov 2023 22:15:40 GMT"} << until << 400;
        QTest::newRow("a text of the past")
            << QByteArrayList{} << QByteArray("IP banned until 1600000000000") << 120;
        QTest::newRow("a text of the year 2200 lasts a week")
            << QByteArrayList{} << QByteArray("IP banned until 7258118400000") << 604800;
    }
    void bansEndWhenTheVenueSays()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(QByteArray, body);
        QFETCH(int, seconds);
        Play play;
        play.server.setAnswer(httpAnswer("418 I'm a teapot", body, headers));
        QCOMPARE(kindOf(play.ask()), Error::Kind::RateLimited);
        QCOMPARE(play.client->pausedUntil(), std::optional(start + std::chrono::seconds(seconds)));
    }

    void aForbiddenClientWaitsLong() // H4
    {
        RateRules rules;
        rules.pauseWhenForbidden = 10min;
        Play play(rules);
        play.server.setAnswer(
            httpAnswer("403 Forbidden", "<html>access too frequent</html>", {"Content-Type: text/html"}));
        QCOMPARE(kindOf(play.ask()), Error::Kind::Unavailable);
        QCOMPARE(play.client->pausedUntil(), std::optional(start + 10min));
        QVERIFY(!play.client->isRegionRefused());
    }

    void aKeyGoesWithEachQuestionAndNowhereElse()
    {
        const QByteArray secret = "s3cret.Key";
        RestSettings settings = quickSettings();
        settings.key = shownKey({"Authorization", "Bearer ", {}}, secret);
        Play play({}, settings);
        play.server.setAnswer(httpAnswer("200 OK", "{\"you sent\":\"Bearer s3cret.Key\"}"));
        const auto answer = play.ask(u"/path"_s);
        QVERIFY(answer.hasValue());
        QVERIFY(play.server.requests().front().contains("\r\nAuthorization: Bearer s3cret.Key\r\n"));
        QVERIFY(play.server.requests().front().startsWith("GET /path HTTP"));
        QVERIFY2(!answer.value().body.contains(secret), answer.value().body.constData());

        play.server.setAnswer(httpAnswer("401 Unauthorized", "no such key: s3cret.Key"));
        const auto refused = play.ask();
        QCOMPARE(kindOf(refused), Error::Kind::Unavailable);
        QVERIFY(refused.error().message.contains(u"key"_s));
        QVERIFY(!(refused.error().message + refused.error().detail).contains(QString::fromLatin1(secret)));
        // Not told to the next run, which may have another key.
        QVERIFY(!play.client->pausedUntil());
        QCOMPARE(play.client->nextChance(1), std::optional(start + 1h));
    }

    void aKeyAsAPartOfTheQuery()
    {
        RestSettings settings = quickSettings();
        settings.key = shownKey({{}, {}, "api_key"}, "s3cret+Key");
        Play play({}, settings);
        play.server.setAnswer(httpAnswer("200 OK", "{\"asked\":\"s3cret+Key s3cret%2BKey\"}"));
        const auto answer = play.ask(u"/path?a=1"_s);
        QVERIFY(play.server.requests().front().startsWith("GET /path?a=1&api_key=s3cret%2BKey HTTP"));
        QCOMPARE(answer.value().body, QByteArray("{\"asked\":\"(key) (key)\"}"));
        play.server.setAnswer(httpAnswer("200 OK", "{}"));
        QVERIFY(play.ask(u"/path"_s).hasValue());
        QVERIFY(play.server.requests().back().startsWith("GET /path?api_key=s3cret%2BKey HTTP"));

        // Some say so with 400, by the name of the part.
        play.server.setAnswer(httpAnswer("400 Bad Request", "The value for api_key is not registered."));
        const auto refused = play.ask();
        QCOMPARE(kindOf(refused), Error::Kind::Unavailable);
        QCOMPARE(refused.error().message, u"The key is not accepted (HTTP 400)."_s);
        QCOMPARE(play.client->nextChance(1), std::optional(start + 1h));
    }

    void anotherBadQuestionIsNoBadKey()
    {
        RestSettings settings = quickSettings();
        settings.key = shownKey({{}, {}, "api_key"}, "s3cret.Key");
        Play play({}, settings);
        play.server.setAnswer(httpAnswer("400 Bad Request", "The series does not exist."));
        QCOMPARE(play.ask().error().message, u"The venue answered HTTP 400."_s);
    }

    void aKeyInTheAddressIsInNoSentence()
    {
        RestSettings settings = quickSettings();
        settings.key = shownKey({{}, {}, "api_key"}, "s3cret.Key");
        const auto told = [](const Result<RestAnswer>& result) {
            return result.error().message + result.error().detail;
        };
        Play play({}, settings);
        for (const char* status : {"500 Broken", "404 Not Found"}) {
            play.server.setAnswer(httpAnswer(status, "asked for /path?api_key=s3cret.Key"));
            QVERIFY(!told(play.ask()).contains(u"s3cret"_s));
            play.clock.advance(1min);
        }
        const QString gone = RawHttpServer().address();
        RestClient lost(gone, {}, settings, play.clock);
        std::optional<Result<RestAnswer>> answer;
        lost.ask(u"/path"_s, 1, [&](const Result<RestAnswer>& result) { answer = result; });
        QVERIFY(wait([&] { return answer.has_value(); }));
        QVERIFY(!told(*answer).contains(u"s3cret"_s));
    }

    void aPageWhereOneIsWanted()
    {
        Play play;
        play.server.setAnswer(httpAnswer("200 OK", "<html>results</html>", {"Content-Type: text/html"}));
        QCOMPARE(play.ask(u"/api"_s, 1, AnswerForm::Page).value().body, QByteArray("<html>results</html>"));
        play.server.setAnswer(httpAnswer("404 Not Found", "<html>none yet</html>"));
        const auto none = play.ask(u"/api"_s, 1, AnswerForm::Page);
        QVERIFY(none.hasValue() && none.value().body.isEmpty());
        QVERIFY(play.client->canAsk(1));
        QCOMPARE(kindOf(play.ask()), Error::Kind::Unavailable); // where data are wanted
        play.clock.advance(1min);
        play.server.setAnswer(httpAnswer("500 Broken", "<html></html>"));
        QCOMPARE(kindOf(play.ask(u"/api"_s, 1, AnswerForm::Page)), Error::Kind::Network);
    }

    void aPlanWithoutThatRefusesThatAlone()
    {
        RestSettings settings = quickSettings();
        settings.key = shownKey({"X-Api-Key", {}, {}}, "s3cret.Key");
        Play play({}, settings);
        play.server.setAnswer(httpAnswer("403 Forbidden", "upgrade"));
        const auto refused = play.ask();
        QCOMPARE(kindOf(refused), Error::Kind::Unavailable);
        QVERIFY(refused.error().message.contains(u"plan"_s));
        QVERIFY(play.client->canAsk(1));
    }

    void theKeyDoesNotFollowToAnotherHost()
    {
        RestSettings settings = quickSettings();
        settings.key = shownKey({"X-Api-Key", {}, {}}, "s3cret.Key");
        Play play({}, settings);
        RawHttpServer other;
        other.setAnswer(httpAnswer("200 OK", "{}"));
        play.server.setAnswer(
            httpAnswer("301 Moved", {}, {"Location: " + other.address().toLatin1() + "/x"}));
        QCOMPARE(kindOf(play.ask()), Error::Kind::Malformed);
        QVERIFY(other.requests().isEmpty());
    }

    void aLimitThatEndsByAHeader_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("seconds to go") << QByteArray("x-reset: 90");
        QTest::newRow("an epoch second") << QByteArray("x-reset: 1700000130");
    }
    void aLimitThatEndsByAHeader() // H1
    {
        QFETCH(QByteArray, header);
        RateRules rules;
        rules.resetHeader = "x-reset";
        Play play(rules);
        play.server.setAnswer(httpAnswer("429 Too Many Requests", "slow", {startDate, header}));
        QCOMPARE(kindOf(play.ask()), Error::Kind::RateLimited);
        QCOMPARE(play.client->pausedUntil(), std::optional(start + 90s));
    }

    void aRefusedRegionIsForGood() // H5
    {
        Play play;
        play.server.setAnswer(httpAnswer("451 Unavailable For Legal Reasons", "{\"code\":0}"));
        QCOMPARE(kindOf(play.ask()), Error::Kind::Unavailable);
        QVERIFY(play.client->isRegionRefused());
        QCOMPARE(play.client->pausedUntil(), std::optional(latestTime));
        play.clock.advance(24h * 365);
        QVERIFY(!play.client->canAsk(1));
        QVERIFY(!play.client->nextChance(1));
        QCOMPARE(kindOf(play.ask()), Error::Kind::Unavailable);
        QCOMPARE(play.server.requests().size(), 1);
    }

    void aServerOutOfOrderIsAskedLessAndLess() // H6
    {
        Play play;
        const std::array<QByteArray, 3> answers{httpAnswer("502 Bad Gateway", "<html>nginx</html>"),
                                                httpAnswer("503 Service Unavailable", "{}"),
                                                httpAnswer("504 Gateway Timeout", "")};
        const std::array<Span, 5> waits{1s, 2s, 4s, 8s, 8s};
        for (size_t i = 0; i < waits.size(); ++i) {
            play.server.setAnswer(answers[i % 3]);
            QCOMPARE(kindOf(play.ask()), Error::Kind::Network);
            QVERIFY(!play.client->pausedUntil()); // the venue wants no pause
            QVERIFY(!play.client->canAsk(1));
            QCOMPARE(play.client->nextChance(1), std::optional(play.clock.now() + waits[i]));
            play.clock.advance(waits[i]);
        }
        QCOMPARE(play.server.requests().size(), 5); // never asked by itself
        play.server.setAnswer(httpAnswer("200 OK", "[]"));
        QVERIFY(play.ask().hasValue());
        play.server.setAnswer(answers[0]);
        QCOMPARE(kindOf(play.ask()), Error::Kind::Network);
        QCOMPARE(play.client->nextChance(1), std::optional(play.clock.now() + 1s));
    }

    void answersThatAreNoneAreTold_data() // H7 and more
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("kind");
        const int malformed = int(Error::Kind::Malformed);
        const int unavailable = int(Error::Kind::Unavailable);
        QTest::newRow("a page by its type")
            << httpAnswer("200 OK", "Just a moment", {"Content-Type: text/html"}) << malformed;
        QTest::newRow("a page by its first byte")
            << httpAnswer("200 OK", " <!doctype html>", {"Content-Type: application/json"}) << malformed;
        QTest::newRow("empty") << httpAnswer("200 OK", "") << malformed;
        QTest::newRow("only a mark") << httpAnswer("200 OK", "\xef\xbb\xbf") << malformed;
        QTest::newRow("packed by its header only")
            << httpAnswer("200 OK", "[1,2,3]", {"Content-Encoding: gzip"}) << malformed;
        QTest::newRow("packed in a way that was not asked for")
            << httpAnswer("200 OK", "\x1b\x03 abc", {"Content-Encoding: br"}) << malformed;
        QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << malformed;
        QTest::newRow("400") << httpAnswer("400 Bad Request", "{\"code\":-1121}") << unavailable;
        QTest::newRow("404") << httpAnswer("404 Not Found", "<html></html>") << unavailable;
        QTest::newRow("401") << httpAnswer("401 Unauthorized", "{}", {"WWW-Authenticate: Basic realm=x"})
                             << unavailable;
    }
    void answersThatAreNoneAreTold()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, kind);
        Play play;
        play.server.setAnswer(answer);
        const auto result = play.ask(u"/api?apiKey=hidden"_s);
        QVERIFY(result.hasError());
        QCOMPARE(int(result.error().kind), kind);
        QVERIFY(!result.error().message.contains("hidden"_L1));
        QVERIFY(!play.client->pausedUntil());
        QVERIFY(!play.client->canAsk(1)); // not at once again
        const auto chance = play.client->nextChance(1);
        QVERIFY(chance && *chance <= play.clock.now() + std::chrono::seconds{1});
    }

    void answersCutShortAreTold_data() // H8
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("shorter than told")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[[1,2");
        QTest::newRow("within a chunk")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n[[1,2");
        QTest::newRow("between chunks")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n[1\r\n");
        QByteArray numbers;
        for (int i = 0; i < 20000; ++i)
            numbers += QByteArray::number(i * i) + ',';
        const QByteArray packed = gzipped(numbers);
        const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n";
        QTest::newRow("within the packed bytes")
            << head + "Content-Length: " + QByteArray::number(packed.size()) + "\r\n\r\n" +
                   packed.left(packed.size() / 2);
        QTest::newRow("before the packed bytes' checksum")
            << head + "Content-Length: " + QByteArray::number(packed.size()) + "\r\n\r\n" + packed.chopped(8);
        QTest::newRow("within packed bytes of no told length")
            << head + "Connection: close\r\n\r\n" + packed.left(packed.size() / 2);
        QTest::newRow("within a packed chunk") << head + "Transfer-Encoding: chunked\r\n\r\n" +
                                                      QByteArray::number(packed.size(), 16) + "\r\n" +
                                                      packed.left(packed.size() / 2);
        QTest::newRow("within the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("no byte") << QByteArray();
    }
    void answersCutShortAreTold()
    {
        QFETCH(QByteArray, bytes);
        Play play;
        play.server.setHandler([&](QTcpSocket& socket, int, const QByteArray&) {
            socket.write(bytes);
            socket.disconnectFromHost();
        });
        const auto answer = play.ask(u"/api?apiKey=hidden"_s);
        QCOMPARE(kindOf(answer), Error::Kind::Network);
        QVERIFY(!answer.error().message.contains("hidden"_L1));
        QVERIFY(play.server.requests().size() <= 4);
    }

    void aVenueThatDripsIsLeft() // H11
    {
        RestSettings settings = quickSettings();
        settings.totalLimit = 700ms;
        Play play({}, settings);
        QTimer drip;
        QPointer<QTcpSocket> drippingOn;
        connect(&drip, &QTimer::timeout, this, [&] {
            if (drippingOn && drippingOn->state() == QAbstractSocket::ConnectedState)
                drippingOn->write("1");
        });
        play.server.setHandler([&](QTcpSocket& socket, int, const QByteArray&) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            drippingOn = &socket;
            drip.start(20);
        });
        const auto answer = play.ask();
        QCOMPARE(kindOf(answer), Error::Kind::Network);
        QVERIFY2(answer.error().message.contains("700 ms"_L1), qPrintable(answer.error().message));
        QVERIFY(wait([&] { return !drippingOn || drippingOn->state() != QAbstractSocket::ConnectedState; }));
    }

    void aVenueThatFallsSilentIsLeft_data() // H11
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("after the head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
        QTest::newRow("in the body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[1,");
        QTest::newRow("before any byte") << QByteArray();
    }
    void aVenueThatFallsSilentIsLeft()
    {
        QFETCH(QByteArray, bytes);
        RestSettings settings = quickSettings();
        settings.idleLimit = 300ms;
        Play play({}, settings);
        play.server.setAnswer(bytes);
        const auto answer = play.ask();
        QCOMPARE(kindOf(answer), Error::Kind::Network);
        QVERIFY2(answer.error().message.contains("silent"_L1), qPrintable(answer.error().message));
    }

    void whereNoOneListensIsToldAndBackedOff()
    {
        FakeClock clock(start);
        QString address;
        {
            const RawHttpServer gone;
            address = gone.address();
        }
        RestClient client(address, {}, quickSettings(), clock);
        std::optional<Error> error;
        client.ask(u"/api?apiKey=hidden"_s, 1,
                   [&](const Result<RestAnswer>& result) { error = result.error(); });
        QVERIFY(wait([&] { return error.has_value(); }));
        QCOMPARE(error->kind, Error::Kind::Network);
        QVERIFY(!error->message.contains("hidden"_L1));
        QCOMPARE(client.nextChance(1), std::optional(start + 1s));
    }

    void redirects_data() // H12
    {
        QTest::addColumn<QString>("target"); // %1: the server, %2: another on loopback
        QTest::addColumn<bool>("isFollowed");
        QTest::newRow("same place") << u"%1/there"_s << true;
        QTest::newRow("relative") << u"/there"_s << true;
        QTest::newRow("another port of loopback") << u"%2/there"_s << false;
        QTest::newRow("another name of loopback") << u"http://localhost:9/there"_s << false;
        QTest::newRow("another host") << u"https://other.invalid/there"_s << false;
        QTest::newRow("a file") << u"file:///etc/hostname"_s << false;
    }
    void redirects()
    {
        QFETCH(QString, target);
        QFETCH(bool, isFollowed);
        Play play;
        RawHttpServer other;
        other.setAnswer(httpAnswer("200 OK", "[\"other\"]"));
        const QByteArray location =
            target.replace(u"%1"_s, play.server.address()).replace(u"%2"_s, other.address()).toLatin1();
        play.server.setHandler([&](QTcpSocket& socket, int number, const QByteArray&) {
            socket.write(number == 0 ? httpAnswer("301 Moved Permanently", "gone", {"Location: " + location})
                                     : httpAnswer("200 OK", "[\"there\"]"));
        });
        const auto answer = play.ask();
        QCOMPARE(answer.hasValue(), isFollowed);
        if (isFollowed) {
            QCOMPARE(answer.value().body, QByteArray("[\"there\"]"));
            QVERIFY(play.server.requests().at(1).startsWith("GET /there "));
        } else {
            QVERIFY2(kindOf(answer) == Error::Kind::Malformed, qPrintable(answer.error().message));
        }
        QCOMPARE(other.requests().size(), 0);
    }

    void endlessRedirectsEnd()
    {
        Play play;
        play.server.setAnswer(httpAnswer("302 Found", "", {"Location: /again"}));
        QCOMPARE(kindOf(play.ask()), Error::Kind::Malformed);
        QVERIFY(play.server.requests().size() <= 10);
    }

    void answersTooLongAreLeft_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray big(20 * 1024 * 1024, '1');
        QTest::newRow("by its told length") << httpAnswer("200 OK", big);
        QTest::newRow("without a length") << "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + big;
        QTest::newRow("unpacked") << httpAnswer("200 OK", gzipped(big), {"Content-Encoding: gzip"});
    }
    void answersTooLongAreLeft()
    {
        QFETCH(QByteArray, answer);
        RestSettings settings = quickSettings();
        settings.mostBytes = 1024 * 1024;
        Play play({}, settings);
        play.server.setAnswer(answer);
        const auto result = play.ask();
        QVERIFY2(kindOf(result) == Error::Kind::Malformed, qPrintable(result.error().message));
        QVERIFY(result.error().message.contains("1048576"_L1));
        play.clock.advance(60s);
        play.server.setAnswer(httpAnswer("200 OK", "[]"));
        QVERIFY(play.ask().hasValue());
    }

    void longAnswersArrive_data()
    {
        QTest::addColumn<bool>("isPacked");
        QTest::newRow("plain") << false;
        QTest::newRow("packed") << true;
    }
    void longAnswersArrive()
    {
        QFETCH(bool, isPacked);
        Play play;
        QByteArray body;
        for (int i = 0; body.size() < 20 * 1024 * 1024; ++i)
            body += QByteArray::number(i) + ',';
        play.server.setAnswer(isPacked ? httpAnswer("200 OK", gzipped(body), {"Content-Encoding: gzip"})
                                       : httpAnswer("200 OK", body));
        const auto answer = play.ask();
        QVERIFY2(answer.hasValue(), answer.hasError() ? qPrintable(answer.error().message) : "");
        QVERIFY(answer.value().body == body);
    }

    void aCertificateThatNoOneSignedIsRefused() // F10
    {
        auto tls = selfSignedServer();
        QVERIFY(tls);
        const QSslCertificate certificate = tls->sslConfiguration().localCertificate();
        RawHttpServer server(std::move(tls));
        server.setAnswer(httpAnswer("200 OK", "[1]"));
        FakeClock clock(start);
        const auto ask = [&] {
            RestClient client(server.address(u"https"_s), {}, quickSettings(), clock);
            std::optional<Result<RestAnswer>> answer;
            client.ask(u"/api"_s, 1, [&](const Result<RestAnswer>& result) { answer = result; });
            return wait([&] { return answer.has_value(); }) ? *answer : Error{};
        };
        QCOMPARE(kindOf(ask()), Error::Kind::Network);
        QCOMPARE(server.requests().size(), 0);
        // The same server is believed once someone vouches for it, so it was the certificate.
        const auto before = QSslConfiguration::defaultConfiguration();
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(certificate);
        QSslConfiguration::setDefaultConfiguration(trusting);
        const auto answer = ask();
        QSslConfiguration::setDefaultConfiguration(before);
        QVERIFY2(answer.hasValue(), answer.hasError() ? qPrintable(answer.error().message) : "");
    }

    void aConnectionThatEndedUnnoticedIsReplaced()
    {
        Play play;
        QPointer<QTcpSocket> first;
        play.server.setHandler([&](QTcpSocket& socket, int, const QByteArray&) {
            if (&socket == first) { // the second question on it: it is closed without a word
                socket.disconnectFromHost();
                return;
            }
            if (!first)
                first = &socket;
            socket.write(httpAnswer("200 OK", "[1]"));
        });
        QVERIFY(play.ask().hasValue());
        const auto second = play.ask();
        QVERIFY2(second.hasValue(), second.hasError() ? qPrintable(second.error().message) : "");
        QCOMPARE(play.server.connectionCount(), 2);
    }

    void weightIsCountedByTheVenue()
    {
        Play play(minuteRules());
        QCOMPARE(play.client->weightLimit(), 100);
        play.server.setAnswer(httpAnswer("200 OK", "[]", {startDate, "x-MBX-used-WEIGHT-1m: 70"}));
        QVERIFY(play.ask(u"/api"_s, 2).hasValue());
        QCOMPARE(play.client->usedWeight(), 70);
        QVERIFY(play.client->canAsk(10));
        QVERIFY(!play.client->canAsk(11));
        QCOMPARE(play.client->nextChance(11), std::optional(start + 60s));
        play.clock.advance(60s);
        QCOMPARE(play.client->usedWeight(), 0);
        QVERIFY(play.client->canAsk(11));
    }

    void noMoreAtOnceThanAllowed()
    {
        RestSettings settings = quickSettings();
        settings.atOnce = 2;
        Play play({}, settings);
        QList<QPointer<QTcpSocket>> waiting;
        play.server.setHandler([&](QTcpSocket& socket, int, const QByteArray&) { waiting.append(&socket); });
        int answers = 0;
        for (int i = 0; i < 2; ++i) {
            QVERIFY(play.client->canAsk(1));
            play.client->ask(u"/api"_s, 1,
                             [&](const Result<RestAnswer>& result) { answers += result.hasValue(); });
        }
        QVERIFY(!play.client->canAsk(1));
        QVERIFY(!play.client->nextChance(1)); // only an answer helps
        QCOMPARE(kindOf(play.ask()), Error::Kind::RateLimited);
        QVERIFY(wait([&] { return waiting.size() == 2; }));
        for (const auto& socket : waiting)
            socket->write(httpAnswer("200 OK", "[]"));
        QVERIFY(wait([&] { return answers == 2; }));
        QVERIFY(play.client->canAsk(1));
        QCOMPARE(play.server.requests().size(), 2);
    }

    void pausesFromElsewhereCount()
    {
        Play play;
        play.client->setPausedUntil(start - 1s, u"of yesterday"_s);
        QVERIFY(play.client->canAsk(1));
        play.client->setPausedUntil(start + 90s, u"banned by an earlier run"_s);
        QVERIFY(!play.client->canAsk(1));
        QCOMPARE(play.client->pauseReason(), u"banned by an earlier run"_s);
        play.client->pause(30s, u"shorter"_s);
        QCOMPARE(play.client->pausedUntil(), std::optional(start + 90s));
        play.client->pause(120s, u"said within an answer"_s);
        QCOMPARE(play.client->pausedUntil(), std::optional(start + 120s));
        QCOMPARE(play.client->pauseReason(), u"said within an answer"_s);
        play.clock.advance(120s);
        QVERIFY(play.client->canAsk(1));
        QCOMPARE(play.client->pauseReason(), QString());
    }

    void mayBeDestroyedWhileAsking()
    {
        Play play;
        bool isUsed = false;
        for (int i = 0; i < 2; ++i)
            play.client->ask(u"/api"_s, 1, [&](const Result<RestAnswer>&) { isUsed = true; });
        QVERIFY(wait([&] { return play.server.requests().size() == 2; }));
        play.client.reset();
        Play refused;
        refused.client->setPausedUntil(start + 1h, u"paused"_s);
        refused.client->ask(u"/api"_s, 1, [&](const Result<RestAnswer>&) { isUsed = true; });
        refused.client.reset();
        QCoreApplication::processEvents();
        QVERIFY(!isUsed);
    }

    void mayBeDestroyedByItsAnswer()
    {
        Play play;
        play.server.setAnswer(httpAnswer("200 OK", "[]"));
        int uses = 0;
        for (int i = 0; i < 2; ++i) {
            play.client->ask(u"/api"_s, 1, [&](const Result<RestAnswer>&) {
                ++uses;
                play.client.reset();
            });
        }
        QVERIFY(wait([&] { return !play.client; }));
        QCoreApplication::processEvents();
        QCOMPARE(uses, 1);
    }
};

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"
