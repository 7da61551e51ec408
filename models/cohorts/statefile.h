// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/chainstate.h"

namespace holdline {

/// The state as bytes: a mark, a version, the network, the columns, the journal, and SHA-256 over all of it.
[[nodiscard]] QByteArray encodeState(const ChainState& state);
/// Error: StateBad when a byte is not as it was written, the version is not known, or the network is another.
[[nodiscard]] Result<ChainState> decodeState(QByteArrayView bytes, BitcoinNetwork network);

/// Whole or not at all. Error: Storage.
[[nodiscard]] Result<Done> saveState(const QString& path, const ChainState& state);
/// Errors: Unavailable when there is no such file, StateBad.
[[nodiscard]] Result<ChainState> loadState(const QString& path, BitcoinNetwork network);

} // namespace holdline
