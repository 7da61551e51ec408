// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timelinelayout.h"
#include "models/views/viewdata.h"

#include <QPointF>

namespace holdline {

enum class Magnet {
    Off,
    Weak,  ///< to prices within a few px
    Strong ///< always to the nearest price of the bar
};

/// Where a hand puts something, and what is there.
struct SnapScene {
    const TimelineLayout& layout;
    const PaneLayout& pane; ///< of price
    const ViewData& data;
    Interval interval;        ///< of the bars drawn
    QStringList without = {}; ///< ids of levels that are no target
};

/// The time and price at a point in device px: whole minutes and whole ticks. A magnet takes the prices of
/// the bar there (and its open time then), edges of levels and round prices.
[[nodiscard]] Anchor anchorAt(QPointF point, const SnapScene& scene, Magnet magnet);

/// The nearest multiple of the instrument's tick, at least one.
[[nodiscard]] Price onTick(double price, const ViewData& data);

} // namespace holdline
