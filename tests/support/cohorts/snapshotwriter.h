// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/bitcoinnetwork.h"

#include <QByteArray>

#include <vector>

namespace holdline::testing {

/// A coin with its script as a snapshot stores it: selector and what follows.
struct WrittenCoin {
    quint64 vout = 0;
    quint32 height = 0;
    bool isCoinbase = false;
    quint64 satoshi = 0;
    QByteArray script;
};

/// Coins of one transaction, in the order in which they are written.
struct WrittenTransaction {
    QByteArray txid; ///< internal order
    std::vector<WrittenCoin> coins;
};

/// A snapshot as a list of coins, to be written in each layout.
struct WrittenSnapshot {
    BitcoinNetwork network = BitcoinNetwork::Main;
    QByteArray baseHash; ///< internal order
    std::vector<WrittenTransaction> transactions;

    [[nodiscard]] quint64 coins() const;
    /// As Bitcoin Core 28 and later write it.
    [[nodiscard]] QByteArray toVersion2() const;
    /// As it was written for some months between two releases.
    [[nodiscard]] QByteArray toVersion1(quint32 baseHeight) const;
    /// As Bitcoin Core 22 to 27 wrote it.
    [[nodiscard]] QByteArray toLegacy() const;

    [[nodiscard]] QByteArray grouped() const;
};

/// The header of version 2.
[[nodiscard]] QByteArray snapshotHeader(BitcoinNetwork network, const QByteArray& baseHash, quint64 coins,
                                        int version = 2);
[[nodiscard]] QByteArray writtenCoin(const WrittenCoin& coin);
/// A script that is stored as it is.
[[nodiscard]] QByteArray plainScript(const QByteArray& script);

} // namespace holdline::testing
