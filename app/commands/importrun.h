// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "models/imports/importoptions.h"
#include "models/store/store.h"

namespace holdline {

/// Reads files, and what lies at web addresses, into the store, prints a line of JSON for each and says what
/// could not be read. SIGINT and SIGTERM end it with nothing of the file at hand taken. The exit code: done
/// when every file was read.
[[nodiscard]] int importFiles(Store& store, const QStringList& files, const ImportOptions& wanted,
                              const CommandContext& context);

} // namespace holdline
