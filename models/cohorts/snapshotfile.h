// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/snapshotreader.h"
#include "models/foundation/progress.h"

namespace holdline {

/// Reads a snapshot from a file, or from a named pipe while the node writes it; of a pipe it waits for the
/// first byte as long as it takes. Progress in bytes, the total 0 for a pipe. Nothing is kept of a file that
/// fails. Errors: those of SnapshotReader; SnapAccess when it cannot be opened or read; kind Cancelled.
[[nodiscard]] Result<Snapshot> readSnapshot(const QString& path, const SnapshotOptions& options,
                                            const Progress& progress);

} // namespace holdline
