// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/siblingtotals.h"

#include <algorithm>

namespace holdline {

namespace {

QString folderOf(const QString& name)
{
    return name.first(name.lastIndexOf(QLatin1Char('/')) + 1);
}

bool isSibling(const StoredSeries& series, const SeriesKey& total)
{
    SeriesKey key = series.key;
    key.name = total.name;
    return series.kind == SeriesKind::Samples && key == total && series.key != total &&
           folderOf(series.key.name) == folderOf(total.name);
}

} // namespace

Result<SiblingTotals> SiblingTotals::before(Store& store, const SeriesKey& total,
                                            const std::vector<TimeRange>& intervals)
{
    SiblingTotals totals(total);
    for (const TimeRange& interval : intervals)
        totals.m_intervals.emplace_back(interval.from, interval.to);
    std::sort(totals.m_intervals.begin(), totals.m_intervals.end());
    totals.m_intervals.erase(std::unique(totals.m_intervals.begin(), totals.m_intervals.end()),
                             totals.m_intervals.end());
    const auto stored = totals.storedTotals(store);
    if (stored.hasError())
        return stored.error();
    const auto sums = totals.siblingSums(store);
    if (sums.hasError())
        return sums.error();
    std::erase_if(totals.m_intervals, [&](const Interval& interval) {
        const auto given = stored.value().find(interval);
        const auto sum = sums.value().find(interval);
        return given != stored.value().end() &&
               (sum == sums.value().end() || sum->second.value != given->second.value);
    });
    return totals;
}

Result<std::vector<Sample>> SiblingTotals::sums(Store& store) const
{
    const auto sums = siblingSums(store);
    if (sums.hasError())
        return sums.error();
    std::vector<Sample> samples;
    for (const Interval& interval : m_intervals) {
        const auto sum = sums.value().find(interval);
        if (sum != sums.value().end())
            samples.push_back(sum->second);
    }
    return samples;
}

TimeRange SiblingTotals::range() const
{
    return m_intervals.empty() ? TimeRange{}
                               : TimeRange{m_intervals.front().first, m_intervals.back().first + Span{1}};
}

Result<SiblingTotals::Sums> SiblingTotals::siblingSums(Store& store) const
{
    const auto all = store.list();
    if (all.hasError())
        return all.error();
    Sums sums;
    for (const auto& series : all.value()) {
        if (!isSibling(series, m_key))
            continue;
        const auto samples = store.samples(series.id, range());
        if (samples.hasError())
            return samples.error();
        for (const Sample& sample : samples.value()) {
            auto& sum =
                sums.try_emplace({sample.from, sample.to}, Sample{sample.from, sample.to, sample.knownAt, {}})
                    .first->second;
            sum.value += sample.value;
            sum.knownAt = std::max(sum.knownAt, sample.knownAt);
        }
    }
    return sums;
}

Result<SiblingTotals::Sums> SiblingTotals::storedTotals(Store& store) const
{
    const auto found = store.find(m_key.name);
    if (found.hasError())
        return found.error();
    Sums totals;
    for (const auto& series : found.value()) {
        if (series.key != m_key || series.kind != SeriesKind::Samples)
            continue;
        const auto samples = store.samples(series.id, range());
        if (samples.hasError())
            return samples.error();
        for (const Sample& sample : samples.value())
            totals.emplace(std::pair(sample.from, sample.to), sample);
    }
    return totals;
}

} // namespace holdline
