// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"

#include <QString>

namespace holdline {

/// Copies a SQLite database as it is at one instant, also while another program writes to it; the original is
/// only read. Errors: Unavailable, Malformed (no database), Storage (no room for the copy).
[[nodiscard]] Result<Done> copyDatabase(const QString& from, const QString& to);

} // namespace holdline
