// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/levelcolour.h"

namespace holdline {

const QColor& levelColour(const Theme& theme, int colourRole)
{
    switch (colourRole) {
    case 0:
        return theme.defenseBand;
    case 1:
        return theme.resistanceMonths;
    case 2:
        return theme.resistanceHolders;
    default:
        return theme.dim;
    }
}

std::array<QColor, 5> categoryColours(const Theme& theme)
{
    return {theme.accent, theme.resistanceMonths, theme.up, theme.resistanceHolders, theme.faint};
}

} // namespace holdline
