// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/trackededges.h"

#include "models/history/seriesselection.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

const QString costBasis = QStringLiteral("cost_basis");

/// What was known of a series, by the moment from which it was: of several values that became known at once
/// the latest interval's.
using KnownValues = std::map<UtcTime, Price>;

void take(const Sample& sample, std::map<UtcTime, Sample>& latest)
{
    const auto [at, isNew] = latest.try_emplace(sample.knownAt, sample);
    if (!isNew && at->second.from <= sample.from)
        at->second = sample;
}

Result<KnownValues> valuesOf(Store& store, const QString& name, std::optional<UtcTime> asOf)
{
    const SeriesQuestion question{.name = name, .asOf = asOf};
    const auto selection = selectSeries(store, question, SeriesKind::Samples);
    if (selection.hasError())
        return selection.error();
    auto series = selection.value().ofColumn(costBasis);
    if (series.empty())
        series = selection.value().ofColumn(QStringLiteral("value"));
    std::map<UtcTime, Sample> latest;
    for (const StoredSeries& one : series) {
        const auto samples = store.samples(one.id, question.range, asOf);
        if (samples.hasError())
            return samples.error();
        for (const Sample& sample : samples.value())
            take(sample, latest);
    }
    KnownValues values;
    UtcTime newest = earliestTime;
    for (const auto& [knownAt, sample] : latest) {
        // A late word about an earlier interval does not replace what holds.
        if (sample.from < newest || sample.value.units <= 0 ||
            sample.value.units > Price::whole(90'000'000'000).units)
            continue;
        newest = sample.from;
        values[knownAt] = {static_cast<qint64>(sample.value.units)};
    }
    return values;
}

std::optional<Price> heldAt(const KnownValues& values, UtcTime time)
{
    const auto after = values.upper_bound(time);
    return after == values.begin() ? std::nullopt : std::optional(std::prev(after)->second);
}

LevelEdges between(const KnownValues& first, const KnownValues& second)
{
    std::map<UtcTime, bool> moments;
    for (const auto* values : {&first, &second})
        for (const auto& [time, price] : *values)
            moments[time] = true;
    LevelEdges edges;
    for (const auto& [time, isThere] : moments) {
        const auto a = heldAt(first, time);
        const auto b = heldAt(second, time);
        if (!a || !b)
            continue;
        const EdgeStep step{time, std::min(*a, *b), std::max(*a, *b)};
        const bool isSame = !edges.empty() && edges.back().low == step.low && edges.back().high == step.high;
        if (!isSame)
            edges.push_back(step);
    }
    return edges;
}

} // namespace

Result<LevelEdges> edgesOf(Store& store, const Level& level, std::optional<UtcTime> asOf)
{
    if (level.origin == LevelOrigin::Fixed || level.follows.isEmpty())
        return fixedEdges(level);
    const auto first = valuesOf(store, level.follows.front(), asOf);
    if (first.hasError())
        return first.error();
    const auto second = valuesOf(store, level.follows.back(), asOf);
    if (second.hasError())
        return second.error();
    return between(first.value(), second.value());
}

} // namespace holdline
