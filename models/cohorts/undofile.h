// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockchange.h"

#include <functional>

namespace holdline {

/// The key with which a data directory of Bitcoin Core 28 and later hides its files; zeros: none.
using UndoKey = std::array<uchar, 8>;
/// What `blocks/xor.dat` holds; an empty text is no key. Error: UndoFile for any other length than 8.
[[nodiscard]] Result<UndoKey> undoKey(QByteArrayView xorFile);

/// What blocks of a `revNNNNN.dat` spent. Stale blocks and records that belong to none of the headers are
/// passed over and counted.
struct UndoBlocks {
    std::vector<BlockChange>
        blocks; ///< ascending heights; hash, previous, height, time and spends; `created` is empty
    quint32 skippedRecords = 0;
};

/// Heights ahead of the last one found in which the block of a record is looked for.
inline constexpr quint32 undoReach = 1100;

/// Reads one undo file. `hashes` and `times` are the chain from genesis on; records are looked for from
/// `fromHeight` on. Error: UndoFile.
/// Source: Bitcoin Core src/undo.h, src/node/blockstorage.cpp.
[[nodiscard]] Result<UndoBlocks> readUndoFile(QByteArrayView bytes, const UndoKey& key,
                                              BitcoinNetwork network, std::span<const BlockHash> hashes,
                                              std::span<const quint32> times, quint32 fromHeight);

} // namespace holdline
