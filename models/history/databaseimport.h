// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/progress.h"
#include "models/history/importreport.h"
#include "models/store/store.h"

namespace holdline {

/// Whether a file is a database, by its first bytes.
[[nodiscard]] bool isDatabaseFile(const QString& path);

/// Takes another Holdline database into the store: all series with their coverage, and levels under ids that
/// are not there. What both have counts as unchanged; of two different candles the one revised last holds,
/// else the store's own; time that one of the two recorded is known. The file is read only, also while
/// another program writes to it, and taken whole or not at all. Errors: Malformed (no Holdline database),
/// Unavailable (a newer version's, or not there), Storage, Cancelled.
[[nodiscard]] Result<ImportReport> importDatabase(Store& store, const QString& path,
                                                  const Progress& progress);

} // namespace holdline
