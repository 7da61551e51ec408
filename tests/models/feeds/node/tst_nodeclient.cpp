// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodeclient.h"
#include "tests/support/failonwarning.h"
#include "tests/support/rawhttpserver.h"
#include "tests/support/standinnode.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>
#include <optional>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(holdline::testing::StandInNode::Reply)

namespace {

constexpr int patience = 20000; ///< ms

/// As the real ones, a thousand times quicker.
NodeRules quickRules()
{
    return {.silenceLimit = 300ms,
            .warmUpWait = 3ms,
            .busy = {.first = 1ms, .longest = 30ms, .jitter = 0},
            .busyPatience = 60ms,
            .downWait = 10ms,
            .cutWait = 1ms};
}

class Collected final : public NodeBody {
public:
    void begin() override
    {
        ++begins;
        bytes.clear();
    }
    bool take(QByteArrayView piece) override
    {
        bytes.append(piece);
        return true;
    }
    [[nodiscard]] bool end() override { return bytes.endsWith('}'); }

    QByteArray bytes;
    int begins = 0;
};

/// A client and a node of its own.
struct Play {
    explicit Play(const NodeRules& rules = quickRules(),
                  const NodeCredentials& credentials = NodeCredentials(u"me"_s, u"s3cr3t"_s))
    {
        const auto address = parseNodeAddress(u"http://127.0.0.1:%1"_s.arg(node.port()));
        client = std::make_unique<NodeClient>(address.value(), credentials, rules);
        QObject::connect(client.get(), &NodeClient::noticed, client.get(),
                         [this](const QString& sentence) { notices.append(sentence); });
    }
    NodeAnswer ask(const QString& method = u"getblockhash"_s, const QJsonArray& params = {5},
                   NodePatience nodePatience = NodePatience::Ordinary)
    {
        std::optional<NodeAnswer> answer;
        client->ask(
            {method, params}, [&](const NodeAnswer& given) { answer = given; }, nodePatience);
        return waited(answer);
    }
    NodeAnswer stream(NodeBody& body)
    {
        std::optional<NodeAnswer> answer;
        client->stream({u"getblock"_s, {u"hash"_s, 3}}, body,
                       [&](const NodeAnswer& given) { answer = given; });
        return waited(answer);
    }
    NodeAnswer fetch(const QString& path)
    {
        std::optional<NodeAnswer> answer;
        client->fetch(path, [&](const NodeAnswer& given) { answer = given; });
        return waited(answer);
    }
    static NodeAnswer waited(const std::optional<NodeAnswer>& answer)
    {
        return QTest::qWaitFor([&] { return answer.has_value(); }, patience)
                   ? *answer
                   : NodeAnswer{.failure = NodeFailure{NodeFault::Refused, u"no answer"_s}};
    }

    StandInNode node;
    QStringList notices;
    std::unique_ptr<NodeClient> client;
};

QString codeOf(const NodeAnswer& answer)
{
    return answer.failure ? holdline::codeOf(answer.failure->fault) : QString();
}

void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

} // namespace

class TestNodeClient final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void callsAreWrittenAsCoreReadsThem()
    {
        Play play;
        play.node.setReply(StandInNode::result(u"00ff"_s));
        const NodeAnswer answer = play.ask(u"getblockhash"_s, {5});
        QCOMPARE(codeOf(answer), QString());
        QCOMPARE(answer.result, QJsonValue(u"00ff"_s));
        const auto& asked = play.node.asked().front();
        QVERIFY(asked.head.startsWith("POST / HTTP/1.1\r\n"));
        QCOMPARE(asked.header("authorization"), "Basic " + QByteArray("me:s3cr3t").toBase64());
        QCOMPARE(asked.body,
                 QByteArray("{\"id\":0,\"jsonrpc\":\"1.0\",\"method\":\"getblockhash\",\"params\":[5]}"));
        QCOMPARE(codeOf(play.ask()), QString());
        QCOMPARE(play.node.connectionCount(), 1); // kept open for the second
    }

    void bothFormsOfTheProtocolAreRead()
    {
        Play play;
        play.node.setReply(StandInNode::secondForm(7));
        QCOMPARE(play.ask().result, QJsonValue(7));
        play.node.setReply(StandInNode::errorOfSecondForm(-5, u"Block not found"_s));
        QCOMPARE(codeOf(play.ask()), u"E-RPC-NOTFOUND"_s);
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<StandInNode::Reply>("reply");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("requests");
        const auto row = [](const char* name, const StandInNode::Reply& reply, const char* code,
                            const char* words, int requests = 1) {
            QTest::newRow(name) << reply << QString::fromLatin1(code) << QString::fromUtf8(words) << requests;
        };
        using Node = StandInNode;
        row("401", Node::raw("401 Unauthorized", ""), "E-RPC-AUTH",
            "The node refused the credentials. Used was the user me.");
        row("403 with an empty body", Node::raw("403 Forbidden", ""), "E-RPC-FORBIDDEN",
            "The node does not allow this program to call getblockhash. Add it to rpcwhitelist (and keep "
            "rpcwhitelistdefault=0).");
        row("404 and a method that it does not know",
            Node::error("404 Not Found", -32601, u"Method not found"_s), "E-RPC-METHOD",
            "This node is too old (version 22.1.0): it does not know getblockhash. Needed: 23 for updates, "
            "28 "
            "for snapshots.");
        row("pruned", Node::error("500 Internal Server Error", -1, u"Block not available (pruned data)"_s),
            "E-RPC-PRUNED", "Blocks that are needed were pruned by the node. A new snapshot is needed.");
        row("undo data gone",
            Node::error(
                "500 Internal Server Error", -32603,
                u"Undo data expected but can't be read. This could be due to disk corruption or a conflict with a pruning event."_s),
            "E-RPC-NOUNDO", "The node reports a damaged undo file");
        row("block not found", Node::error("500 Internal Server Error", -5, u"Block not found"_s),
            "E-RPC-NOTFOUND", "Block not found");
        row("height out of range",
            Node::error("500 Internal Server Error", -8, u"Block height out of range"_s), "E-RPC-NOTFOUND",
            "Block height out of range");
        row("file exists",
            Node::error(
                "500 Internal Server Error", -8,
                u"/tmp/utxo.dat already exists. If you are sure this is what you want, move it out of the way first."_s),
            "E-SNAP-EXISTS", "already exists");
        row("errors with 200, as bcoin gives them", Node::error("200 OK", -5, u"Block not found"_s),
            "E-RPC-NOTFOUND", "Block not found");
        row("errors of JSON-RPC 2.0", Node::errorOfSecondForm(-1, u"Block not available (pruned data)"_s),
            "E-RPC-PRUNED", "pruned");
        row("another error", Node::error("500 Internal Server Error", -8, u"Verbosity wrong"_s),
            "E-RPC-REFUSED", "The node refused getblockhash: Verbosity wrong (-8).");
        row("a web page", Node::raw("200 OK", "<html><body>Router</body></html>"), "E-RPC-NONODE",
            "is no Bitcoin node");
        row("404 of another server", Node::raw("404 Not Found", "nothing here"), "E-RPC-NONODE",
            "is no Bitcoin node");
        row("JSON of something else", Node::raw("200 OK", "{\"ok\":true}"), "E-RPC-NONODE",
            "is no Bitcoin node");
        row("cut", Node::cut("{\"result\":\"0123456789\",\"error\":null,\"id\":0}", 14), "E-RPC-CUT",
            "not whole", 3);
        row("shorter than JSON wants", Node::raw("200 OK", "{\"result\":\"01"), "E-RPC-CUT", "not whole", 3);
        row("empty", Node::raw("200 OK", ""), "E-RPC-CUT", "not whole", 3);
        row("silence", Node::silence(), "E-RPC-DOWN", "It may be writing a snapshot.");
    }
    void faultsAreNamed()
    {
        QFETCH(StandInNode::Reply, reply);
        QFETCH(QString, words);
        Play play;
        play.client->setVersion(u"22.1.0"_s);
        play.node.setReply(reply);
        const NodeAnswer answer = play.ask();
        QVERIFY(answer.failure);
        QTEST(codeOf(answer), "code");
        QVERIFY2(answer.failure->sentence.contains(words), qPrintable(answer.failure->sentence));
        QTEST(int(play.node.asked().size()), "requests");
        QVERIFY(answer.failure->toError().detail.startsWith(codeOf(answer)));
    }

    void whatPassesIsWaitedFor_data()
    {
        QTest::addColumn<StandInNode::Reply>("reply");
        QTest::addColumn<int>("times");
        QTest::addColumn<QString>("notice");
        using Node = StandInNode;
        QTest::newRow("a node that starts")
            << Node::error("500 Internal Server Error", -28, u"Loading block index…"_s) << 4
            << u"The node is starting: Loading block index…"_s;
        QTest::newRow("a queue that is full")
            << Node::raw("503 Service Unavailable", "Work queue depth exceeded") << 3 << QString();
        QTest::newRow("a queue that is full for more than a minute")
            << Node::raw("503 Service Unavailable", "Work queue depth exceeded") << 7
            << u"The node has too much to do: Work queue depth exceeded."_s;
        QTest::newRow("an answer that is cut")
            << Node::cut("{\"result\":7,\"error\":null,\"id\":0}", 9) << 2 << QString();
    }
    void whatPassesIsWaitedFor()
    {
        QFETCH(StandInNode::Reply, reply);
        QFETCH(int, times);
        QFETCH(QString, notice);
        Play play;
        for (int i = 0; i < times; ++i)
            play.node.replyNext(reply);
        play.node.setReply(StandInNode::result(7));
        QCOMPARE(play.ask().result, QJsonValue(7));
        QCOMPARE(int(play.node.asked().size()), times + 1);
        QCOMPARE(play.notices, notice.isEmpty() ? QStringList() : QStringList({notice, QString()}));
    }

    void aNodeThatIsNotThere()
    {
        Play play;
        play.node.leave();
        const NodeAnswer answer = play.ask();
        QCOMPARE(codeOf(answer), u"E-RPC-DOWN"_s);
        QCOMPARE(answer.failure->sentence,
                 u"No node answers at 127.0.0.1:%1. Is Bitcoin Core running with server=1?"_s.arg(
                     play.client->place().section(u':', 1)));
    }

    void aNodeThatIsNotThereCanBeWaitedFor()
    {
        NodeRules rules = quickRules();
        rules.waitsForNode = true;
        Play play(rules);
        play.node.setReply(StandInNode::result(7));
        play.node.leave();
        connect(play.client.get(), &NodeClient::noticed, &play.node, [&] { play.node.comeBack(); });
        QCOMPARE(play.ask().result, QJsonValue(7));
        QCOMPARE(play.notices.size(), 2);
        QVERIFY(play.notices.first().startsWith(u"No node answers at"_s));
        QCOMPARE(play.notices.last(), QString());
    }

    void aConnectionThatIsCutOffSaysWhyThatMayBe()
    {
        Play play;
        play.node.setReply(StandInNode::hangUp());
        const NodeAnswer answer = play.ask();
        QCOMPARE(codeOf(answer), u"E-RPC-DOWN"_s);
        QVERIFY2(answer.failure->sentence.contains(u"rpcallowip"_s), qPrintable(answer.failure->sentence));
    }

    void theCookieIsReadAgainOnce()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u".cookie"_s);
        write(path, "__cookie__:old0");
        Play play(quickRules(), NodeCredentials(path));
        play.node.setReply(StandInNode::result(7));
        QCOMPARE(play.ask().result, QJsonValue(7));
        write(path, "__cookie__:new1");
        play.node.replyNext(StandInNode::raw("401 Unauthorized", ""));
        QCOMPARE(play.ask().result, QJsonValue(7));
        QCOMPARE(play.node.asked().at(1).header("authorization"),
                 "Basic " + QByteArray("__cookie__:old0").toBase64());
        QCOMPARE(play.node.asked().at(2).header("authorization"),
                 "Basic " + QByteArray("__cookie__:new1").toBase64());
        play.node.setReply(StandInNode::raw("401 Unauthorized", ""));
        const NodeAnswer refused = play.ask();
        QCOMPARE(codeOf(refused), u"E-RPC-AUTH"_s);
        QCOMPARE(refused.failure->sentence,
                 u"The node refused the credentials. Used was the cookie file %1."_s.arg(path));
        QCOMPARE(int(play.node.asked().size()), 5); // asked twice, and no more
    }

    void credentialsAreInNothingThatIsSaid()
    {
        Play play;
        const QString echo =
            u"user me:s3cr3t is wrong, "_s + QString::fromLatin1(QByteArray("me:s3cr3t").toBase64());
        play.node.setReply(StandInNode::error("500 Internal Server Error", -1, echo));
        const NodeAnswer answer = play.ask();
        play.node.setReply(StandInNode::raw("404 Not Found", echo.toUtf8()));
        const NodeAnswer page = play.ask();
        for (const auto& failure : {answer.failure, page.failure}) {
            QVERIFY(failure);
            const Error error = failure->toError();
            for (const QString& secret :
                 {u"s3cr3t"_s, QString::fromLatin1(QByteArray("me:s3cr3t").toBase64())})
                QVERIFY2(!(error.message + error.detail).contains(secret),
                         qPrintable(error.message + error.detail));
        }
    }

    void aBatchIsAnsweredInTheOrderOfItsQuestions()
    {
        Play play;
        play.node.setReply(StandInNode::raw(
            "200 OK",
            "[{\"result\":\"b\",\"error\":null,\"id\":1},{\"result\":\"a\",\"error\":null,\"id\":0}]"));
        std::optional<NodeBatchAnswer> answer;
        play.client->askAll({{u"getblockhash"_s, {0}}, {u"getblockhash"_s, {1}}},
                            [&](const NodeBatchAnswer& given) { answer = given; });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, patience));
        QVERIFY(!answer->failure);
        QCOMPARE(answer->results, (std::vector<QJsonValue>{u"a"_s, u"b"_s}));
        answer.reset();
        play.node.setReply(StandInNode::raw(
            "200 OK",
            "[{\"result\":\"a\",\"error\":null,\"id\":0},{\"result\":null,\"error\":{\"code\":-8,\"message\":"
            "\"Block height out of range\"},\"id\":1}]"));
        play.client->askAll({{u"getblockhash"_s, {0}}, {u"getblockhash"_s, {1}}},
                            [&](const NodeBatchAnswer& given) { answer = given; });
        QVERIFY(QTest::qWaitFor([&] { return answer.has_value(); }, patience));
        QVERIFY(answer->failure);
        QCOMPARE(answer->failure->fault, NodeFault::NotFound);
    }

    void longAnswersComeInPieces()
    {
        Play play;
        const QByteArray body =
            "{\"result\":{\"hash\":\"" + QByteArray(3'000'000, 'f') + "\"},\"error\":null,\"id\":0}";
        const QByteArray whole = httpAnswer("200 OK", body);
        QTcpSocket* open = nullptr;
        play.node.setReply([&](QTcpSocket& socket, const StandInNode::Asked&) {
            open = &socket;
            socket.write(whole.left(2'000'000));
        });
        Collected collected;
        std::optional<NodeAnswer> answer;
        play.client->stream({u"getblock"_s, {u"hash"_s, 3}}, collected,
                            [&](const NodeAnswer& given) { answer = given; });
        // The rest is sent only when the beginning was handed on.
        QVERIFY(QTest::qWaitFor([&] { return collected.bytes.size() > 1'000'000; }, patience));
        open->write(whole.mid(2'000'000));
        QCOMPARE(codeOf(Play::waited(answer)), QString());
        QVERIFY(collected.bytes == body);
    }

    void aLongAnswerThatIsCutBeginsAnew_data()
    {
        QTest::addColumn<int>("sent");
        for (const int sent : {0, 1, 100, 70'000, 2'999'999})
            QTest::addRow("after %d bytes", sent) << sent;
    }
    void aLongAnswerThatIsCutBeginsAnew()
    {
        QFETCH(int, sent);
        Play play;
        const QByteArray body =
            "{\"result\":{\"hash\":\"" + QByteArray(3'000'000, 'f') + "\"},\"error\":null,\"id\":0}";
        play.node.replyNext(StandInNode::cut(body, sent));
        play.node.setReply(StandInNode::raw("200 OK", body));
        Collected collected;
        QCOMPARE(codeOf(play.stream(collected)), QString());
        QVERIFY(collected.bytes == body);
        QCOMPARE(int(play.node.asked().size()), 2);
        QCOMPARE(collected.begins, sent == 0 ? 1 : 2);
    }

    void aLongAnswerMayComeByteByByte()
    {
        Play play;
        const QByteArray body = "{\"result\":{\"hash\":\"00ff\",\"tx\":[]},\"error\":null,\"id\":0}";
        play.node.setReply(StandInNode::byteByByte(body));
        Collected collected;
        QCOMPARE(codeOf(play.stream(collected)), QString());
        QCOMPARE(collected.bytes, body);
    }

    void anErrorInsteadOfALongAnswerIsOne()
    {
        Play play;
        Collected collected;
        play.node.setReply(StandInNode::errorOfSecondForm(-5, u"Block not found"_s));
        QCOMPARE(codeOf(play.stream(collected)), u"E-RPC-NOTFOUND"_s);
        play.node.setReply(
            StandInNode::error("500 Internal Server Error", -1, u"Block not available (pruned data)"_s));
        QCOMPARE(codeOf(play.stream(collected)), u"E-RPC-PRUNED"_s);
    }

    void aCallThatMayRunOnceIsSentOnce()
    {
        NodeRules rules = quickRules();
        rules.waitsForNode = true;
        Play play(rules);
        play.node.setReply(StandInNode::hangUp());
        const NodeAnswer answer =
            play.ask(u"dumptxoutset"_s, {u"utxo.dat"_s, u"latest"_s}, NodePatience::Once);
        QCOMPARE(codeOf(answer), u"E-RPC-DOWN"_s);
        QCOMPARE(play.node.count(u"dumptxoutset"_s), 1);
    }

    void aCallWithoutALimitOutlastsTheOthers()
    {
        Play play;
        play.node.replyNext(StandInNode::silence()); // for the call without a limit
        play.node.replyNext(StandInNode::silence());
        std::optional<NodeAnswer> endless;
        play.client->ask(
            {u"waitfornewblock"_s, {55000}}, [&](const NodeAnswer& given) { endless = given; },
            NodePatience::Endless);
        QVERIFY(QTest::qWaitFor([&] { return play.node.asked().size() == 1; }, patience));
        QCOMPARE(codeOf(play.ask()), u"E-RPC-DOWN"_s);
        QVERIFY(!endless);
        QCOMPARE(play.node.connectionCount(), 2);
    }

    void noMoreThanFourAreAskedAtOnce()
    {
        Play play;
        std::vector<QTcpSocket*> held;
        play.node.setReply([&](QTcpSocket& socket, const StandInNode::Asked&) { held.push_back(&socket); });
        int answers = 0;
        for (int i = 0; i < 9; ++i)
            play.client->ask({u"getblockhash"_s, {i}}, [&](const NodeAnswer&) { ++answers; });
        QVERIFY(QTest::qWaitFor([&] { return held.size() == 4; }, patience));
        QTest::qWait(20);
        QCOMPARE(int(held.size()), 4);
        play.node.setReply(StandInNode::result(1));
        for (QTcpSocket* socket : held)
            StandInNode::result(1)(*socket, {});
        QVERIFY(QTest::qWaitFor([&] { return answers == 9; }, patience));
    }

    void restIsAskedWithoutCredentials()
    {
        Play play;
        play.node.setReply(StandInNode::raw("200 OK", QByteArray(160, '\0')));
        QCOMPARE(play.fetch(u"/rest/headers/00ff.bin?count=2000"_s).text, QByteArray(160, '\0'));
        QVERIFY(
            play.node.asked().front().head.startsWith("GET /rest/headers/00ff.bin?count=2000 HTTP/1.1\r\n"));
        QCOMPARE(play.node.asked().front().header("authorization"), QByteArray());
        play.node.setReply(StandInNode::raw("404 Not Found", ""));
        QCOMPARE(codeOf(play.fetch(u"/rest/headers/00ff.bin"_s)), u"E-RPC-NONODE"_s);
        play.node.replyNext(
            StandInNode::raw("503 Service Unavailable", "Service temporarily unavailable: Loading"));
        play.node.setReply(StandInNode::raw("200 OK", "x"));
        QCOMPARE(play.fetch(u"/rest/headers/00ff.bin"_s).text, QByteArray("x"));
    }

    void answersThatHaveComeAreForgottenToo()
    {
        Play play;
        std::vector<QTcpSocket*> held;
        play.node.setReply([&](QTcpSocket& socket, const StandInNode::Asked&) { held.push_back(&socket); });
        int answers = 0;
        for (int i = 0; i < 4; ++i) {
            play.client->ask({u"getblockhash"_s, {i}}, [&](const NodeAnswer&) {
                ++answers;
                play.client->forgetAll();
            });
        }
        QVERIFY(QTest::qWaitFor([&] { return held.size() == 4; }, patience));
        for (QTcpSocket* socket : held)
            StandInNode::result(1)(*socket, {});
        QVERIFY(QTest::qWaitFor([&] { return answers > 0; }, patience));
        play.node.setReply(StandInNode::result(7));
        QCOMPARE(play.ask().result, QJsonValue(7));
        QCOMPARE(answers, 1);
    }

    void nothingIsAnsweredThatWasForgotten()
    {
        Play play;
        play.node.setReply(StandInNode::silence());
        int answers = 0;
        for (int i = 0; i < 9; ++i)
            play.client->ask({u"getblockhash"_s, {i}}, [&](const NodeAnswer&) { ++answers; });
        QVERIFY(QTest::qWaitFor([&] { return play.node.asked().size() == 4; }, patience));
        play.client->forgetAll();
        play.node.setReply(StandInNode::result(1));
        QCOMPARE(play.ask().result, QJsonValue(1));
        QCOMPARE(answers, 0);
        QCOMPARE(int(play.node.asked().size()), 5);
    }
};

QTEST_GUILESS_MAIN(TestNodeClient)
#include "tst_nodeclient.moc"
