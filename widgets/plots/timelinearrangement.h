// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timelinelayout.h"
#include "models/views/view.h"
#include "widgets/plots/pixelgrid.h"

#include <QSize>

namespace holdline {

/// Lengths of the timeline in device-independent pixels.
namespace lengths {
inline constexpr double gutter = 88;
inline constexpr double legend = 26; ///< the first line of a pane, kept free of bars
inline constexpr double margin = 14; ///< of text from the left edge
inline constexpr double eventLane = 27;
inline constexpr double timeAxis = 30;
inline constexpr double coverage = 15;
inline constexpr double strip = 3; ///< the coverage strip inside its row
inline constexpr double tag = 19;
} // namespace lengths

/// Where panes and axes lie; the value scales are still to be set.
[[nodiscard]] TimelineLayout arrangeTimeline(const View& view, QSize deviceSize, double ratio);

/// The part of a pane's plot where values are drawn: below the legend line and above `foot`
/// (device-independent px), with some air.
[[nodiscard]] QRect valueArea(const QRect& plot, PixelGrid grid, bool isPrice, int foot = 0);

} // namespace holdline
