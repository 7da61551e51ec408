// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tools/magnet.h"
#include "widgets/tools/tool.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace holdline {

/// What the timeline is, at the moment of an act of the pointer.
struct DrawingMoment {
    const TimelineLayout& layout;
    int pane = -1;                        ///< of price, index into the layout's panes; -1: not shown
    std::shared_ptr<const ViewData> data; ///< never null; it may be replaced by what the act changes
    Interval interval;                    ///< of the bars drawn
    std::shared_ptr<const std::vector<MarkShape>> marks = {}; ///< in view, lowest first
};

/// Of price; the moment has one.
[[nodiscard]] inline const PaneLayout& paneOf(const DrawingMoment& moment)
{
    return moment.layout.panes[static_cast<std::size_t>(moment.pane)];
}

[[nodiscard]] inline QPointF pointOf(const Anchor& anchor, const DrawingMoment& moment)
{
    return {moment.layout.time.x(toMsecs(anchor.time)), paneOf(moment).values.y(anchor.price.toDouble())};
}

/// How far a way goes, along the axis on which it goes farther.
[[nodiscard]] inline double far(QPointF by)
{
    return std::max(std::abs(by.x()), std::abs(by.y()));
}

} // namespace holdline
