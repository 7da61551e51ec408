// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/blocktimes.h"

#include <algorithm>

namespace holdline {

BlockTimes::BlockTimes(std::vector<quint32> times) : m_times(std::move(times)), m_monotone(m_times.size())
{
    quint32 latest = 0;
    for (std::size_t h = 0; h < m_times.size(); ++h)
        m_monotone[h] = latest = std::max(latest, m_times[h]);
}

void BlockTimes::append(quint32 time)
{
    m_monotone.push_back(m_monotone.empty() ? time : std::max(m_monotone.back(), time));
    m_times.push_back(time);
}

void BlockTimes::dropLast()
{
    m_times.pop_back();
    m_monotone.pop_back();
}

quint32 BlockTimes::firstAfter(qint64 time) const
{
    const auto found = std::upper_bound(m_monotone.begin(), m_monotone.end(), time,
                                        [](qint64 value, quint32 at) { return value < qint64{at}; });
    return static_cast<quint32>(found - m_monotone.begin());
}

HeightRange BlockTimes::withAge(qint64 from, qint64 to, qint64 at) const
{
    return {firstAfter(at - to), firstAfter(at - from)};
}

} // namespace holdline
