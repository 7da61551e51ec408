// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/bitcoinnetwork.h"
#include "models/cohorts/blockhash.h"
#include "models/feeds/node/nodefault.h"

#include <QJsonValue>

#include <optional>

namespace holdline {

/// Of `getnetworkinfo`: 310100 is 31.1.0.
inline constexpr int oldestForUpdates = 230000;
inline constexpr int oldestForSnapshots = 280000;
inline constexpr int oldestForWaiting = 300000; ///< waitfornewblock with the tip that is known

/// `31.1.0`.
[[nodiscard]] QString versionText(int version);

/// What `getblockchaininfo` says.
struct ChainFacts {
    QString chain; ///< `main`
    quint32 blocks = 0;
    BlockHash best;
    bool isInitialDownload = false;
    double verified = 1; ///< of the whole chain, 0..1
    /// The lowest height that is still complete; absent when nothing was pruned.
    std::optional<quint32> pruneHeight = {};
};

/// What `getblockheader` says.
struct HeaderFacts {
    BlockHash hash;
    BlockHash previous; ///< zeros for genesis
    quint32 height = 0;
    quint32 time = 0; ///< seconds UTC
    bool isInBestChain = false;

    bool operator==(const HeaderFacts&) const = default;
};

/// Absent when the answer lacks what is needed.
[[nodiscard]] std::optional<ChainFacts> readChainFacts(const QJsonValue& result);
[[nodiscard]] std::optional<HeaderFacts> readHeaderFacts(const QJsonValue& result);
[[nodiscard]] std::optional<BlockHash> readHash(const QJsonValue& result);

/// An answer that does not mean what it should.
[[nodiscard]] NodeFailure oddAnswer(const QString& method);
[[nodiscard]] Error chainError(const QString& ofNode, BitcoinNetwork ofState);
/// Heights [first, last] that the node no longer has.
[[nodiscard]] Error prunedError(quint32 first, quint32 last);

} // namespace holdline
