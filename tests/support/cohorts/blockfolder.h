// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/bitcoinnetwork.h"
#include "models/cohorts/headersfile.h"
#include "tests/support/cohorts/naivechain.h"

#include <QByteArrayList>

#include <map>

namespace holdline::testing {

/// A spent output as an undo file holds it. `script` is selector and what follows; `oldVersion` is what old
/// files wrote there.
[[nodiscard]] QByteArray undoSpend(quint32 height, bool isCoinbase, quint64 satoshi, const QByteArray& script,
                                   quint64 oldVersion = 0);
/// A whole undo text of transactions with those inputs.
[[nodiscard]] QByteArray undoText(const std::vector<QByteArrayList>& transactions);
[[nodiscard]] QByteArray undoRecord(const QByteArray& undo, const BlockHash& previous,
                                    BitcoinNetwork network = BitcoinNetwork::Regtest);
/// Of a block file; behind header and number of transactions stands what is not read.
[[nodiscard]] QByteArray blockRecord(const QByteArray& header, quint64 transactions,
                                     BitcoinNetwork network = BitcoinNetwork::Regtest);
[[nodiscard]] QByteArray headerText(const BlockHash& previous, quint32 time, quint32 nonce);
/// As a data directory with a key holds it; hiding twice shows it again.
[[nodiscard]] QByteArray hidden(QByteArray bytes, const QByteArray& key);

/// A block with what a node's files hold of it.
struct FiledBlock {
    QByteArray header;
    std::vector<QByteArrayList> spent; ///< by transaction without the coinbase, undoSpend() each

    [[nodiscard]] QByteArray record() const { return blockRecord(header, spent.size() + 1); }
};

/// A folder as Bitcoin Core writes it: files by number, still in the open.
class BlockFolder final {
public:
    std::map<int, QByteArray> blocks; ///< blkNNNNN.dat
    std::map<int, QByteArray> undo;   ///< revNNNNN.dat
    QByteArray key;                   ///< xor.dat; empty: none

    /// At the end of a file; the undo of genesis is in none.
    void add(int number, const FiledBlock& block, quint32 height);
    /// False when it cannot be written.
    [[nodiscard]] bool write(const QString& path) const;
};

/// A naive chain with headers that follow each other.
struct FiledChain {
    explicit FiledChain(quint32 seed);

    NaiveChain naive;
    std::vector<FiledBlock> filed;
    HeaderChain headers;

    /// As an undo file tells it.
    [[nodiscard]] BlockChange expected(quint32 height) const;
    /// Of the blocks above genesis, with what they made.
    [[nodiscard]] std::vector<BlockChange> changes() const;
};

} // namespace holdline::testing
