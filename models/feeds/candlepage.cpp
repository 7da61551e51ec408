// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/candlepage.h"

#include <algorithm>

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

void keepAsked(const RestRequest& request, std::vector<CandleRecord>& candles)
{
    std::erase_if(
        candles, [&](const CandleRecord& record) { return !request.range.contains(record.candle.openTime); });
    std::stable_sort(candles.begin(), candles.end(), [](const CandleRecord& a, const CandleRecord& b) {
        return a.candle.openTime < b.candle.openTime;
    });
}

} // namespace holdline
