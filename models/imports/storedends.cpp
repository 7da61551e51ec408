// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/storedends.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace holdline {

namespace {

using SamplesByStart = std::multimap<UtcTime, Sample>;

Span lengthOf(const Sample& sample)
{
    return sample.to - sample.from;
}

bool isOpen(const PendingRow& row)
{
    return !row.values.empty() && !row.to;
}

/// By place in the map; of the rows' time and so much more.
std::vector<SamplesByStart> storedSamples(ImportSink& sink, std::span<const SeriesKey> keys,
                                          std::span<const PendingRow> rows, Span more)
{
    const auto [first, last] = std::minmax_element(
        rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    std::vector<SamplesByStart> all;
    for (const SeriesKey& key : keys) {
        auto& samples = all.emplace_back();
        for (const Sample& sample :
             sink.storedSamples(key, {first->from, last->from + std::max(more, Span{1})}))
            samples.emplace(sample.from, sample);
    }
    return all;
}

/// Where several begin at that time, the one of the likely length, else the shortest.
std::optional<Sample> sampleAt(const SamplesByStart& samples, UtcTime from, std::optional<Span> likely)
{
    std::optional<Sample> best;
    const auto [begin, end] = samples.equal_range(from);
    for (auto found = begin; found != end; ++found) {
        const Sample& sample = found->second;
        if (likely && lengthOf(sample) == *likely)
            return sample;
        if (!best || sample.to < best->to)
            best = sample;
    }
    return best;
}

/// Whether the row holds what some stored samples from its time on come to, which makes it their sum.
bool isSum(const PendingRow& row, const std::vector<SamplesByStart>& stored, Span length)
{
    constexpr double tolerance = 1e-6; // of roundings
    return std::all_of(row.values.begin(), row.values.end(), [&](const auto& cell) {
        const auto& [place, value] = cell;
        const auto begin = stored[place].lower_bound(row.from);
        const auto end = stored[place].lower_bound(row.from + length);
        const double sum = std::accumulate(
            begin, end, 0.0, [](double all, const auto& part) { return all + part.second.value.toDouble(); });
        return std::distance(begin, end) > 1 && std::abs(sum - value.toDouble()) <= tolerance * std::abs(sum);
    });
}

/// A stored revision became known late; what it revised, when its stretch ended or before.
void correct(PendingRow& row, const Sample& stored)
{
    row.to = stored.to;
    if (!row.knownAt)
        row.knownAt = std::min(stored.knownAt, stored.to);
}

} // namespace

std::optional<Span> takeStoredEnds(ImportSink& sink, std::span<const SeriesKey> keys,
                                   std::span<PendingRow> rows, std::optional<Span> likely)
{
    const auto stored = storedSamples(sink, keys, rows, likely.value_or(Span{}));
    std::vector<std::pair<PendingRow*, Sample>> corrections;
    bool isEach = true;
    for (PendingRow& row : rows) {
        std::optional<Sample> found;
        for (std::size_t i = 0; i < row.values.size() && !found; ++i)
            found = sampleAt(stored[row.values[i].first], row.from, likely);
        isEach = isEach && (found || !isOpen(row));
        if (found && isOpen(row))
            corrections.emplace_back(&row, *found);
    }
    const bool isLonger =
        likely && std::all_of(corrections.begin(), corrections.end(), [&](const auto& each) {
            return lengthOf(each.second) < *likely && isSum(*each.first, stored, *likely);
        });
    if (corrections.empty() || isLonger)
        return std::nullopt;
    if (isEach) {
        for (const auto& [row, sample] : corrections)
            correct(*row, sample);
        return std::nullopt;
    }
    const Span length = lengthOf(corrections.front().second);
    const bool isOne = std::all_of(corrections.begin(), corrections.end(),
                                   [&](const auto& each) { return lengthOf(each.second) == length; });
    const bool fits = isOne && (!likely || *likely % length == Span{0});
    return fits ? std::optional(length) : std::nullopt;
}

} // namespace holdline
