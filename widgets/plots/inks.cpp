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

} // namespace

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(from + (to - from) * share + 0.5);
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue())};
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
    inks.deposits = mixed(theme.background, theme.accent, 0.85);
    inks.crosshair = mixed(theme.background, theme.text, 0.55);
    inks.lastPrice = mixed(theme.background, theme.text, 0.6);
    inks.zeroLine = mixed(theme.background, theme.dim, 0.45);
    inks.covered = mixed(theme.background, theme.up, 0.7);
    inks.sampled = mixed(theme.background, theme.up, 0.38);
    return inks;
}

} // namespace holdline
