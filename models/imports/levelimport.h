// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Levels as CSV or JSON, with the keys of `levels list`.
[[nodiscard]] ImportDialect levelImportDialect();

} // namespace holdline
