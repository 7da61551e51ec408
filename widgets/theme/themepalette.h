// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QPalette>

namespace holdline {

/// The theme for everything that the style draws: menus, dialogs, tables, scroll bars.
[[nodiscard]] QPalette themePalette(const Theme& theme);

} // namespace holdline
