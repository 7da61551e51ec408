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

/// Parts of bars as rectangles, by part; `out` is as long as there are parts, and its buffers are kept. They
/// are as wide as the bars that they make up.
void layOutStack(std::span<const StackPiece> pieces, const TimeScale& time, const ValueScale& values,
                 const QRect& clip, int gap, std::vector<std::vector<QRect>>& out);

/// The reach of each flagged bar, from the lowest end of what it is made of to the highest.
[[nodiscard]] std::vector<QRect> layOutSessionless(std::span<const DrawnBar> bars,
                                                   std::span<const StackPiece> pieces, const TimeScale& time,
                                                   const ValueScale& values, const QRect& clip, int gap);

/// Bars as frames of that thickness on the inside of their edges, from the row of zero; the narrowest are
/// their end alone.
void layOutFrames(std::span<const DrawnBar> bars, const TimeScale& time, const ValueScale& values,
                  const QRect& clip, int gap, int thickness, BarShapes& out);

} // namespace holdline
