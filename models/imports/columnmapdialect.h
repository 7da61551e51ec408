// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Any table by the map that the person gave. Without `--as table` or a map it takes nothing.
[[nodiscard]] ImportDialect columnMapDialect();

} // namespace holdline
