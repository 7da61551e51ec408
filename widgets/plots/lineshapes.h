// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/valuescale.h"
#include "widgets/plots/panebars.h"

#include <QPolygonF>
#include <QRect>

#include <vector>

namespace holdline {

/// A line in device px: what is level or upright as rectangles on whole pixels, what slopes as runs of
/// corners. The buffers are kept.
struct LineShapes {
    std::vector<QRect> rects;
    std::vector<QPolygonF> runs; ///< without a gap, two corners or more

    void clear();
};

enum class LineForm {
    Steps,  ///< each value over the time that it covers, upright where the next one begins
    Joined, ///< straight from the end of what a value covers to the end of the next
};

/// Parts that meet the clip's columns. Dense lines are drawn as columns in either form, each reaching to the
/// value before it. Values alone between two gaps are dots. The level of a value is the middle of `width`.
void layOutLine(const DrawnLine& line, LineForm form, const TimeScale& time, const ValueScale& values,
                const QRect& clip, int width, LineShapes& out);

} // namespace holdline
