// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <array>

namespace holdline {

/// A colour of data in its three uses.
struct Ink {
    QColor fill;  ///< bars, bands, lines, tags
    QColor text;  ///< the nearest colour that can be read on the ground
    QColor onTag; ///< text on the fill
};

/// What a text is about decides its colour.
enum class InkRole { Text, Dim, Up, Down, Accent, First, Second, Third, Fourth, Fifth, Rest };
/// Of the lines of a pane: five colours, then again.
[[nodiscard]] InkRole roleOf(std::size_t line);
/// Of the parts of a bar: two colours, then the rest.
[[nodiscard]] InkRole roleOfPart(std::size_t part);

/// The theme's colours as the timeline uses them, made once a theme.
struct Inks {
    Theme theme;
    Ink up;
    Ink down;
    Ink accent;
    std::array<Ink, 4> levels; ///< by LevelData::colourRole
    std::array<Ink, 5> lines;  ///< InkRole::First to Fifth
    Ink rest;                  ///< all parts of a bar that have no colour of their own
    QColor deposits;           ///< fill of bars that have no sign
    QColor crosshair;
    QColor lastPrice;
    QColor zeroLine;
    QColor covered; ///< coverage strip
    QColor sampled; ///< the same where only a part was told

    [[nodiscard]] const QColor& text(InkRole role) const;
    [[nodiscard]] const Ink& level(int colourRole) const;
    [[nodiscard]] const QColor& fill(InkRole role) const;
};

[[nodiscard]] Inks inksOf(const Theme& theme);
/// a with `share` of b, 0 to 1.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, double share);

} // namespace holdline
