// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/viewport.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

Span scaled(Span span, double factor)
{
    return Span{static_cast<qint64>(std::llround(static_cast<double>(span.count()) * factor))};
}

/// The longest ranges are cut to the times that can be written.
TimeRange bounded(double fromMs, double toMs)
{
    const auto cut = [](double msecs) {
        const double earliest = static_cast<double>(toMsecs(earliestTime));
        const double latest = static_cast<double>(toMsecs(latestTime));
        return fromMsecs(std::llround(std::clamp(msecs, earliest, latest)));
    };
    return {cut(fromMs), cut(toMs)};
}

TimeRange beginningAt(UtcTime from, Span length)
{
    return {from, from + length};
}

Span shortest(const ViewportBounds& bounds)
{
    return bounds.interval.length * fewestBars;
}

Span longest(const ViewportBounds& bounds)
{
    return std::max(shortest(bounds), scaled(bounds.data.length(), 1 / (1 - bounds.rightMargin)));
}

} // namespace

TimeRange zoomed(TimeRange range, UtcTime anchor, double factor)
{
    const auto at = static_cast<double>(toMsecs(anchor));
    return bounded(at + static_cast<double>((range.from - anchor).count()) * factor,
                   at + static_cast<double>((range.to - anchor).count()) * factor);
}

TimeRange zoomedAt(const TimeScale& scale, double x, double factor)
{
    return zoomed(scale.range, scale.time(x), factor);
}

TimeRange panned(const TimeScale& scale, double pixels)
{
    const double perMs = scale.pixelsPerMs();
    return perMs > 0 ? pannedBy(scale.range, Span{std::llround(-pixels / perMs)}) : scale.range;
}

TimeRange pannedBy(TimeRange range, Span span)
{
    const Span allowed = std::clamp(span, earliestTime - range.from, latestTime - range.to);
    return {range.from + allowed, range.to + allowed};
}

TimeRange scaledByDrag(const TimeScale& scale, double fromX, double toX)
{
    const double right = scale.left + scale.width;
    const double nearest = scale.width / 100;
    const double held = std::max(nearest, right - fromX);
    const double now = std::max(nearest, right - toX);
    return zoomed(scale.range, scale.range.to, held / now);
}

TimeRange clamped(TimeRange range, const ViewportBounds& bounds)
{
    if (bounds.data.isEmpty())
        return range;
    const Span length = std::clamp(range.length(), shortest(bounds), longest(bounds));
    // A length that had to change keeps the middle of the range.
    const UtcTime from = range.from + (range.length() - length) / 2;
    const UtcTime last = bounds.data.to - scaled(length, 1 - mostFuture);
    return beginningAt(std::clamp(from, bounds.data.from, std::max(bounds.data.from, last)), length);
}

TimeRange fitted(TimeRange range, const ViewportBounds& bounds)
{
    return bounds.data.isEmpty() ? range : beginningAt(bounds.data.from, longest(bounds));
}

TimeRange atLiveEdge(TimeRange range, const ViewportBounds& bounds)
{
    if (bounds.data.isEmpty())
        return range;
    return beginningAt(bounds.data.to - scaled(range.length(), 1 - bounds.rightMargin), range.length());
}

bool showsLiveEdge(TimeRange range, const ViewportBounds& bounds)
{
    return !bounds.data.isEmpty() && bounds.data.to > range.from && bounds.data.to <= range.to;
}

TimeRange followed(TimeRange range, const ViewportBounds& before, const ViewportBounds& after)
{
    if (!showsLiveEdge(range, before) || after.data.isEmpty())
        return range;
    return pannedBy(range, after.data.to - before.data.to);
}

} // namespace holdline
