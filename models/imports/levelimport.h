// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Levels as CSV whose header names the keys of `levels list` (`validFrom`, `valid_from` and `valid-from` are
/// one), or as JSON: `{"levels":[…]}` or a bare array. A bad level, or one whose id came before, is rejected
/// alone; unknown keys are kept.
[[nodiscard]] ImportDialect levelImportDialect();

} // namespace holdline
