// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/bitcoinnetwork.h"
#include "models/cohorts/blockhash.h"
#include "models/cohorts/heighttable.h"
#include "models/foundation/result.h"

namespace holdline {

/// Coins of one height that a block spent, together.
struct HeightSpend {
    quint32 height = 0; ///< of the block that made them
    qint64 value = 0;   ///< satoshi
    quint32 count = 0;
    qint64 coinbaseValue = 0; ///< the part of `value` from coinbase outputs; satoshi

    bool operator==(const HeightSpend&) const = default;
};

/// What a block does to the unspent outputs.
struct BlockChange {
    BlockHash hash;
    BlockHash previous; ///< zeros before genesis
    quint32 height = 0;
    quint32 time = 0;                ///< of the header, seconds UTC
    CoinTotals created;              ///< outputs that can be spent
    std::vector<HeightSpend> spends; ///< ascending heights, each once, its own included

    bool operator==(const BlockChange&) const = default;
};

/// The same as one change for each height, ascending; what is made and spent in the block is not in it. With
/// the coinbase that two blocks of the main network overwrote. Genesis makes nothing that can be spent.
[[nodiscard]] std::vector<CoinDelta> deltasOf(const BlockChange& change, BitcoinNetwork network);

/// Single spends, in any order, summed by height.
[[nodiscard]] std::vector<HeightSpend> summedSpends(std::vector<HeightSpend> spends);

/// From the state after the block that is the table's last height to the one before it, by what the block
/// spent alone: undo files, which do not say what was made, suffice. Error: StateDrift, nothing is changed.
[[nodiscard]] Result<Done> rollBack(HeightTable& table, const BlockChange& change, BitcoinNetwork network);

} // namespace holdline
