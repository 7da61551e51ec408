// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/seriescheck.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

bool isEarlier(const Sample& a, const Sample& b)
{
    return a.from != b.from ? a.from < b.from : a.to < b.to;
}

SampleDifference differenceOf(const Sample& first, const Sample& second)
{
    return {first.from, first.value, second.value,
            (second.value - first.value).toDouble() / first.value.toDouble() * 100};
}

void take(const SampleDifference& difference, std::optional<SampleComparison>& comparison)
{
    if (!comparison)
        comparison = SampleComparison{0, difference, difference};
    ++comparison->intervals;
    comparison->latest = difference;
    if (std::abs(difference.pct) >= std::abs(comparison->largest.pct))
        comparison->largest = difference;
}

bool isPair(const StoredSeries& a, const StoredSeries& b)
{
    return a.kind == SeriesKind::Samples && b.kind == SeriesKind::Samples && a.key.name == b.key.name &&
           a.key.column == b.key.column && a.key.definition == b.key.definition &&
           !a.key.definition.isEmpty() && a.key.source != b.key.source;
}

Result<std::optional<SeriesCheck>> checkPair(Store& store, const StoredSeries& first,
                                             const StoredSeries& second)
{
    const TimeRange all{earliestTime, latestTime};
    const auto a = store.samples(first.id, all);
    if (a.hasError())
        return a.error();
    const auto b = store.samples(second.id, all);
    if (b.hasError())
        return b.error();
    const auto comparison = compareSamples(a.value(), b.value());
    if (!comparison)
        return std::optional<SeriesCheck>();
    return std::optional(SeriesCheck{first.key.name, first.key.column, first.key.definition, first.key.source,
                                     second.key.source, *comparison});
}

} // namespace

std::optional<SampleComparison> compareSamples(std::span<const Sample> first, std::span<const Sample> second)
{
    std::optional<SampleComparison> comparison;
    auto b = second.begin();
    for (const Sample& a : first) {
        while (b != second.end() && isEarlier(*b, a))
            ++b;
        if (b == second.end())
            break;
        if (!isEarlier(a, *b) && a.value.units != 0)
            take(differenceOf(a, *b), comparison);
    }
    return comparison;
}

Result<std::vector<SeriesCheck>> checkSeries(Store& store, const QString& prefix)
{
    auto listed = store.list();
    if (listed.hasError())
        return listed.error();
    auto& series = listed.value();
    std::erase_if(series, [&](const StoredSeries& one) { return !one.key.name.startsWith(prefix); });
    std::sort(series.begin(), series.end(),
              [](const StoredSeries& a, const StoredSeries& b) { return a.id < b.id; });
    std::vector<SeriesCheck> checks;
    for (auto first = series.begin(); first != series.end(); ++first) {
        for (auto second = first + 1; second != series.end(); ++second) {
            if (!isPair(*first, *second))
                continue;
            auto check = checkPair(store, *first, *second);
            if (check.hasError())
                return check.error();
            if (check.value())
                checks.push_back(std::move(*check.value()));
        }
    }
    return checks;
}

QString warningOf(const SeriesCheck& check, double limitPct)
{
    const SampleDifference& latest = check.comparison.latest;
    if (std::abs(latest.pct) <= limitPct)
        return {};
    return QStringLiteral("%1 (%2): %3 says %4 and %5 says %6 for %7, a difference of %8 %.")
        .arg(check.name, check.column, check.firstSource, QString::fromLatin1(latest.first.toText()),
             check.secondSource, QString::fromLatin1(latest.second.toText()), toIso(latest.from).left(10),
             QString::number(latest.pct, 'f', 2));
}

} // namespace holdline
