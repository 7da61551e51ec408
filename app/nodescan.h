// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/noderun.h"
#include "models/cohorts/snapshotfile.h"

namespace holdline {

/// The block that a snapshot with a version says it was taken after; absent for other files.
[[nodiscard]] std::optional<BlockHash> snapshotBase(const QString& path);
/// As a snapshot with a version names it; absent for other files and for a network of one's own.
[[nodiscard]] std::optional<BitcoinNetwork> snapshotNetwork(const QString& path);

using SnapshotReading = std::function<Result<Snapshot>(const QString& path, const SnapshotOptions&)>;

/// The state at a snapshot's block, with the node's word for the block and its times. Errors: those of the
/// snapshot; SnapStale when the block is in the node's best chain no more.
[[nodiscard]] Result<ChainState> scanWithNode(NodeRun& run, BitcoinNetwork network, const QString& path,
                                              const SnapshotReading& read);

} // namespace holdline
