// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/rollingcorrelation.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span longestShared = std::chrono::hours{24 * 10}; ///< Tokyo was shut for ten days in 2019

/// When the value of a date was known.
UtcTime knownOn(const MarketLine& line, UtcTime date)
{
    const auto found = std::lower_bound(line.values.begin(), line.values.end(), date,
                                        [](const DatedValue& value, UtcTime at) { return value.date < at; });
    return line.knownAt[static_cast<std::size_t>(found - line.values.begin())];
}

} // namespace

bool isSharedHole(const SamplePoint& before, const SamplePoint& after)
{
    return Span{after.fromMs - before.toMs} > longestShared;
}

std::vector<SamplePoint> rollingCorrelation(const MarketLine& a, const MarketLine& b, std::size_t length)
{
    const SharedChanges changes = sharedChanges(a.values, a.kind, b.values, b.kind);
    std::vector<UtcTime> known;
    for (const UtcTime date : changes.dates)
        known.push_back(std::max(knownOn(a, date), knownOn(b, date)));
    std::vector<SamplePoint> points;
    for (std::size_t i = length - 1; i < changes.dates.size(); ++i) {
        const auto value = correlationAt(changes, i, length);
        if (!value)
            continue;
        const auto last = known.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const UtcTime at = *std::max_element(last - static_cast<std::ptrdiff_t>(length), last);
        points.push_back(
            {toMsecs(changes.dates[i]), toMsecs(oneDay.next(changes.dates[i])), toMsecs(at), *value});
    }
    return points;
}

} // namespace holdline
