// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/trackededges.h"

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

/// Those of `found` that have it, or all where none has.
template <typename Has>
std::vector<StoredSeries> preferred(const std::vector<StoredSeries>& found, Has has)
{
    std::vector<StoredSeries> some;
    std::copy_if(found.begin(), found.end(), std::back_inserter(some), has);
    return some.empty() ? found : some;
}

Result<KnownValues> valuesOf(Store& store, const Level& level, const QString& name,
                             std::optional<UtcTime> asOf)
{
    const auto series = followedSeries(store, level, name);
    if (series.hasError())
        return series.error();
    std::map<UtcTime, Sample> latest;
    if (series.value()) {
        const auto samples = store.samples(series.value()->id, {earliestTime, latestTime}, asOf);
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

Result<std::optional<StoredSeries>> followedSeries(Store& store, const Level& level, const QString& name)
{
    auto found = store.find(name);
    if (found.hasError())
        return found.error();
    auto& all = found.value();
    std::erase_if(all, [](const StoredSeries& one) { return one.kind != SeriesKind::Samples; });
    all = preferred(all, [](const StoredSeries& one) { return one.key.column == costBasis; });
    std::erase_if(all, [](const StoredSeries& one) {
        return one.key.column != costBasis && one.key.column != QStringLiteral("value");
    });
    all = preferred(all, [&](const StoredSeries& one) { return one.key.source == level.source; });
    all = preferred(all, [&](const StoredSeries& one) { return one.key.definition == level.definition; });
    return all.empty() ? std::nullopt : std::optional(all.front());
}

Result<LevelEdges> edgesOf(Store& store, const Level& level, std::optional<UtcTime> asOf)
{
    if (level.origin == LevelOrigin::Fixed || level.follows.isEmpty())
        return fixedEdges(level);
    const auto first = valuesOf(store, level, level.follows.front(), asOf);
    if (first.hasError())
        return first.error();
    const auto second = valuesOf(store, level, level.follows.back(), asOf);
    if (second.hasError())
        return second.error();
    return between(first.value(), second.value());
}

} // namespace holdline
