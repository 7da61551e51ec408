// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockchange.h"
#include "models/cohorts/headersfile.h"

#include <map>

namespace holdline {

/// A block whose record is looked for.
struct UndoCandidate {
    quint32 height = 0;       ///< above genesis, which spends nothing and has no record
    quint32 transactions = 0; ///< its coinbase included

    bool operator==(const UndoCandidate&) const = default;
};

/// What blocks of a `revNNNNN.dat` spent. Records that belong to none of the candidates, such as those of
/// stale blocks, are passed over and counted, and so is what is damaged.
struct UndoBlocks {
    std::map<quint32, BlockChange>
        blocks; ///< by height; hash, previous, height, time and spends; `created` is empty
    quint32 skippedRecords = 0;
};

/// How many candidates on from the last one found the block of a record is looked for, and how many back.
inline constexpr std::size_t undoReach = 1100;
inline constexpr std::size_t undoReachBack = 100;

/// Reads one undo file, made plain. `candidates` are the blocks of our chain in the `blkNNNNN.dat` of the
/// same number, ascending heights; the chain has all of them. Error: UndoFile when a whole record does not
/// mean what it should. Source: Bitcoin Core src/undo.h, src/node/blockstorage.cpp.
[[nodiscard]] Result<UndoBlocks> readUndoFile(QByteArrayView bytes, BitcoinNetwork network,
                                              const HeaderChain& chain,
                                              std::span<const UndoCandidate> candidates);

} // namespace holdline
