// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timescale.h"
#include "models/scales/valuescale.h"

#include <QRect>

#include <optional>
#include <vector>

namespace holdline {

/// Where one pane lies, in device pixels.
struct PaneLayout {
    int pane = 0; ///< index into View::panes
    QRect plot;   ///< where values are drawn
    QRect gutter; ///< its part of the value axis at the right; the same left and width in all panes
    ValueScale values;
};

/// Where everything on the timeline lies, in device pixels. Top to bottom: panes, event lane, time axis,
/// coverage strip.
struct TimelineLayout {
    QRect whole;
    std::vector<PaneLayout> panes; ///< shown ones, top to bottom, divided by one hairline
    QRect eventLane;
    QRect timeAxis;
    QRect coverage;
    TimeScale time;
    double ratio = 1; ///< device pixels in one device-independent pixel

    enum class Zone { Plot, ValueAxis, PaneBorder, EventLane, TimeAxis, Corner, Outside };
    struct Hit {
        Zone zone = Zone::Outside;
        int index = -1; ///< into panes; for PaneBorder the pane above the border
    };
    /// What is at a point; a border reaches 3 device-independent pixels to both sides and wins. Below the
    /// panes, Corner is what lies under the gutters; the coverage strip belongs to the time axis.
    [[nodiscard]] Hit hit(QPoint point) const;
};

} // namespace holdline
