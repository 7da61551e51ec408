// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/snapshotfile.h"
#include "models/cohorts/statefile.h"
#include "models/feeds/node/headerfetch.h"
#include "models/feeds/node/nodefollower.h"
#include "tests/support/failonwarning.h"
#include "tests/support/nodepeer.h"
#include "tests/support/standinnode.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>
#include <QtTest>

#include <functional>
#include <optional>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000; ///< ms

/// As qWaitFor does; that one sleeps after each look, which makes every answer ten milliseconds late.
bool wait(const std::function<bool()>& isSo)
{
    const QDeadlineTimer end(patience);
    QTimer tick;
    tick.start(50ms);
    while (!isSo()) {
        if (end.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

const QString genesisText = u"0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206"_s;
constexpr quint32 genesisTime = 1296688602;

NodeRules quickRules()
{
    return {.warmUpWait = 3ms,
            .busy = {.first = 1ms, .longest = 30ms, .jitter = 0},
            .downWait = 20ms,
            .waitsForNode = true,
            .cutWait = 1ms};
}

FollowRules quickFollowing()
{
    return {.pollEvery = 20ms, .longPoll = 500ms, .againAfter = 5ms};
}

ChainState regtestGenesis()
{
    return ChainState::atGenesis(BitcoinNetwork::Regtest, *BlockHash::fromRpc(genesisText.toLatin1()),
                                 genesisTime);
}

/// A follower and what it said.
struct Following {
    Following(const NodeAddress& address, const NodeCredentials& credentials, ChainState begin)
        : client(address, credentials, quickRules()),
          follower(client, std::move(begin), quickFollowing())
    {
        QObject::connect(&follower, &NodeFollower::caughtUp, &follower, [this] { ++tips; });
        QObject::connect(&follower, &NodeFollower::failed, &follower, [this](const Error& e) { error = e; });
        QObject::connect(&follower, &NodeFollower::reorganised, &follower,
                         [this](quint32 depth) { depths.append(int(depth)); });
        QObject::connect(&client, &NodeClient::noticed, &follower,
                         [this](const QString& words) { notices.append(words); });
    }
    Following(const NodePeer& peer, ChainState begin)
        : Following(parseNodeAddress(peer.address()).value(), NodeCredentials(peer.cookieFile()),
                    std::move(begin))
    {
    }
    /// Whether it comes to a block, before it fails.
    bool comesTo(const QString& hash)
    {
        const auto isThere = [&] {
            return error || (follower.isAtTip() && follower.state().tipHash().toRpc() == hash.toLatin1());
        };
        return wait(isThere) && !error;
    }
    /// What it failed with, else how far it came.
    [[nodiscard]] QString trouble() const
    {
        if (error)
            return error->message + u" / "_s + error->detail;
        return u"at block %1; %2"_s.arg(follower.state().tipHeight()).arg(notices.join(u", "_s));
    }

    NodeClient client;
    NodeFollower follower;
    int tips = 0;
    std::optional<Error> error;
    QList<int> depths;
    QStringList notices;
};

/// Where a state differs from the node's own coin database; empty: nowhere.
QString difference(const ChainState& state, const QJsonObject& node)
{
    if (qint64(state.tipHeight()) != node.value("height"_L1).toInteger())
        return u"height %1 and %2"_s.arg(state.tipHeight()).arg(node.value("height"_L1).toInteger());
    if (state.tipHash().toRpc() != node.value("hash"_L1).toString().toLatin1())
        return u"another tip"_s;
    HeightTable table(state.table().heights());
    for (const auto& entry : node.value("coins"_L1).toArray()) {
        const QJsonArray row = entry.toArray();
        table.apply({quint32(row.at(0).toInteger()), row.at(1).toInteger(), row.at(2).toInteger(),
                     row.at(3).toInteger()});
    }
    for (std::size_t h = 0; h < table.heights(); ++h) {
        if (table.values()[h] != state.table().values()[h] ||
            table.counts()[h] != state.table().counts()[h] ||
            table.coinbaseValues()[h] != state.table().coinbaseValues()[h])
            return u"block %1: the node has %2 in %3, the state %4 in %5"_s.arg(h)
                .arg(table.values()[h])
                .arg(table.counts()[h])
                .arg(state.table().values()[h])
                .arg(state.table().counts()[h]);
    }
    return table.totals() == state.table().totals() ? QString() : u"the totals"_s;
}

QJsonObject chainAnswer(const QString& chain, int blocks, const QString& best)
{
    return {{u"chain"_s, chain}, {u"blocks"_s, blocks}, {u"bestblockhash"_s, best}};
}

/// A node that answers from a table by method.
StandInNode::Reply answering(const QHash<QString, QJsonValue>& answers)
{
    return [answers](QTcpSocket& socket, const StandInNode::Asked& asked) {
        const auto found = answers.find(asked.method);
        if (found == answers.end())
            StandInNode::error("500 Internal Server Error", -5, u"Block not found"_s)(socket, asked);
        else
            StandInNode::result (*found)(socket, asked);
    };
}

} // namespace

class TestNodeFollower final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    // With a node that misbehaves.

    void nodesThatDoNotFitAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("chain");
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QJsonObject pruned = chainAnswer(u"regtest"_s, 250, u"11"_s.repeated(32));
        pruned[u"pruned"_s] = true;
        pruned[u"pruneheight"_s] = 150;
        QTest::newRow("another network")
            << chainAnswer(u"testnet4"_s, 0, genesisText) << 310100 << u"E-RPC-CHAIN"_s
            << u"The node follows the network “testnet4”, the stored state is of “regtest”."_s;
        QTest::newRow("an old version") << chainAnswer(u"regtest"_s, 0, genesisText) << 220000
                                        << u"E-RPC-METHOD"_s << u"This node is too old (version 22.0.0)."_s;
        QTest::newRow("pruned") << pruned << 310100 << u"E-RPC-PRUNED"_s
                                << u"Blocks between 1 and 149 were pruned. A new snapshot is needed."_s;
    }
    void nodesThatDoNotFitAreRefused()
    {
        QFETCH(QJsonObject, chain);
        QFETCH(int, version);
        QFETCH(QString, words);
        StandInNode node;
        node.setReply(answering(
            {{u"getnetworkinfo"_s, QJsonObject{{u"version"_s, version}}}, {u"getblockchaininfo"_s, chain}}));
        const auto address = parseNodeAddress(u"http://me:secret@127.0.0.1:%1"_s.arg(node.port())).value();
        Following following(address, {address.user, address.password}, regtestGenesis());
        following.follower.start();
        QVERIFY(wait([&] { return following.error.has_value(); }));
        QVERIFY2(following.error->message.contains(words), qPrintable(following.error->message));
        QFETCH(QString, code);
        QVERIFY2(following.error->detail.startsWith(code), qPrintable(following.error->detail));
        QCOMPARE(following.follower.state(), regtestGenesis());
    }

    void aBlockWithoutWhatItSpendsIsFinal()
    {
        const QString best = u"11"_s.repeated(32);
        const QJsonObject header{{u"hash"_s, best},
                                 {u"height"_s, 1},
                                 {u"time"_s, 1296688603},
                                 {u"confirmations"_s, 1},
                                 {u"previousblockhash"_s, genesisText}};
        QJsonObject block = header;
        block[u"tx"_s] =
            QJsonArray{QJsonObject{{u"vin"_s, QJsonArray{QJsonObject{{u"coinbase"_s, u"51"_s}}}},
                                   {u"vout"_s, QJsonArray{}}},
                       QJsonObject{{u"vin"_s, QJsonArray{QJsonObject{{u"txid"_s, best}, {u"vout"_s, 0}}}},
                                   {u"vout"_s, QJsonArray{}}}};
        StandInNode node;
        node.setReply(answering({{u"getnetworkinfo"_s, QJsonObject{{u"version"_s, 310100}}},
                                 {u"getblockchaininfo"_s, chainAnswer(u"regtest"_s, 1, best)},
                                 {u"getblockheader"_s, header},
                                 {u"getblock"_s, block}}));
        const auto address = parseNodeAddress(u"http://me:secret@127.0.0.1:%1"_s.arg(node.port())).value();
        Following following(address, {address.user, address.password}, regtestGenesis());
        following.follower.start();
        QVERIFY(wait([&] { return following.error.has_value(); }));
        QVERIFY2(isFault(*following.error, CohortFault::RpcNoUndo), qPrintable(following.trouble()));
        QCOMPARE(node.count(u"getblock"_s), 1);
        QCOMPARE(following.follower.state(), regtestGenesis());
    }

    // With a real one.

    void theStateEqualsTheNodeAfterEachStep()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.mine(110, 600);
        peer.mine(40, 86'400, 4);
        Following following(peer, regtestGenesis());
        following.follower.start();
        QJsonObject node = peer.state();
        QVERIFY2(following.comesTo(node.value("hash"_L1).toString()), qPrintable(following.trouble()));
        QCOMPARE(difference(following.follower.state(), node), QString());
        for (const int depth : {0, 1, 0, 2, 6}) {
            const QJsonObject tip = depth == 0 ? peer.mine(3, 600, 5) : peer.branch(depth);
            QVERIFY2(following.comesTo(tip.value("hash"_L1).toString()), qPrintable(following.trouble()));
            QCOMPARE(difference(following.follower.state(), peer.state()), QString());
        }
        QCOMPARE(following.depths, (QList<int>{1, 2, 6}));
    }

    void pollingFindsTheSame()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.set({{u"version"_s, 290000}});
        peer.mine(5, 600);
        Following following(peer, regtestGenesis());
        following.follower.start();
        QVERIFY2(following.comesTo(peer.state().value("hash"_L1).toString()),
                 qPrintable(following.trouble()));
        const QJsonObject tip = peer.branch(2, 600, 0);
        QVERIFY2(following.comesTo(tip.value("hash"_L1).toString()), qPrintable(following.trouble()));
        QCOMPARE(difference(following.follower.state(), peer.state()), QString());
        const QJsonObject calls = peer.tell({{u"do"_s, u"calls"_s}}).value("calls"_L1).toObject();
        QVERIFY(!calls.contains("waitfornewblock"_L1));
        QVERIFY(calls.value("getbestblockhash"_L1).toInt() > 0);
    }

    void aSnapshotLeadsToTheSameState_data()
    {
        QTest::addColumn<bool>("rest");
        QTest::newRow("times by REST") << true;
        QTest::newRow("times by RPC") << false;
    }
    void aSnapshotLeadsToTheSameState()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        QFETCH(bool, rest);
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.set({{u"rest"_s, rest}});
        peer.mine(110, 600);
        peer.mine(20, 86'400, 4);
        NodeClient client(parseNodeAddress(peer.address()).value(), NodeCredentials(peer.cookieFile()),
                          quickRules());
        std::optional<NodeAnswer> dump;
        const QString path = peer.file(u"utxo.dat"_s);
        client.ask(
            {u"dumptxoutset"_s, {path, u"latest"_s}}, [&](const NodeAnswer& answer) { dump = answer; },
            NodePatience::Once);
        QVERIFY(wait([&] { return dump.has_value(); }));
        QVERIFY2(!dump->failure, dump->failure ? qPrintable(dump->failure->sentence) : "");
        peer.mine(5, 600, 3); // blocks come while the snapshot is read
        const auto snapshot = readSnapshot(path, {.network = BitcoinNetwork::Regtest}, Progress{});
        QVERIFY2(snapshot.hasValue(), snapshot.hasError() ? qPrintable(snapshot.error().message) : "");
        QCOMPARE(qint64(snapshot.value().baseHeight),
                 dump->result.toObject().value("base_height"_L1).toInteger());
        HeaderFetch headers(client, snapshot.value().baseHeight);
        bool isFetched = false;
        connect(&headers, &HeaderFetch::finished, this, [&] { isFetched = true; });
        headers.start();
        QVERIFY(wait([&] { return isFetched; }));
        QVERIFY2(headers.chain().hasValue(),
                 headers.chain().hasError() ? qPrintable(headers.chain().error().message) : "");
        QCOMPARE(headers.chain().value().hashes.back(), snapshot.value().baseHash);
        auto state = ChainState::fromSnapshot(snapshot.value(), BitcoinNetwork::Regtest,
                                              headers.chain().value().times);
        QVERIFY(state.hasValue());

        const QString tip = peer.state().value("hash"_L1).toString();
        Following fromSnapshot(peer, state.value());
        Following fromGenesis(peer, regtestGenesis());
        fromSnapshot.follower.start();
        fromGenesis.follower.start();
        QVERIFY2(fromSnapshot.comesTo(tip), qPrintable(fromSnapshot.trouble()));
        QVERIFY2(fromGenesis.comesTo(tip), qPrintable(fromGenesis.trouble()));
        QCOMPARE(fromSnapshot.follower.state().table(), fromGenesis.follower.state().table());
        QCOMPARE(fromSnapshot.follower.state().times(), fromGenesis.follower.state().times());
        QCOMPARE(difference(fromSnapshot.follower.state(), peer.state()), QString());
    }

    void aRestartOfOursFindsAStaleTip()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.mine(105, 600);
        peer.mine(5, 600, 2);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"state-regtest.bin"_s);
        {
            Following following(peer, regtestGenesis());
            following.follower.start();
            QVERIFY2(following.comesTo(peer.state().value("hash"_L1).toString()),
                     qPrintable(following.trouble()));
            QVERIFY(saveState(path, following.follower.state()).hasValue());
        }
        const QJsonObject tip = peer.branch(2);
        auto kept = loadState(path, BitcoinNetwork::Regtest);
        QVERIFY(kept.hasValue());
        Following following(peer, kept.value());
        following.follower.start();
        QVERIFY2(following.comesTo(tip.value("hash"_L1).toString()), qPrintable(following.trouble()));
        QCOMPARE(following.depths, QList<int>{2});
        QCOMPARE(difference(following.follower.state(), peer.state()), QString());
    }

    void aNodeThatRestartsIsFollowedOn()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.mine(5, 600);
        Following following(peer, regtestGenesis());
        following.follower.start();
        QVERIFY2(following.comesTo(peer.state().value("hash"_L1).toString()),
                 qPrintable(following.trouble()));
        peer.goDown();
        const QJsonObject tip = peer.mine(2, 600);
        const auto isDown = [&] {
            return !following.notices.isEmpty() &&
                   following.notices.last().startsWith(u"No node answers at"_s);
        };
        QVERIFY(wait(isDown));
        peer.comeUp(); // with a new cookie
        QVERIFY2(following.comesTo(tip.value("hash"_L1).toString()), qPrintable(following.trouble()));
        QCOMPARE(difference(following.follower.state(), peer.state()), QString());
    }

    void aNodeThatGoesWhileBlocksAreReadIsWaitedFor()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.mine(105, 600);
        peer.mine(10, 600, 2);
        peer.set({{u"getblocksUntilGone"_s, 50}});
        Following following(peer, regtestGenesis());
        following.follower.start();
        const auto isDown = [&] {
            return !following.notices.isEmpty() &&
                   following.notices.last().startsWith(u"No node answers at"_s);
        };
        QVERIFY(wait(isDown));
        QVERIFY(following.follower.state().tipHeight() <= 50);
        const QJsonObject tip = peer.mine(1, 600);
        peer.comeUp();
        QVERIFY2(following.comesTo(tip.value("hash"_L1).toString()), qPrintable(following.trouble()));
        QCOMPARE(difference(following.follower.state(), peer.state()), QString());
    }

    void aLongWayIsGoneInLegs()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.mine(700, 600);
        Following following(peer, regtestGenesis());
        following.follower.start(true);
        QVERIFY2(following.comesTo(peer.state().value("hash"_L1).toString()),
                 qPrintable(following.trouble()));
        QCOMPARE(following.tips, 1);
        QCOMPARE(difference(following.follower.state(), peer.state()), QString());
    }

    void anotherChainOfTheSameNetworkIsTooDeep()
    {
        if (const QString why = NodePeer::absence(); !why.isEmpty())
            QSKIP(qPrintable(why));
        NodePeer peer;
        QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
        peer.mine(300, 600);
        ChainState state = regtestGenesis();
        {
            Following following(peer, state);
            following.follower.start(true);
            QVERIFY2(following.comesTo(peer.state().value("hash"_L1).toString()),
                     qPrintable(following.trouble()));
            state = following.follower.state();
        }
        NodePeer other;
        QVERIFY2(other.isRunning(), qPrintable(other.trouble()));
        other.mine(301, 500);
        Following following(other, state);
        following.follower.start(true);
        QVERIFY(wait([&] { return following.error.has_value(); }));
        QVERIFY2(isFault(*following.error, CohortFault::ReorgDeep), qPrintable(following.trouble()));
        QCOMPARE(following.follower.state(), state);
    }
};

QTEST_GUILESS_MAIN(TestNodeFollower)
#include "tst_nodefollower.moc"
