// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <array>

namespace holdline {

/// Colour of a level by LevelData::colourRole; dim for a role that is none of the three.
[[nodiscard]] const QColor& levelColour(const Theme& theme, int colourRole);

/// Colour of a band of holders by its place among cohortNames(): those that levels follow as the levels do.
[[nodiscard]] QColor bandColour(const Theme& theme, int band);

/// Five colours for things that stand beside each other and have no sign, told apart on the theme's ground.
[[nodiscard]] std::array<QColor, 5> categoryColours(const Theme& theme);

} // namespace holdline
