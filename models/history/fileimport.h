// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/progress.h"
#include "models/history/importreport.h"
#include "models/imports/bytesource.h"
#include "models/store/store.h"

#include <vector>

namespace holdline {

/// What became of one file, or of one member of a zip.
struct FileOutcome {
    QString file;
    Result<ImportReport> report;
};

/// Reads a file into the store. Each file, and each member of a zip, is taken whole or not at all; a damaged
/// archive gives one error and nothing else. Errors: Unavailable, Malformed, Usage (the person has to say
/// more), Storage, Cancelled.
[[nodiscard]] std::vector<FileOutcome> importFile(Store& store, const QString& path,
                                                  const ImportOptions& options, const Progress& progress);

/// The same for bytes that are unpacked already.
[[nodiscard]] Result<ImportReport> importBytes(Store& store, ByteSource& source, const QString& name,
                                               const ImportOptions& options, const Progress& progress);

} // namespace holdline
