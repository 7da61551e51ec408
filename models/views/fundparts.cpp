// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/fundparts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

namespace holdline {

namespace {

constexpr std::size_t drawnByName = 2;

/// Session by session; known when the last of them was.
std::vector<Sample> addedUp(std::span<const LoadedSamples> funds)
{
    std::map<UtcTime, Sample> sums;
    for (const LoadedSamples& fund : funds) {
        for (const Sample& sample : fund.samples) {
            Sample& sum = sums.try_emplace(sample.from, Sample{sample.from, sample.to, sample.knownAt, {}})
                              .first->second;
            sum.value += sample.value;
            sum.knownAt = std::max(sum.knownAt, sample.knownAt);
        }
    }
    std::vector<Sample> samples;
    for (const auto& [from, sum] : sums)
        samples.push_back(sum);
    return samples;
}

double movedInAll(const LoadedSamples& fund)
{
    double moved = 0;
    for (const Sample& sample : fund.samples)
        moved += std::abs(sample.value.toDouble());
    return moved;
}

} // namespace

Result<std::vector<LoadedSamples>> loadFunds(Loading& loading, const QString& folder)
{
    const auto names = namesBelow(loading.store, folder);
    if (names.hasError())
        return names.error();
    std::vector<LoadedSamples> funds;
    for (const QString& name : names.value()) {
        if (name == folder + QStringLiteral("total"))
            continue;
        auto loaded = loadSamples(loading, name, QStringLiteral("value"));
        if (loaded.hasError())
            return loaded.error();
        if (loaded.value())
            funds.push_back(std::move(*loaded.value()));
    }
    return funds;
}

LoadedSamples sumOfFunds(const std::vector<LoadedSamples>& funds, const QString& folder)
{
    LoadedSamples sum{funds.back().series, addedUp(funds)};
    sum.series.key.name = folder + QStringLiteral("total");
    return sum;
}

std::vector<PanePart> fundParts(const std::vector<LoadedSamples>& funds, const QString& folder)
{
    std::vector<PanePart> parts;
    if (funds.size() < 2)
        return parts;
    std::vector<LoadedSamples> ranked = funds;
    std::stable_sort(ranked.begin(), ranked.end(), [](const LoadedSamples& a, const LoadedSamples& b) {
        return movedInAll(a) > movedInAll(b);
    });
    const std::size_t named = std::min(drawnByName, ranked.size());
    for (std::size_t i = 0; i < named; ++i)
        parts.push_back({ranked[i].series.key.name.mid(folder.size()),
                         std::make_shared<SampleSeries>(toPoints(ranked[i].samples))});
    if (ranked.size() > named)
        parts.push_back({QStringLiteral("other"), std::make_shared<SampleSeries>(
                                                      toPoints(addedUp(std::span(ranked).subspan(named))))});
    return parts;
}

} // namespace holdline
