// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/timedsums.h"

#include <algorithm>

namespace holdline {

void TimedSums::add(UtcTime time, Amount amount)
{
    m_times.push_back(time);
    m_sums.push_back(m_sums.empty() ? amount : m_sums.back() + amount);
}

std::size_t TimedSums::firstFrom(UtcTime time) const
{
    return static_cast<std::size_t>(std::lower_bound(m_times.begin(), m_times.end(), time) - m_times.begin());
}

bool TimedSums::hasAnyIn(TimeRange range) const
{
    return firstFrom(range.from) < firstFrom(range.to);
}

Amount TimedSums::sumOver(TimeRange range) const
{
    const auto upTo = [this](std::size_t count) { return count == 0 ? Amount{} : m_sums[count - 1]; };
    return upTo(firstFrom(range.to)) - upTo(firstFrom(range.from));
}

std::optional<Amount> TimedSums::sumOver(std::span<const TimeRange> ranges, TimeRange life) const
{
    if (!hasAnyIn(life))
        return std::nullopt;
    Amount sum;
    for (const TimeRange& range : ranges)
        sum += sumOver(range);
    return sum;
}

} // namespace holdline
