// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Events as CSV or JSON: a time and a title, and what else is known: `id`, `category`, `importance` (low,
/// medium, high or 1 to 3), `actual`, `prior`, `forecast`, `unit`, `known_at`, `note`. Series
/// `events/<source>`.
[[nodiscard]] ImportDialect eventTableDialect();

} // namespace holdline
