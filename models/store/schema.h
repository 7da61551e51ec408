// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"

namespace holdline {

inline constexpr int schemaVersion = 5;

/// Whether this version may use the database; an empty one it may. Errors: Storage; Unavailable when the
/// tables are newer than this version or another program's. Alters nothing.
[[nodiscard]] Result<Done> checkSchema(Database& database, const QString& path);

/// Brings the tables to schemaVersion in one transaction, making them in an empty database. Errors: as
/// above; then nothing was altered.
[[nodiscard]] Result<Done> migrate(Database& database, const QString& path);

} // namespace holdline
