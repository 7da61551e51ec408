// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/alertsigns.h"
#include "widgets/plots/axisplot.h"
#include "widgets/plots/barshapes.h"
#include "widgets/plots/candleshapes.h"
#include "widgets/plots/costplot.h"
#include "widgets/plots/levellabels.h"
#include "widgets/plots/lineshapes.h"

namespace holdline {

/// One pane ready to be painted; kept between frames for its buffers.
struct PanePlot {
    PaneBars bars;
    std::vector<ValueTick> ticks;  ///< of the pane's value scale
    std::vector<Coverage> unknown; ///< visible time that is not known
    std::vector<LevelShape> levels;
    std::vector<LevelLabel> levelLabels;
    std::vector<AlertShape> alerts;
    CostShapes costs;                 ///< of the price pane, where the view shows them
    std::vector<MarkShape> marks;     ///< drawings, lowest first
    std::optional<ValueScale> values; ///< as it was laid out last
    std::vector<ValueTag> tags;
    CandleShapes candles;
    BarShapes flows;
    std::vector<std::vector<QRect>> parts; ///< of the bars
    LineShapes lines;
};

/// Ground, grid, data and labels of one pane, without its legend.
void paintPane(const Canvas& canvas, PanePlot& plot, const PaneLayout& pane, const Scene& scene,
               std::span<const TimeTick> timeTicks, bool hollow);

/// Labels of a pane of flows or lines: the greatest and the least value shown, in a low pane the one farther
/// from zero; none so near the threshold or the neutral value that their labels would meet.
[[nodiscard]] std::vector<ValueTick> extremeTicks(const PaneBars& bars, const ValueScale& values,
                                                  PixelGrid grid);

/// Stretches of the visible time of which the pane's data are not known at its interval, oldest first.
[[nodiscard]] std::vector<Coverage> unknownOf(const PaneBars& bars, const ViewData& data, TimeRange visible);

/// The last price in view, or nothing.
[[nodiscard]] std::optional<double> lastPriceInView(const PaneBars& bars);

} // namespace holdline
