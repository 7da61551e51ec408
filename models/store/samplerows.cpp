// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/samplerows.h"

#include "models/store/amounttext.h"
#include "models/store/revisionmerge.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

using Key = std::pair<UtcTime, UtcTime>;

Key keyOf(const Sample& sample)
{
    return {sample.from, sample.to};
}

bool isSameSample(const Sample& a, const Sample& b)
{
    return a.value == b.value;
}

TimeRange spanOf(std::span<const Sample> samples)
{
    const auto [first, last] = std::minmax_element(
        samples.begin(), samples.end(), [](const Sample& a, const Sample& b) { return a.from < b.from; });
    return {first->from, last->from + Span{1}};
}

} // namespace

Result<Done> SampleRows::forEachRevision(qint64 series, TimeRange range, UtcTime knownBy,
                                         const std::function<void(const Sample&)>& visit)
{
    auto statement = m_database.statement(
        QStringLiteral("SELECT from_ms, to_ms, known_ms, value FROM samples WHERE series_id = ? AND "
                       "from_ms >= ? AND from_ms < ? AND known_ms <= ? ORDER BY from_ms, to_ms, known_ms"));
    if (statement.hasError())
        return statement.error();
    return statement.value()
        .bind(series)
        .bind(toMsecs(range.from))
        .bind(toMsecs(range.to))
        .bind(toMsecs(knownBy))
        .forEach([&](const Row& row) {
            visit({fromMsecs(row.integer(0)), fromMsecs(row.integer(1)), fromMsecs(row.integer(2)),
                   amountColumn(row, 3).value_or(Amount{})});
            return true;
        });
}

Result<std::vector<MergeOutcome>> SampleRows::merge(qint64 series, std::span<const Sample> samples)
{
    std::vector<MergeOutcome> outcomes;
    if (samples.empty())
        return outcomes;
    std::map<Key, std::vector<Sample>> stored;
    auto done = forEachRevision(series, spanOf(samples), UtcTime::max(),
                                [&stored](const Sample& sample) { stored[keyOf(sample)].push_back(sample); });
    if (done.hasError())
        return done.error();
    auto insert = m_database.statement(QStringLiteral(
        "INSERT INTO samples (series_id, from_ms, to_ms, known_ms, value) VALUES (?, ?, ?, ?, ?)"));
    if (insert.hasError())
        return insert.error();
    outcomes.reserve(samples.size());
    const UtcTime now = m_clock.now();
    for (const Sample& given : samples) {
        auto& revisions = stored[keyOf(given)];
        outcomes.push_back(mergeRevision(revisions, given, now, isSameSample));
        if (outcomes.back() == MergeOutcome::Unchanged)
            continue;
        const Sample& sample = revisions.back();
        done = insert.value()
                   .bind(series)
                   .bind(toMsecs(sample.from))
                   .bind(toMsecs(sample.to))
                   .bind(toMsecs(sample.knownAt))
                   .bind(toColumn(sample.value))
                   .run();
        if (done.hasError())
            return done.error();
    }
    return outcomes;
}

Result<std::vector<Sample>> SampleRows::samples(qint64 series, TimeRange range, std::optional<UtcTime> asOf)
{
    std::vector<Sample> held;
    auto done = forEachRevision(series, range, asOf.value_or(UtcTime::max()), [&held](const Sample& sample) {
        if (!held.empty() && keyOf(held.back()) == keyOf(sample))
            held.back() = sample;
        else
            held.push_back(sample);
    });
    if (done.hasError())
        return done.error();
    return held;
}

Result<SeriesExtent> SampleRows::extent(const StoredSeries& series)
{
    const auto all = samples(series.id, {UtcTime::min(), UtcTime::max()}, {});
    if (all.hasError())
        return all.error();
    SeriesExtent extent;
    if (all.value().empty())
        return extent;
    extent.rows = static_cast<qint64>(all.value().size());
    extent.range = {all.value().front().from, all.value().front().to};
    for (const Sample& sample : all.value())
        extent.range.to = std::max(extent.range.to, sample.to);
    extent.gaps = countSampleGaps(all.value());
    return extent;
}

namespace {

Span median(std::vector<Span> spans)
{
    const auto middle = spans.begin() + static_cast<std::ptrdiff_t>(spans.size() / 2);
    std::nth_element(spans.begin(), middle, spans.end());
    return *middle;
}

/// How far apart two neighbours may be before the time between them counts as a hole: nothing where one
/// interval follows the other; where they do not (sessions, auctions, months), a long weekend or twice the
/// usual distance.
Span allowedDistance(std::span<const Sample> samples)
{
    std::vector<Span> lengths;
    std::vector<Span> distances;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        lengths.push_back(samples[i].to - samples[i].from);
        distances.push_back(samples[i].from - samples[i - 1].from);
    }
    const Span length = median(std::move(lengths));
    const Span distance = median(std::move(distances));
    if (distance <= length || length >= std::chrono::hours{24})
        return Span{0};
    return std::max<Span>(std::chrono::hours{96}, 2 * distance);
}

} // namespace

qint64 countSampleGaps(std::span<const Sample> samples)
{
    if (samples.size() < 2)
        return 0;
    const Span allowed = allowedDistance(samples);
    qint64 gaps = 0;
    UtcTime reached = samples.front().to;
    for (const Sample& sample : samples) {
        gaps += sample.from - reached > allowed;
        reached = std::max(reached, sample.to);
    }
    return gaps;
}

} // namespace holdline
