// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/rangemoves.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double futureShare = 0.08; ///< of the range, shown right of the last candle

Span scaled(Span span, double factor)
{
    return Span{std::llround(static_cast<double>(span.count()) * factor)};
}

TimeRange within(TimeRange range, const TimelineBounds& bounds)
{
    Span by{0};
    if (!bounds.data.isEmpty()) {
        const Span inSight = scaled(range.length(), 0.05);
        by = std::clamp(by, bounds.data.from + inSight - range.to, bounds.data.to - inSight - range.from);
    }
    by = std::clamp(by, earliestTime - range.from, latestTime - range.to);
    return {range.from + by, range.to + by};
}

} // namespace

TimeRange zoomedRange(TimeRange range, UtcTime anchor, double factor, const TimelineBounds& bounds)
{
    const Span length = std::clamp(scaled(range.length(), factor), shortestRange, longestRange);
    if (length == range.length())
        return range;
    const double share =
        static_cast<double>((anchor - range.from).count()) / static_cast<double>(range.length().count());
    const UtcTime from = anchor - scaled(length, share);
    return within({from, from + length}, bounds);
}

TimeRange pannedRange(TimeRange range, Span by, const TimelineBounds& bounds)
{
    by = std::clamp(by, earliestTime - range.from, latestTime - range.to);
    return within({range.from + by, range.to + by}, bounds);
}

TimeRange fittedRange(const TimelineBounds& bounds)
{
    if (bounds.data.isEmpty())
        return bounds.home;
    const Span length = std::max(scaled(bounds.data.length(), 1 / (1 - futureShare)), shortestRange);
    return {bounds.data.from, bounds.data.from + length};
}

TimeRange latestRange(TimeRange range, const TimelineBounds& bounds)
{
    if (bounds.data.isEmpty())
        return range;
    const UtcTime to = bounds.data.to + scaled(range.length(), futureShare);
    return {to - range.length(), to};
}

TimeRange firstRange(TimeRange range, const TimelineBounds& bounds)
{
    if (bounds.data.isEmpty())
        return range;
    return {bounds.data.from, bounds.data.from + range.length()};
}

TimeRange centredRange(TimeRange range, UtcTime time, const TimelineBounds& bounds)
{
    const UtcTime from = time - range.length() / 2;
    return pannedRange(range, from - range.from, bounds);
}

bool isLeftOfData(TimeRange range, const TimelineBounds& bounds)
{
    return !bounds.data.isEmpty() && range.to < bounds.data.to;
}

TimeRange followedRange(TimeRange range, UtcTime oldEnd, UtcTime newEnd)
{
    if (oldEnd < range.from || oldEnd > range.to || newEnd <= oldEnd)
        return range;
    return {range.from + (newEnd - oldEnd), range.to + (newEnd - oldEnd)};
}

} // namespace holdline
