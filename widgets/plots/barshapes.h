// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/valuescale.h"
#include "widgets/plots/panebars.h"

#include <QRect>

#include <span>
#include <vector>

namespace holdline {

/// Bars on whole device pixels from the row of zero, grouped by colour; the buffers are kept.
struct BarShapes {
    std::vector<QRect> up;
    std::vector<QRect> down;

    void clear();
};

enum class BarDirection {
    BySign, ///< above zero up, below zero down
    Up,     ///< all up
    Down,   ///< magnitudes drawn downwards
};

/// Adds bars that meet the clip's columns. Neighbours are `gap` device px apart where they are wide enough.
void layOutBars(std::span<const DrawnBar> bars, BarDirection direction, const TimeScale& time,
                const ValueScale& values, const QRect& clip, int gap, BarShapes& out);

} // namespace holdline
