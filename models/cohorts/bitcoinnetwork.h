// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockhash.h"

#include <QString>

#include <array>
#include <optional>

namespace holdline {

enum class BitcoinNetwork { Main, Testnet3, Testnet4, Signet, Regtest };

inline constexpr std::array bitcoinNetworks{BitcoinNetwork::Main, BitcoinNetwork::Testnet3,
                                            BitcoinNetwork::Testnet4, BitcoinNetwork::Signet,
                                            BitcoinNetwork::Regtest};

/// The four bytes that mark a network's files, in the order of the file.
using NetworkMagic = std::array<uchar, 4>;

/// Source: Bitcoin Core src/kernel/chainparams.cpp.
[[nodiscard]] NetworkMagic networkMagic(BitcoinNetwork network);
/// Absent for a network of one's own.
[[nodiscard]] std::optional<BitcoinNetwork> networkOfMagic(const NetworkMagic& magic);
/// As `chain` of getblockchaininfo says it: `main`, `test`, `testnet4`, `signet`, `regtest`.
[[nodiscard]] QString chainName(BitcoinNetwork network);
[[nodiscard]] std::optional<BitcoinNetwork> networkOfChain(const QString& chain);

/// Of the first block of a network.
[[nodiscard]] BlockHash genesisHash(BitcoinNetwork network);

/// Satoshi issued by the schedule up to and including a height, genesis counted.
[[nodiscard]] qint64 issuedSatoshi(BitcoinNetwork network, quint32 height);
/// A coinbase that the block at this height overwrote with an identical one, so that it can never be spent:
/// the height at which it was made. Two blocks of the main network did so.
[[nodiscard]] std::optional<quint32> overwrittenCoinbase(BitcoinNetwork network, quint32 height);

} // namespace holdline
