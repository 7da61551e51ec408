// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/bitcoinnetwork.h"
#include "models/cohorts/blockhash.h"
#include "models/foundation/result.h"

#include <vector>

namespace holdline {

/// The key with which a data directory of Bitcoin Core 28 and later hides its files; zeros: none.
using FileKey = std::array<uchar, 8>;
/// What `blocks/xor.dat` holds; an empty text is no key. Error: UndoFile for any other length than 8.
[[nodiscard]] Result<FileKey> fileKey(QByteArrayView xorFile);
/// Makes plain what a file holds from an offset on.
void unhide(QByteArray& bytes, qint64 offset, const FileKey& key);

/// A block in a `blkNNNNN.dat`: what is read of it.
struct StoredBlock {
    BlockHash hash;
    quint32 transactions = 0; ///< its coinbase included; 0 when that number cannot be read

    bool operator==(const StoredBlock&) const = default;
};

/// The blocks of a `blkNNNNN.dat` in the order of the file, by their headers alone; what is no block of the
/// network is passed over. Error: UndoAbsent when it cannot be read.
/// Source: Bitcoin Core src/node/blockstorage.cpp.
[[nodiscard]] Result<std::vector<StoredBlock>> readBlockFile(const QString& path, const FileKey& key,
                                                             BitcoinNetwork network);

} // namespace holdline
