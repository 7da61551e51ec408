// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/noderun.h"

#include "models/feeds/node/headerfetch.h"
#include "models/foundation/duration.h"

#include <QJsonObject>
#include <QTimer>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

NodeRules rulesFor(bool waitsForNode)
{
    NodeRules rules;
    rules.waitsForNode = waitsForNode;
    return rules;
}

/// What a day's blocks spent; absent where the journal does not hold all of them.
std::optional<SpendSums> spentIn(const ChainState& state, qint64 day, const HeightPrices& prices,
                                 const CohortDefinition& definition)
{
    const auto& journal = state.journal();
    const bool isWhole = !journal.empty() && dayOf(state.times().monotone()[journal.front().height]) < day;
    if (!isWhole)
        return std::nullopt;
    const std::vector<BlockChange> blocks(journal.begin(), journal.end());
    for (const SpendDay& one :
         spendDays(blocks, state.times(), prices, definition.threshold, definition.selection.masks)) {
        if (one.day == day)
            return one.sums;
    }
    return std::nullopt;
}

} // namespace

NodeRun::NodeRun(const NodeAccess& access, NodeListener listener, bool waitsForNode)
    : m_listener(std::move(listener)),
      m_client(access.address, access.credentials, rulesFor(waitsForNode))
{
    connect(&m_client, &NodeClient::noticed, this, [this](const QString& sentence) {
        if (!sentence.isEmpty())
            m_listener.said(sentence);
    });
}

void NodeRun::cancel()
{
    m_isCancelled = true;
    m_loop.quit();
}

Error NodeRun::cancelled() const
{
    return {Error::Kind::Cancelled, u"Stopped."_s};
}

Result<NodeAnswer> NodeRun::ask(const NodeQuestion& question, NodePatience patience)
{
    std::optional<NodeAnswer> answer;
    m_client.ask(
        question,
        [&](const NodeAnswer& given) {
            answer = given;
            m_loop.quit();
        },
        patience);
    if (!m_isCancelled)
        m_loop.exec();
    if (!answer) {
        m_client.forgetAll();
        return cancelled();
    }
    if (answer->failure)
        return answer->failure->toError();
    return *answer;
}

Result<Done> NodeRun::wait(Span span)
{
    QTimer::singleShot(span, &m_loop, &QEventLoop::quit);
    const bool hasWaited = !m_isCancelled && m_loop.exec() == 0; // a thread that ends runs no loop
    return m_isCancelled || !hasWaited ? Result<Done>(cancelled()) : Done{};
}

Result<NodeGreeting> NodeRun::greet()
{
    const auto info = ask({u"getnetworkinfo"_s});
    if (info.hasError())
        return info.error();
    NodeGreeting greeting{
        .network = {}, .chain = {}, .version = info.value().result.toObject().value("version"_L1).toInt()};
    m_client.setVersion(versionText(greeting.version));
    const auto chain = ask({u"getblockchaininfo"_s});
    if (chain.hasError())
        return chain.error();
    const auto facts = readChainFacts(chain.value().result);
    if (!facts)
        return oddAnswer(u"getblockchaininfo"_s).toError();
    const auto network = networkOfChain(facts->chain);
    if (!network)
        return Error{Error::Kind::Unavailable,
                     u"The node follows the network “%1”, which Holdline does not know."_s.arg(facts->chain),
                     u"E-RPC-CHAIN"_s};
    greeting.chain = *facts;
    greeting.network = *network;
    return greeting;
}

Result<HeaderFacts> NodeRun::header(const BlockHash& hash)
{
    const auto answer = ask({u"getblockheader"_s, {QString::fromLatin1(hash.toRpc()), true}});
    if (answer.hasError())
        return answer.error();
    const auto header = readHeaderFacts(answer.value().result);
    return header ? Result<HeaderFacts>(*header) : oddAnswer(u"getblockheader"_s).toError();
}

Result<HeaderChain> NodeRun::headers(quint32 height)
{
    HeaderFetch fetch(m_client, height);
    bool isFinished = false;
    connect(&fetch, &HeaderFetch::progressed, this, [this](qint64 done, qint64 total) {
        m_listener.progressed({NodeProgress::Step::Headers, done, total});
    });
    connect(&fetch, &HeaderFetch::finished, &m_loop, [&] {
        isFinished = true;
        m_loop.quit();
    });
    fetch.start();
    if (!m_isCancelled)
        m_loop.exec();
    if (isFinished)
        return fetch.chain();
    m_client.forgetAll();
    return cancelled();
}

void NodeRun::recordInto(Store& store, CohortPrices* prices, const CohortDefinition& definition)
{
    m_store = &store;
    m_prices = prices;
    m_definition = definition;
}

NodeRun::Followed NodeRun::follow(ChainState state, CohortStateKeeper& keeper, bool isOnce,
                                  std::optional<Span> length)
{
    NodeFollower follower(m_client, std::move(state));
    std::optional<Error> error;
    watchFollower(follower, keeper, error);
    connect(&follower, &NodeFollower::caughtUp, &m_loop, [&] {
        m_listener.reached(follower.state());
        if (isOnce)
            m_loop.quit();
    });
    QTimer end;
    end.setSingleShot(true);
    connect(&end, &QTimer::timeout, &m_loop, &QEventLoop::quit);
    if (length)
        end.start(std::min(*length, longestTimer));
    follower.start(isOnce);
    if (!m_isCancelled)
        m_loop.exec();
    follower.stop();
    const auto kept = keeper.keep(follower.state());
    if (!error && kept.hasError())
        error = kept.error();
    if (!error && m_isCancelled && isOnce)
        error = cancelled();
    return {follower.state(), error};
}

void NodeRun::watchFollower(NodeFollower& follower, CohortStateKeeper& keeper, std::optional<Error>& error)
{
    follower.setBeforeBlock(
        [this](const ChainState& before, const BlockChange& block) { endDay(before, block); });
    connect(&follower, &NodeFollower::advanced, this, [&](quint32 height, quint32 target) {
        if (target > height)
            m_listener.progressed({NodeProgress::Step::Blocks, height, target});
        if (const auto kept = keeper.keepIfDue(follower.state()); kept.hasError())
            m_listener.said(kept.error().message);
    });
    connect(&follower, &NodeFollower::reorganised, this, [this](quint32 depth) {
        if (depth > 1)
            m_listener.said(u"The node replaced its last %1 blocks."_s.arg(depth));
    });
    connect(&follower, &NodeFollower::noticed, this,
            [this](const QString& words) { m_listener.said(words); });
    connect(&follower, &NodeFollower::failed, &m_loop, [&](const Error& failure) {
        error = failure;
        m_loop.quit();
    });
}

void NodeRun::endDay(const ChainState& before, const BlockChange& block)
{
    const auto day = dayEndedBy(before, block.time);
    if (!day || !m_store || !m_prices)
        return;
    if (const auto stored = storeDay(before, *day); stored.hasError())
        m_listener.said(stored.error().message);
}

Result<Done> NodeRun::storeDay(const ChainState& before, qint64 day)
{
    auto prices = m_prices->of(before.times());
    if (prices.hasError())
        return prices.error();
    const CohortSums sums(before.table(), before.times(), std::move(prices).value(), m_definition.selection);
    const auto close = m_prices->dayClose(day);
    if (close.hasError())
        return close.error();
    return storeWholeDay(*m_store, day, sums, close.value(),
                         spentIn(before, day, sums.prices(), m_definition), m_definition);
}

} // namespace holdline
