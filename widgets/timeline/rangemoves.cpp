// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rangemoves.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double leastInSight = 0.05; ///< of the range shows data, however far it is moved

ViewportBounds viewport(const TimelineBounds& bounds)
{
    return {.data = bounds.data, .interval = oneMinute, .rightMargin = 0.08};
}

TimeRange inSight(TimeRange range, const TimelineBounds& bounds)
{
    Span by{0};
    if (!bounds.data.isEmpty()) {
        const Span shown{std::llround(static_cast<double>(range.length().count()) * leastInSight)};
        by = std::clamp(by, bounds.data.from + shown - range.to, bounds.data.to - shown - range.from);
    }
    return pannedBy(range, std::clamp(by, earliestTime - range.from, latestTime - range.to));
}

} // namespace

TimeRange zoomedRange(TimeRange range, UtcTime anchor, double factor, const TimelineBounds& bounds)
{
    const double length = static_cast<double>(range.length().count());
    const double least = static_cast<double>(shortestRange.count()) / length;
    const double most = static_cast<double>(longestRange.count()) / length;
    const double within = std::clamp(factor, std::min(1.0, least), std::max(1.0, most));
    return within == 1 ? range : inSight(zoomed(range, anchor, within), bounds);
}

TimeRange pannedRange(TimeRange range, Span by, const TimelineBounds& bounds)
{
    by = std::clamp(by, earliestTime - range.from, latestTime - range.to);
    return inSight(pannedBy(range, by), bounds);
}

TimeRange fittedRange(const TimelineBounds& bounds)
{
    return fitted(bounds.home, viewport(bounds));
}

TimeRange latestRange(TimeRange range, const TimelineBounds& bounds)
{
    return bounds.data.isEmpty() ? range : atLiveEdge(range, viewport(bounds));
}

TimeRange firstRange(TimeRange range, const TimelineBounds& bounds)
{
    return bounds.data.isEmpty() ? range : pannedBy(range, bounds.data.from - range.from);
}

TimeRange centredRange(TimeRange range, UtcTime time, const TimelineBounds& bounds)
{
    const UtcTime from = time - range.length() / 2;
    return pannedRange(range, from - range.from, bounds);
}

TimeRange draggedRange(const TimeScale& scale, double fromX, double toX, const TimelineBounds& bounds)
{
    const TimeRange range = scaledByDrag(scale, fromX, toX);
    const double factor =
        static_cast<double>(range.length().count()) / static_cast<double>(scale.range.length().count());
    return zoomedRange(scale.range, scale.range.to, factor, bounds);
}

bool isLeftOfData(TimeRange range, const TimelineBounds& bounds)
{
    return !bounds.data.isEmpty() && range.to < bounds.data.to;
}

} // namespace holdline
