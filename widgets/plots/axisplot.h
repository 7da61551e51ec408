// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/ticks.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/levelplot.h"

#include <span>

namespace holdline {

/// Vertical grid lines through a plot, below the ticks of the time axis.
void paintTimeGrid(const Canvas& canvas, std::span<const TimeTick> ticks, const TimeScale& time,
                   const QRect& plot);
void paintValueGrid(const Canvas& canvas, std::span<const ValueTick> ticks, const ValueScale& values,
                    const QRect& plot);
/// Labels in the gutter; those that a tag would cover are left out.
void paintValueLabels(const Canvas& canvas, std::span<const ValueTick> ticks, const ValueScale& values,
                      const QRect& gutter, std::span<const ValueTag> tags);
/// Labels below the panes, centred under their ticks; the day at the left where all are of one day.
void paintTimeAxis(const Canvas& canvas, std::span<const TimeTick> ticks, const Scene& scene);
/// The day of clock times, to be told once; empty where a tick tells it.
[[nodiscard]] QString dayOfTicks(std::span<const TimeTick> ticks, const Scene& scene);
/// Three pixels that say which of the visible time is known.
void paintCoverage(const Canvas& canvas, const Scene& scene);
/// The ground of the time to come, through all panes.
void paintFuture(const Canvas& canvas, const Scene& scene);

/// Where the future begins, in device px; the right edge of the plot or more when it is out of sight.
[[nodiscard]] int futureColumn(const Scene& scene);

} // namespace holdline
