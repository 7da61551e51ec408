// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/timeset.h"

#include <algorithm>

namespace holdline {

std::vector<TimeRange>::const_iterator TimeSet::firstEndingFrom(UtcTime time) const
{
    return std::lower_bound(m_ranges.begin(), m_ranges.end(), time,
                            [](const TimeRange& range, UtcTime value) { return range.to < value; });
}

void TimeSet::add(TimeRange range)
{
    if (range.isEmpty())
        return;
    const auto first = m_ranges.begin() + (firstEndingFrom(range.from) - m_ranges.cbegin());
    auto last = first;
    for (; last != m_ranges.end() && last->from <= range.to; ++last)
        range = {std::min(range.from, last->from), std::max(range.to, last->to)};
    if (first == last) {
        m_ranges.insert(first, range);
        return;
    }
    *first = range;
    m_ranges.erase(first + 1, last);
}

void TimeSet::remove(TimeRange range)
{
    if (range.isEmpty())
        return;
    const auto first = m_ranges.begin() + (firstEndingFrom(range.from + Span{1}) - m_ranges.cbegin());
    auto last = first;
    std::vector<TimeRange> kept;
    for (; last != m_ranges.end() && last->from < range.to; ++last) {
        if (last->from < range.from)
            kept.push_back({last->from, range.from});
        if (last->to > range.to)
            kept.push_back({range.to, last->to});
    }
    m_ranges.insert(m_ranges.erase(first, last), kept.begin(), kept.end());
}

bool TimeSet::contains(UtcTime time) const
{
    const auto range = firstEndingFrom(time + Span{1});
    return range != m_ranges.end() && range->contains(time);
}

std::vector<TimeRange> TimeSet::within(TimeRange range) const
{
    std::vector<TimeRange> parts;
    for (auto part = firstEndingFrom(range.from + Span{1}); part != m_ranges.end() && part->from < range.to;
         ++part)
        parts.push_back({std::max(part->from, range.from), std::min(part->to, range.to)});
    return parts;
}

std::vector<TimeRange> TimeSet::missingIn(TimeRange range) const
{
    std::vector<TimeRange> missing;
    for (const TimeRange& part : within(range)) {
        if (part.from > range.from)
            missing.push_back({range.from, part.from});
        range.from = part.to;
    }
    if (!range.isEmpty())
        missing.push_back(range);
    return missing;
}

Span TimeSet::length() const
{
    Span sum{};
    for (const TimeRange& range : m_ranges)
        sum += range.length();
    return sum;
}

} // namespace holdline
