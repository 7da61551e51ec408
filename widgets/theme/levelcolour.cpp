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

QColor bandColour(const Theme& theme, int band)
{
    // 1 d-1 w, 1 w-1 m, 1 m-3 m and the short-term holders stand in one figure at first.
    constexpr int day = 1, weekToMonth = 2, months = 3, shortTerm = 13;
    switch (band) {
    case day:
        return theme.accent;
    case weekToMonth:
        return theme.defenseBand;
    case months:
        return theme.resistanceMonths;
    case shortTerm:
        return theme.resistanceHolders;
    default:
        break;
    }
    const std::array<QColor, 4> others{theme.up, theme.down, theme.dim, theme.faint};
    return others[static_cast<std::size_t>(band) % others.size()];
}

std::array<QColor, 5> categoryColours(const Theme& theme)
{
    return {theme.accent, theme.resistanceMonths, theme.up, theme.resistanceHolders, theme.faint};
}

} // namespace holdline
