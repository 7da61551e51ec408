// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/chainstate.h"

#include "models/cohorts/cohorterror.h"

#include <algorithm>

namespace holdline {

namespace {

Error badState(const char* reason)
{
    return cohortError(
        CohortFault::StateBad,
        QStringLiteral("The local copy of the node's coins is damaged: %1. A new snapshot is needed.")
            .arg(QString::fromLatin1(reason)));
}

Error drift(quint32 height)
{
    return cohortError(
        CohortFault::StateDrift,
        QStringLiteral("The local copy does not match the node any more: block %1 spends what is "
                       "not there. A new snapshot is needed.")
            .arg(height));
}

bool isOrdered(const BlockChange& block)
{
    const auto& spends = block.spends;
    const bool ascends = std::adjacent_find(spends.begin(), spends.end(), [](const auto& a, const auto& b) {
                             return a.height >= b.height;
                         }) == spends.end();
    return ascends && (spends.empty() || spends.back().height <= block.height);
}

/// The journal must end at the tip, have no hole, and agree with the hashes.
bool isJournal(const ChainState::Parts& parts)
{
    const std::size_t blocks = parts.journal.size();
    if (blocks > journalBlocks || blocks >= parts.hashes.size())
        return false;
    for (std::size_t i = 0; i < blocks; ++i) {
        const BlockChange& block = parts.journal[i];
        const std::size_t hash = parts.hashes.size() - blocks + i;
        if (block.height != parts.table.heights() - blocks + i || block.hash != parts.hashes[hash] ||
            block.previous != parts.hashes[hash - 1] || !isOrdered(block))
            return false;
    }
    return true;
}

bool canApplyAll(const HeightTable& table, const std::vector<CoinDelta>& deltas)
{
    return std::all_of(deltas.begin(), deltas.end(),
                       [&table](const CoinDelta& delta) { return table.canApply(delta); });
}

} // namespace

Result<ChainState> ChainState::fromParts(Parts parts)
{
    const std::size_t heights = parts.table.heights();
    if (heights == 0 || parts.times.heights() != heights)
        return badState("its columns differ in length");
    if (parts.hashes.empty() || parts.hashes.size() > rememberedHashes || parts.hashes.size() > heights)
        return badState("its number of hashes cannot be");
    for (std::size_t h = 0; h < heights; ++h) {
        const qint64 coinbase = parts.table.coinbaseValues()[h];
        if (coinbase < 0 || coinbase > parts.table.values()[h])
            return badState("an amount cannot be");
    }
    if (!isJournal(parts))
        return badState("its journal does not belong to its chain");
    return ChainState(std::move(parts));
}

Result<ChainState> ChainState::fromSnapshot(Snapshot snapshot, BitcoinNetwork network,
                                            std::vector<quint32> times)
{
    const std::size_t heights = snapshot.table.heights();
    if (times.size() < heights)
        return cohortError(CohortFault::Headers,
                           QStringLiteral("The headers end at height %1, before the snapshot's block %2.")
                               .arg(static_cast<qint64>(times.size()) - 1)
                               .arg(snapshot.baseHeight));
    times.resize(heights);
    return fromParts(
        {network, std::move(snapshot.table), BlockTimes(std::move(times)), {snapshot.baseHash}, {}});
}

ChainState ChainState::atGenesis(BitcoinNetwork network, const BlockHash& hash, quint32 time)
{
    return ChainState({network, HeightTable(1), BlockTimes({time}), {hash}, {}});
}

std::optional<quint32> ChainState::heightOf(const BlockHash& hash) const
{
    const auto found = std::find(m_parts.hashes.rbegin(), m_parts.hashes.rend(), hash);
    if (found == m_parts.hashes.rend())
        return std::nullopt;
    return tipHeight() - static_cast<quint32>(found - m_parts.hashes.rbegin());
}

Result<Done> ChainState::connect(BlockChange block)
{
    if (block.previous != tipHash() || block.height != tipHeight() + 1)
        return cohortError(
            CohortFault::RpcNotFound,
            QStringLiteral("Block %1 does not follow block %2, the last one known: the chain was "
                           "reorganised meanwhile.")
                .arg(block.height)
                .arg(tipHeight()));
    if (!isOrdered(block))
        return drift(block.height);
    const auto deltas = deltasOf(block, m_parts.network);
    m_parts.table.appendHeight();
    if (!canApplyAll(m_parts.table, deltas)) {
        m_parts.table.dropLastHeight();
        return drift(block.height);
    }
    for (const CoinDelta& delta : deltas)
        m_parts.table.apply(delta);
    m_parts.times.append(block.time);
    m_parts.hashes.push_back(block.hash);
    if (m_parts.hashes.size() > rememberedHashes)
        m_parts.hashes.erase(m_parts.hashes.begin());
    m_parts.journal.push_back(std::move(block));
    if (m_parts.journal.size() > journalBlocks)
        m_parts.journal.pop_front();
    return Done{};
}

Result<BlockChange> ChainState::disconnect()
{
    if (m_parts.journal.empty())
        return cohortError(
            CohortFault::ReorgDeep,
            QStringLiteral("The chain was reorganised further back than the local copy can go. A new "
                           "snapshot is needed."));
    auto deltas = deltasOf(m_parts.journal.back(), m_parts.network);
    for (CoinDelta& delta : deltas)
        delta = {delta.height, -delta.value, -delta.count, -delta.coinbaseValue};
    if (!canApplyAll(m_parts.table, deltas))
        return drift(tipHeight());
    for (const CoinDelta& delta : deltas)
        m_parts.table.apply(delta);
    m_parts.table.dropLastHeight();
    m_parts.times.dropLast();
    m_parts.hashes.pop_back();
    BlockChange block = std::move(m_parts.journal.back());
    m_parts.journal.pop_back();
    return block;
}

} // namespace holdline
