// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/inks.h"

#include "widgets/theme/contrast.h"

namespace holdline {

namespace {

Ink inkOf(const QColor& fill, const Theme& theme)
{
    const bool isDarkBetter = contrastRatio(fill, theme.background) >= contrastRatio(fill, theme.text);
    return {fill, readableOn(fill, theme.background),
            readableOn(isDarkBetter ? theme.background : theme.text, fill)};
}

std::size_t placeOf(InkRole role)
{
    return static_cast<std::size_t>(role) - static_cast<std::size_t>(InkRole::First);
}

} // namespace

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(from + (to - from) * share + 0.5);
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
}

InkRole roleOf(std::size_t line)
{
    static constexpr std::array roles{InkRole::First, InkRole::Second, InkRole::Third, InkRole::Fourth,
                                      InkRole::Fifth};
    return roles[line % roles.size()];
}

InkRole roleOfPart(std::size_t part)
{
    return part < 2 ? roleOf(part) : InkRole::Rest;
}

const QColor& Inks::text(InkRole role) const
{
    switch (role) {
    case InkRole::Text:
        return theme.text;
    case InkRole::Dim:
        return theme.dim;
    case InkRole::Up:
        return up.text;
    case InkRole::Down:
        return down.text;
    case InkRole::Accent:
        return accent.text;
    case InkRole::First:
    case InkRole::Second:
    case InkRole::Third:
    case InkRole::Fourth:
    case InkRole::Fifth:
        return lines[placeOf(role)].text;
    case InkRole::Rest:
        return rest.text;
    }
    return theme.text;
}

const QColor& Inks::fill(InkRole role) const
{
    switch (role) {
    case InkRole::Text:
        return theme.text;
    case InkRole::Dim:
        return theme.dim;
    case InkRole::Up:
        return up.fill;
    case InkRole::Down:
        return down.fill;
    case InkRole::Accent:
        return accent.fill;
    case InkRole::First:
    case InkRole::Second:
    case InkRole::Third:
    case InkRole::Fourth:
    case InkRole::Fifth:
        return lines[placeOf(role)].fill;
    case InkRole::Rest:
        return rest.fill;
    }
    return theme.text;
}

const Ink& Inks::level(int colourRole) const
{
    return levels[static_cast<std::size_t>(colourRole < 0 || colourRole > 3 ? 3 : colourRole)];
}

Inks inksOf(const Theme& theme)
{
    Inks inks;
    inks.theme = theme;
    inks.up = inkOf(theme.up, theme);
    inks.down = inkOf(theme.down, theme);
    inks.accent = inkOf(theme.accent, theme);
    inks.levels = {inkOf(theme.defenseBand, theme), inkOf(theme.resistanceMonths, theme),
                   inkOf(theme.resistanceHolders, theme), inkOf(theme.dim, theme)};
    inks.lines = {inks.accent, inks.levels[1], inks.levels[2], inks.up, inks.levels[0]};
    inks.rest = inkOf(mixed(theme.background, theme.dim, 0.7), theme);
    inks.deposits = mixed(theme.background, theme.accent, 0.85);
    inks.crosshair = mixed(theme.background, theme.text, 0.55);
    inks.lastPrice = mixed(theme.background, theme.text, 0.6);
    inks.zeroLine = mixed(theme.background, theme.dim, 0.45);
    inks.covered = mixed(theme.background, theme.up, 0.7);
    inks.sampled = mixed(theme.background, theme.up, 0.38);
    return inks;
}

} // namespace holdline
