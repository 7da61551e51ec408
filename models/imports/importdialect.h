// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importfile.h"
#include "models/imports/importoptions.h"
#include "models/imports/importsink.h"

namespace holdline {

/// One way in which files are written.
struct ImportDialect {
    QString name;     ///< for people
    QString kind;     ///< `candles`, `etf flows`, `cohorts`, `liquidations`, `table`, `events`, `levels`
    QString map = {}; ///< of a map that comes with the program: its name
    /// Whether a file with that head is one; looks at the content, at the file's name never.
    bool (*recognises)(const FileHead& head, const ImportOptions& options) = nullptr;
    /// Reads all rows. Bad ones go to the sink one by one; an error means that the file cannot be taken at
    /// all.
    Result<Done> (*read)(ImportFile& file, const ImportOptions& options, ImportSink& sink) = nullptr;
    bool mayBeEmpty = false; ///< no rows are an answer too
};

} // namespace holdline
