// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodefollower.h"

#include "models/cohorts/cohorterror.h"
#include "models/feeds/node/blockbody.h"
#include "models/feeds/node/chainwalk.h"

#include <QJsonObject>
#include <QPointer>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

QString rpcText(const BlockHash& hash)
{
    return QString::fromLatin1(hash.toRpc());
}

} // namespace

/// One walk, and the blocks that it led to.
struct NodeFollower::Leg {
    Leg(const ChainState& state, const BlockHash& target) : walk(state, target) {}

    ChainWalk walk;
    std::vector<BlockHash> hashes = {};
    std::vector<std::unique_ptr<BlockBody>> bodies = {}; ///< as long; empty where not asked for, or connected
    std::vector<bool> hasCome = {};                      ///< as long
    std::size_t asked = 0;
    std::size_t connected = 0;
};

NodeFollower::NodeFollower(NodeClient& client, ChainState state, FollowRules rules, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_state(std::move(state)),
      m_rules(rules)
{
    m_timer.setSingleShot(true);
}

NodeFollower::~NodeFollower()
{
    stop();
}

void NodeFollower::start(bool isOnce)
{
    stop();
    m_isRunning = true;
    m_isOnce = isOnce;
    m_mayWait = true;
    askVersion();
}

void NodeFollower::stop()
{
    if (!m_isRunning)
        return;
    m_isRunning = false;
    ++m_run;
    m_timer.stop();
    m_timer.disconnect(this);
    m_client.forgetAll(); // before the bodies that its answers go to
    m_leg.reset();
}

void NodeFollower::ask(const QString& method, const QJsonArray& params,
                       std::function<void(const QJsonValue&)> use, NodePatience patience)
{
    m_client.ask(
        {method, params},
        [self = QPointer(this), run = m_run, use = std::move(use)](const NodeAnswer& answer) {
            if (!self || !self->isNewsOf(run))
                return;
            if (answer.failure)
                self->fail(*answer.failure);
            else
                use(answer.result);
        },
        patience);
}

void NodeFollower::askVersion()
{
    ask(u"getnetworkinfo"_s, {}, [this](const QJsonValue& result) {
        m_version = result.toObject().value("version"_L1).toInt();
        m_client.setVersion(versionText(m_version));
        if (m_version < oldestForUpdates)
            return fail(NodeFailure{
                NodeFault::Method,
                u"This node is too old (version %1). Needed: 23 for updates, 28 for snapshots."_s.arg(
                    versionText(m_version))});
        askChain();
    });
}

void NodeFollower::askChain()
{
    ask(u"getblockchaininfo"_s, {}, [this](const QJsonValue& result) {
        const auto facts = readChainFacts(result);
        if (!facts)
            return fail(oddAnswer(u"getblockchaininfo"_s));
        takeChain(*facts);
    });
}

void NodeFollower::takeChain(const ChainFacts& facts)
{
    if (facts.chain != chainName(m_state.network()))
        return fail(chainError(facts.chain, m_state.network()));
    if (facts.pruneHeight && *facts.pruneHeight > m_state.tipHeight() + 1 &&
        facts.blocks > m_state.tipHeight())
        return fail(prunedError(m_state.tipHeight() + 1, *facts.pruneHeight - 1));
    if (facts.isInitialDownload)
        emit noticed(
            u"The node is still downloading the chain (%1 % verified); what is shown is as old as that."_s
                .arg(facts.verified * 100, 0, 'f', 2));
    approach(facts.best, facts.blocks);
}

void NodeFollower::approach(const BlockHash& best, quint32 height)
{
    m_target = height;
    if (height <= m_state.tipHeight() + walkBlocks)
        return beginWalk(best);
    // A long way is gone in legs.
    ask(u"getblockhash"_s, {qint64(m_state.tipHeight() + walkBlocks)}, [this](const QJsonValue& result) {
        if (const auto hash = readHash(result))
            beginWalk(*hash);
        else
            fail(oddAnswer(u"getblockhash"_s));
    });
}

void NodeFollower::beginWalk(const BlockHash& target)
{
    m_leg = std::make_unique<Leg>(m_state, target);
    goOnWalking();
}

void NodeFollower::goOnWalking()
{
    const auto wanted = m_leg->walk.wanted();
    if (!wanted) {
        const auto plan = m_leg->walk.plan();
        return plan.hasError() ? fail(plan.error()) : apply(plan.value());
    }
    ask(u"getblockheader"_s, {rpcText(*wanted), true}, [this](const QJsonValue& result) {
        const auto header = readHeaderFacts(result);
        if (!header)
            return fail(oddAnswer(u"getblockheader"_s));
        if (const auto taken = m_leg->walk.take(*header); taken.hasError())
            return fail(taken.error());
        goOnWalking();
    });
}

void NodeFollower::apply(const ChainPlan& plan)
{
    for (quint32 i = 0; i < plan.disconnects; ++i) {
        if (const auto taken = m_state.disconnect(); taken.hasError())
            return fail(taken.error());
    }
    m_leg->hashes = plan.connects;
    m_leg->bodies.resize(plan.connects.size());
    m_leg->hasCome.resize(plan.connects.size());
    if (plan.disconnects > 0)
        emit reorganised(plan.disconnects);
    fetchBlocks();
}

void NodeFollower::fetchBlocks()
{
    if (m_leg->connected == m_leg->hashes.size())
        return finishLeg();
    const std::size_t most = m_leg->connected + std::size_t(m_rules.blocksAtOnce);
    while (m_leg->asked < std::min(m_leg->hashes.size(), most))
        fetchBlock(m_leg->asked++);
}

void NodeFollower::fetchBlock(std::size_t index)
{
    m_leg->bodies[index] = std::make_unique<BlockBody>();
    m_client.stream({u"getblock"_s, {rpcText(m_leg->hashes[index]), 3}}, *m_leg->bodies[index],
                    [self = QPointer(this), run = m_run, index](const NodeAnswer& answer) {
                        if (!self || !self->isNewsOf(run))
                            return;
                        if (answer.failure)
                            return self->fail(*answer.failure);
                        self->m_leg->hasCome[index] = true;
                        self->connectArrived();
                    });
}

void NodeFollower::connectArrived()
{
    Leg& leg = *m_leg;
    while (leg.connected < leg.asked && leg.hasCome[leg.connected]) {
        const auto& block = leg.bodies[leg.connected]->block();
        if (block.hasError())
            return fail(block.error());
        if (m_beforeBlock)
            m_beforeBlock(m_state, block.value());
        if (const auto done = m_state.connect(block.value()); done.hasError())
            return fail(done.error());
        leg.bodies[leg.connected++].reset();
        const quint64 run = m_run;
        emit advanced(m_state.tipHeight(), std::max(m_target, m_state.tipHeight()));
        if (!isNewsOf(run))
            return;
    }
    fetchBlocks();
}

void NodeFollower::finishLeg()
{
    m_leg.reset();
    if (m_state.tipHeight() < m_target)
        return askChain();
    m_isAtTip = true;
    const quint64 run = m_run;
    emit caughtUp();
    if (!isNewsOf(run))
        return;
    if (m_isOnce)
        stop();
    else
        waitForBlock();
}

void NodeFollower::waitForBlock()
{
    if (m_version < oldestForWaiting || !m_mayWait)
        return pollForBlock();
    m_client.ask(
        {u"waitfornewblock"_s, {qint64(m_rules.longPoll.count()), rpcText(m_state.tipHash())}},
        [self = QPointer(this), run = m_run](const NodeAnswer& answer) {
            if (!self || !self->isNewsOf(run))
                return;
            const auto best = readHash(answer.result.toObject().value("hash"_L1));
            if (!answer.failure && best)
                return self->takeBest(*best);
            // A node that does not let this program wait is asked now and then.
            self->m_mayWait = false;
            self->pollForBlock();
        },
        NodePatience::Waiting);
}

void NodeFollower::pollForBlock()
{
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        ask(u"getbestblockhash"_s, {}, [this](const QJsonValue& result) {
            if (const auto best = readHash(result))
                takeBest(*best);
            else
                fail(oddAnswer(u"getbestblockhash"_s));
        });
    });
    m_timer.start(m_rules.pollEvery);
}

void NodeFollower::takeBest(const BlockHash& best)
{
    if (best == m_state.tipHash())
        return waitForBlock();
    m_isAtTip = false;
    askChain();
}

void NodeFollower::startOver()
{
    ++m_run;
    m_client.forgetAll();
    m_leg.reset();
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, [this] { askChain(); });
    m_timer.start(m_rules.againAfter);
}

void NodeFollower::fail(const NodeFailure& failure)
{
    if (failure.fault == NodeFault::NotFound)
        return startOver(); // the chain changed between two questions
    fail(failure.toError());
}

void NodeFollower::fail(Error error)
{
    if (isFault(error, CohortFault::RpcNotFound))
        return startOver();
    stop();
    emit failed(error);
}

} // namespace holdline
