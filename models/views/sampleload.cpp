// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/sampleload.h"

#include "models/views/cardseries.h"

#include <algorithm>

namespace holdline {

Result<std::optional<LoadedSamples>> loadSamples(Loading& loading, const QString& name, const QString& column)
{
    const auto series = chooseSeries(loading.store, name, column);
    if (series.hasError())
        return series.error();
    if (!series.value() || series.value()->kind != SeriesKind::Samples)
        return std::optional<LoadedSamples>{};
    auto samples = loading.store.samples(series.value()->id, allTime, loading.view.asOf);
    if (samples.hasError())
        return samples.error();
    LoadedSamples loaded{*series.value(), std::move(samples).value()};
    std::erase_if(loaded.samples, [&](const Sample& sample) { return !loading.isKnown(sample.knownAt); });
    if (loaded.samples.empty())
        return std::optional<LoadedSamples>{};
    for (const Sample& sample : loaded.samples)
        loading.sawKnown(sample.knownAt);
    return std::optional(std::move(loaded));
}

bool areSessions(const std::vector<Sample>& samples)
{
    const auto touching = std::adjacent_find(samples.begin(), samples.end(),
                                             [](const Sample& a, const Sample& b) { return b.from <= a.to; });
    const bool areShort = std::all_of(samples.begin(), samples.end(), [](const Sample& sample) {
        return sample.to - sample.from < std::chrono::hours{24};
    });
    return areShort && touching == samples.end() &&
           samples.front().to - samples.front().from > std::chrono::hours{1};
}

void addHoles(std::vector<Coverage>& coverage, const std::vector<Sample>& samples)
{
    const Span quiet = areSessions(samples) ? longestQuiet : Span{0};
    for (std::size_t i = 1; i < samples.size(); ++i)
        if (samples[i].from - samples[i - 1].to > quiet)
            coverage.push_back({{samples[i - 1].to, samples[i].from}, CoverageState::Missing, {}});
}

std::vector<SamplePoint> toPoints(const std::vector<Sample>& samples)
{
    std::vector<SamplePoint> points;
    points.reserve(samples.size());
    for (const Sample& sample : samples)
        points.push_back(
            {toMsecs(sample.from), toMsecs(sample.to), toMsecs(sample.knownAt), sample.value.toDouble()});
    return points;
}

UtcTime dueAfter(const std::vector<Sample>& samples)
{
    const Sample& last = samples.back();
    return last.to + (areSessions(samples) ? longestQuiet : last.to - last.from);
}

Result<QStringList> namesBelow(Store& store, const QString& folder)
{
    const auto all = store.list();
    if (all.hasError())
        return all.error();
    QStringList names;
    for (const StoredSeries& series : all.value()) {
        const QString& name = series.key.name;
        if (name.startsWith(folder) && !name.mid(folder.size()).contains(QLatin1Char('/')) &&
            !names.contains(name))
            names.append(name);
    }
    return names;
}

} // namespace holdline
