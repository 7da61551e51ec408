// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/bitcoinnetwork.h"
#include "models/cohorts/blockhash.h"
#include "models/foundation/progress.h"
#include "models/foundation/result.h"

#include <QByteArrayView>

#include <vector>

namespace holdline {

/// A chain of headers from genesis on: the index is the height.
struct HeaderChain {
    std::vector<quint32> times; ///< seconds UTC
    std::vector<BlockHash> hashes;

    /// Absent when the chain does not have it.
    [[nodiscard]] std::optional<quint32> heightOf(const BlockHash& hash) const;
    bool operator==(const HeaderChain&) const = default;
};

/// By the hash of its genesis; absent for a network of one's own.
[[nodiscard]] std::optional<BitcoinNetwork> networkOf(const HeaderChain& chain);

inline constexpr qsizetype headerBytes = 80;

/// Adds headers of 80 bytes to a chain; the first of a chain is genesis. Each must name the one before it.
/// Error: Headers, with the height at which it breaks; the chain then ends before it.
[[nodiscard]] Result<Done> appendHeaders(HeaderChain& chain, QByteArrayView bytes);
/// A file of headers, 80 bytes each. Progress in bytes. Errors: Headers; Unavailable; Cancelled.
[[nodiscard]] Result<HeaderChain> readHeaders(const QString& path, const Progress& progress);

} // namespace holdline
