// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// All dialects, the particular before the general: the first that recognises a file reads it.
[[nodiscard]] const std::vector<ImportDialect>& importCatalog();

/// The dialect of a file, among those of the kind that was asked for, if one was. Error: Malformed, a
/// sentence with the reason and the first line.
[[nodiscard]] Result<const ImportDialect*> findDialect(const FileHead& head, const ImportOptions& options);

} // namespace holdline
