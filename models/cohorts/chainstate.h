// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockchange.h"
#include "models/cohorts/blocktimes.h"
#include "models/cohorts/snapshotreader.h"

#include <deque>

namespace holdline {

/// Blocks that can be taken back.
inline constexpr std::size_t journalBlocks = 288;
/// Hashes that are remembered, to find where a new branch leaves ours.
inline constexpr std::size_t rememberedHashes = 2016;

/// All that is kept of a node's coins: what is unspent by height, the times of all blocks, and how to go back
/// some of them.
class ChainState final {
public:
    /// Everything in it, as a file holds it.
    struct Parts {
        BitcoinNetwork network = BitcoinNetwork::Main;
        HeightTable table;
        BlockTimes times;
        std::vector<BlockHash> hashes;   ///< oldest first, the last is the tip's
        std::deque<BlockChange> journal; ///< oldest first, the last made the tip

        bool operator==(const Parts&) const = default;
    };

    /// Checks that the parts belong together. Error: StateBad.
    [[nodiscard]] static Result<ChainState> fromParts(Parts parts);
    /// After a snapshot; `times` holds the header times from genesis at least to its base, what is beyond is
    /// left out. Error: Headers, when they end before.
    [[nodiscard]] static Result<ChainState> fromSnapshot(Snapshot snapshot, BitcoinNetwork network,
                                                         std::vector<quint32> times);
    /// Genesis alone.
    [[nodiscard]] static ChainState atGenesis(BitcoinNetwork network, const BlockHash& hash, quint32 time);

    [[nodiscard]] const Parts& parts() const { return m_parts; }
    [[nodiscard]] BitcoinNetwork network() const { return m_parts.network; }
    [[nodiscard]] const HeightTable& table() const { return m_parts.table; }
    [[nodiscard]] const BlockTimes& times() const { return m_parts.times; }
    [[nodiscard]] quint32 tipHeight() const { return static_cast<quint32>(m_parts.table.heights() - 1); }
    [[nodiscard]] const BlockHash& tipHash() const { return m_parts.hashes.back(); }
    /// The last blocks connected, oldest first.
    [[nodiscard]] const std::deque<BlockChange>& journal() const { return m_parts.journal; }
    /// Of one of the last blocks of our chain.
    [[nodiscard]] std::optional<quint32> heightOf(const BlockHash& hash) const;

    /// Errors, nothing being applied: RpcNotFound when it does not follow the tip (look for the fork again),
    /// StateDrift when it spends what is not there.
    [[nodiscard]] Result<Done> connect(BlockChange block);
    /// Takes the tip back and gives it. Error: ReorgDeep when the journal is empty.
    [[nodiscard]] Result<BlockChange> disconnect();

    bool operator==(const ChainState&) const = default;

private:
    explicit ChainState(Parts parts) : m_parts(std::move(parts)) {}

    Parts m_parts;
};

} // namespace holdline
