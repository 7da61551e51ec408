// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/candlepage.h"

namespace holdline {

const char* nameOf(std::span<const IntervalName> names, Interval interval)
{
    for (const IntervalName& each : names) {
        if (each.interval == interval)
            return each.name;
    }
    return nullptr;
}

std::optional<Interval> intervalNamed(std::span<const IntervalName> names, std::string_view name)
{
    for (const IntervalName& each : names) {
        if (name == each.name)
            return each.interval;
    }
    return std::nullopt;
}

int openTimesIn(TimeRange range, Interval interval)
{
    if (range.isEmpty())
        return 0;
    const UtcTime first = interval.bucketStart(range.from);
    const auto before = first < range.from ? 1 : 0;
    const auto steps = (range.to - first + interval.length - Span{1}) / interval.length;
    return static_cast<int>(steps) - before;
}

} // namespace holdline
