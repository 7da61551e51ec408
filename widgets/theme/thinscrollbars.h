// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

namespace holdline {

/// Width of a scroll bar; device-independent px.
inline constexpr int thinScrollBar = 8;

/// The part of a style sheet that makes scroll bars thin and quiet.
[[nodiscard]] QString thinScrollBars(const Theme& theme);

} // namespace holdline
