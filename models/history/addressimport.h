// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/download.h"
#include "models/history/fileimport.h"

namespace holdline {

/// Whether a person named an address of the web and not a file.
[[nodiscard]] bool isWebAddress(const QString& name);

/// Reads what lies at an address, as importFile() reads a file. It is named without what may be secret in it:
/// user, query and fragment. Errors: those of importFile(), parseWebAddress() and download().
[[nodiscard]] std::vector<FileOutcome> importAddress(Store& store, const QString& address,
                                                     const ImportOptions& options, const Progress& progress,
                                                     const DownloadLimits& limits = {});

} // namespace holdline
