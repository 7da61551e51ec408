// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "models/scales/timescale.h"

namespace holdline {

/// What there is to see in time.
struct ViewportBounds {
    TimeRange data;           ///< from the first candle to the end of the last one; empty when there is none
    Interval interval;        ///< of the candles drawn
    double rightMargin = 0.1; ///< share of the plot that stays free right of the last candle
};

inline constexpr int fewestBars = 10;      ///< the most a plot can be zoomed in
inline constexpr double mostFuture = 0.75; ///< share of the plot that panning may leave right of the data

/// The range with its length multiplied by the factor; the anchor keeps its place in the plot.
[[nodiscard]] TimeRange zoomed(TimeRange range, UtcTime anchor, double factor);
/// The same about the time at x, device px.
[[nodiscard]] TimeRange zoomedAt(const TimeScale& scale, double x, double factor);
/// The picture moved by so many device px, positive to the right: earlier times come into view.
[[nodiscard]] TimeRange panned(const TimeScale& scale, double pixels);
[[nodiscard]] TimeRange pannedBy(TimeRange range, Span span);
/// The time axis dragged from one x to another, device px: what was held stays under the pointer, the right
/// edge stays where it is.
[[nodiscard]] TimeRange scaledByDrag(const TimeScale& scale, double fromX, double toX);

/// The nearest range that shows at least fewestBars, no more than all data with the right margin, nothing
/// before the data and no more than mostFuture after them. Unchanged when there are no data.
[[nodiscard]] TimeRange clamped(TimeRange range, const ViewportBounds& bounds);
/// All data with the right margin; the range given when there are none.
[[nodiscard]] TimeRange fitted(TimeRange range, const ViewportBounds& bounds);
/// A range of the same length that ends with the last candle and the right margin.
[[nodiscard]] TimeRange atLiveEdge(TimeRange range, const ViewportBounds& bounds);
/// Whether the end of the last candle is in view.
[[nodiscard]] bool showsLiveEdge(TimeRange range, const ViewportBounds& bounds);
/// The range after data grew: moved along when the last candle was in view before, else unchanged.
[[nodiscard]] TimeRange followed(TimeRange range, const ViewportBounds& before, const ViewportBounds& after);

} // namespace holdline
