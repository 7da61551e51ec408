// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/scales/viewport.h"

#include <optional>

namespace holdline {

/// What there is to be looked at. A range may leave the data, but never lose sight of them.
struct TimelineBounds {
    TimeRange data;                    ///< first candle's open to last candle's end; empty when there is none
    TimeRange home;                    ///< what was shown when the view was opened; empty: as fittedRange()
    std::optional<UtcTime> liveEdge{}; ///< end of the newest candle, present only while new ones arrive
};

inline constexpr Span shortestRange = std::chrono::minutes(10);
inline constexpr Span longestRange = std::chrono::hours(24 * 365 * 60);

/// Scaled in length by factor (below 1 shows less), the anchor keeping its place on the screen. The range
/// itself when it is at a limit already.
[[nodiscard]] TimeRange zoomedRange(TimeRange range, UtcTime anchor, double factor,
                                    const TimelineBounds& bounds);
/// Moved later by a span (earlier when negative), as far as a twentieth of the range still shows data.
[[nodiscard]] TimeRange pannedRange(TimeRange range, Span by, const TimelineBounds& bounds);
/// All data, and some future at the right.
[[nodiscard]] TimeRange fittedRange(const TimelineBounds& bounds);
/// As long as before, the end of the data near the right edge.
[[nodiscard]] TimeRange latestRange(TimeRange range, const TimelineBounds& bounds);
/// As long as before, the beginning of the data at the left edge.
[[nodiscard]] TimeRange firstRange(TimeRange range, const TimelineBounds& bounds);
/// As long as before, the time in the middle.
[[nodiscard]] TimeRange centredRange(TimeRange range, UtcTime time, const TimelineBounds& bounds);
/// The time axis dragged from one x to another, device px: what was held stays under the pointer.
[[nodiscard]] TimeRange draggedRange(const TimeScale& scale, double fromX, double toX,
                                     const TimelineBounds& bounds);
/// Whether the end of the data is out of sight to the right.
[[nodiscard]] bool isLeftOfData(TimeRange range, const TimelineBounds& bounds);

} // namespace holdline
