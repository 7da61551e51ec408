// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace holdline {

/// Roles that every table answers beside Qt's own; unscoped because the model interface takes int.
enum TableRole {
    /// What the text was made of: qint64 (UTC ms, counts), double or QString; invalid when the value is
    /// absent.
    /// Sorting compares these, absent ones last.
    RawRole = Qt::UserRole + 1,
    ToneRole,        ///< int of a Tone; invalid: plain
    LevelColourRole, ///< int, LevelData::colourRole of the row's level; invalid where there is none
    OwnColourRole,   ///< QString, `#rrggbb` in place of it; empty or invalid: none
    DotRole,         ///< int of a Tone, drawn as a dot before the text; invalid: none
    IndentRole,      ///< int, steps by which the text stands in; invalid: none
    TickRole,        ///< qint64, units of 1e-8 by which a typed price goes up and down; invalid: no price
    TimeRole,        ///< qint64, UTC ms at which the row stands on the time axis; invalid where it has none
};

/// What the value says, for colouring; the colours are the theme's.
enum class Tone { Plain, Dim, Up, Down, Attention };

/// For ToneRole, of a value with a sign; less than `least` is written as zero.
[[nodiscard]] inline int toneOf(double value, double least)
{
    if (value > -least && value < least)
        return static_cast<int>(Tone::Dim);
    return static_cast<int>(value < 0 ? Tone::Down : Tone::Up);
}

} // namespace holdline
