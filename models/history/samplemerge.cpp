// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/samplemerge.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace holdline {

namespace {

using Key = std::tuple<UtcTime, UtcTime, UtcTime>;

/// Samples of one key.
struct Claims {
    std::size_t last = 0; ///< place of the last one
    MergeOutcome outcome = MergeOutcome::Unchanged;
    std::optional<Amount> value; ///< of the one before
};

Key keyOf(const Sample& sample)
{
    return {sample.from, sample.to, sample.knownAt};
}

/// The first of a key becomes what the last became; one that differs from the one before it revises that.
MergeOutcome outcomeOf(const Sample& sample, Claims& claims)
{
    const bool isFirst = !claims.value.has_value();
    const bool isChange = !isFirst && *claims.value != sample.value;
    claims.value = sample.value;
    if (isFirst || claims.outcome == MergeOutcome::Unchanged)
        return claims.outcome;
    return isChange ? MergeOutcome::Revised : MergeOutcome::Unchanged;
}

Result<std::vector<MergeOutcome>> mergeRepeats(Store& store, qint64 series, std::span<const Sample> samples)
{
    std::map<Key, Claims> claims;
    for (std::size_t i = 0; i < samples.size(); ++i)
        claims[keyOf(samples[i])].last = i;
    std::vector<Sample> kept;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (claims.at(keyOf(samples[i])).last == i)
            kept.push_back(samples[i]);
    }
    const auto merged = store.mergeSamples(series, kept);
    if (merged.hasError())
        return merged;
    for (std::size_t i = 0; i < kept.size(); ++i)
        claims.at(keyOf(kept[i])).outcome = merged.value()[i];
    std::vector<MergeOutcome> outcomes;
    for (const Sample& sample : samples)
        outcomes.push_back(outcomeOf(sample, claims.at(keyOf(sample))));
    return outcomes;
}

} // namespace

Result<std::vector<MergeOutcome>> mergeLastGiven(Store& store, qint64 series, std::span<const Sample> samples)
{
    const auto isOutOfOrder = [](const Sample& a, const Sample& b) { return a.from >= b.from; };
    const bool isAscending =
        std::adjacent_find(samples.begin(), samples.end(), isOutOfOrder) == samples.end();
    return isAscending ? store.mergeSamples(series, samples) : mergeRepeats(store, series, samples);
}

} // namespace holdline
