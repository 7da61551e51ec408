// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/sampleseries.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

SampleSeries::Extent united(const SampleSeries::Extent& a, const SampleSeries::Extent& b)
{
    return {std::min(a.least, b.least), std::max(a.greatest, b.greatest)};
}

} // namespace

SampleSeries::SampleSeries(std::vector<SamplePoint> points)
    : m_points(std::move(points)),
      m_extents(2 * m_points.size())
{
    const std::size_t n = m_points.size();
    m_reachMs.reserve(n);
    for (std::size_t i = 0; i < n; ++i) {
        m_reachMs.push_back(i == 0 ? m_points[i].toMs : std::max(m_reachMs.back(), m_points[i].toMs));
        if (!std::isnan(m_points[i].value))
            m_extents[n + i] = {m_points[i].value, m_points[i].value};
    }
    for (std::size_t i = n; i-- > 1;)
        m_extents[i] = united(m_extents[2 * i], m_extents[2 * i + 1]);
}

SampleSeries::Places SampleSeries::overlapping(TimeRange range) const
{
    const auto begin = std::ranges::upper_bound(m_reachMs, toMsecs(range.from)) - m_reachMs.begin();
    const auto end =
        std::ranges::lower_bound(m_points, toMsecs(range.to), {}, &SamplePoint::fromMs) - m_points.begin();
    return {static_cast<std::size_t>(begin), static_cast<std::size_t>(std::max(begin, end))};
}

std::span<const SamplePoint> SampleSeries::visible(TimeRange range) const
{
    if (range.isEmpty())
        return {};
    const auto [begin, end] = overlapping(range);
    return std::span(m_points).subspan(begin, end - begin);
}

std::span<const SamplePoint> SampleSeries::around(TimeRange range) const
{
    if (range.isEmpty())
        return {};
    auto [begin, end] = overlapping(range);
    begin -= begin > 0 ? 1 : 0;
    end = std::min(end + 1, m_points.size());
    return std::span(m_points).subspan(begin, end - begin);
}

const SamplePoint* SampleSeries::at(UtcTime time) const
{
    const auto candidates = visible({time, time + Span{1}});
    for (auto i = candidates.size(); i-- > 0;) {
        if (candidates[i].toMs > toMsecs(time))
            return &candidates[i];
    }
    return nullptr;
}

SampleSeries::Extent SampleSeries::extent(TimeRange range) const
{
    return extent(visible(range));
}

SampleSeries::Extent SampleSeries::extent(std::span<const SamplePoint> points) const
{
    Extent result;
    if (points.empty())
        return result;
    std::size_t first = m_points.size() + static_cast<std::size_t>(points.data() - m_points.data());
    std::size_t end = first + points.size();
    for (; first < end; first /= 2, end /= 2) {
        if (first % 2 == 1)
            result = united(result, m_extents[first++]);
        if (end % 2 == 1)
            result = united(result, m_extents[--end]);
    }
    return result;
}

} // namespace holdline
