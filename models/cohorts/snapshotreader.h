// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/bitcoinnetwork.h"
#include "models/cohorts/blockhash.h"
#include "models/cohorts/heighttable.h"
#include "models/foundation/result.h"

#include <memory>

namespace holdline {

/// What is known of a snapshot before it is read.
struct SnapshotOptions {
    BitcoinNetwork network = BitcoinNetwork::Main;
    std::optional<quint32> baseHeight = {}; ///< as the node says; absent: the largest height in the file
};

/// A snapshot of the unspent outputs, reduced to what was made at which height.
struct Snapshot {
    BlockHash baseHash;     ///< of the block after which it was taken
    quint32 baseHeight = 0; ///< `table.heights() == baseHeight + 1`
    bool isLegacy = false;  ///< layout of Bitcoin Core 27 and older, which does not say its network
    HeightTable table;
};

/// Reads what `dumptxoutset` writes, of version 2 and of the layout before versions, in pieces of any size. A
/// coin may be cut at any byte. Memory: the rows of the heights met, whatever the header claims.
/// Errors: SnapKind, SnapVersion, SnapNetwork, SnapShort, SnapLong, SnapCorrupt, with the byte and the coins
/// read; reading again does not help. After an error the reader has nothing left to give.
/// Source: Bitcoin Core src/node/utxo_snapshot.h, src/rpc/blockchain.cpp, src/coins.h, src/compressor.h.
class SnapshotReader final {
public:
    explicit SnapshotReader(const SnapshotOptions& options);
    ~SnapshotReader();
    Q_DISABLE_COPY_MOVE(SnapshotReader)

    [[nodiscard]] Result<Done> feed(QByteArrayView piece);
    /// What it would be if the last piece were the last of all; once it is a snapshot, no piece may follow.
    [[nodiscard]] Result<Snapshot> finish();

    [[nodiscard]] qint64 bytesRead() const;
    [[nodiscard]] quint64 coinsRead() const;
    /// As the header says it, 0 before it was read; it may lie.
    [[nodiscard]] quint64 coinCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
    std::optional<Error> m_error;
};

} // namespace holdline
