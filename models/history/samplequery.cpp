// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/samplequery.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

using SampleSpan = std::pair<UtcTime, UtcTime>;

UtcTime firstBucket(UtcTime time, Interval interval)
{
    const UtcTime start = interval.bucketStart(time);
    return start == time ? start : interval.next(start);
}

/// Samples of one column, the first-made series winning an interval.
Result<std::map<SampleSpan, Sample>> joined(Store& store, const std::vector<StoredSeries>& series,
                                            const SeriesQuestion& question)
{
    std::map<SampleSpan, Sample> all;
    for (const StoredSeries& one : series) {
        const auto samples = store.samples(one.id, question.range, question.asOf);
        if (samples.hasError())
            return samples.error();
        for (const Sample& sample : samples.value())
            all.try_emplace(SampleSpan{sample.from, sample.to}, sample);
    }
    return all;
}

void addColumn(std::map<SampleSpan, ValueRow>& rows, const std::map<SampleSpan, Sample>& samples,
               std::size_t column, std::size_t columns)
{
    for (const auto& [key, sample] : samples) {
        auto [row, isNew] = rows.try_emplace(key, ValueRow{key.first, key.second, sample.knownAt, {}});
        row->second.values.resize(columns);
        row->second.values[column] = sample.value;
        row->second.knownAt = std::max(row->second.knownAt, sample.knownAt);
    }
}

} // namespace

QStringList columnsOf(const QString& name, const QStringList& stored)
{
    QStringList columns;
    if (name.startsWith(QStringLiteral("cohort/")))
        columns = QStringList{QStringLiteral("cost_basis"), QStringLiteral("supply_btc")};
    else if (name.startsWith(QStringLiteral("liquidations/")))
        columns = QStringList{QStringLiteral("long_usd"), QStringLiteral("short_usd")};
    for (const QString& column : stored) {
        if (!columns.contains(column))
            columns.append(column);
    }
    return columns;
}

Bucketing bucketingOf(const QString& name)
{
    for (const QString& prefix : {QStringLiteral("liquidations/"), QStringLiteral("taker/"),
                                  QStringLiteral("etf/"), QStringLiteral("whales/")}) {
        if (name.startsWith(prefix))
            return Bucketing::Sum;
    }
    return Bucketing::Last;
}

Result<ValueTable> querySamples(Store& store, const SeriesSelection& selection,
                                const SeriesQuestion& question)
{
    ValueTable table{.columns = columnsOf(question.name, selection.columns()), .rows = {}};
    const auto count = static_cast<std::size_t>(table.columns.size());
    std::map<SampleSpan, ValueRow> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const auto samples =
            joined(store, selection.ofColumn(table.columns[static_cast<qsizetype>(i)]), question);
        if (samples.hasError())
            return samples.error();
        addColumn(rows, samples.value(), i, count);
    }
    table.rows.reserve(rows.size());
    for (auto& [key, row] : rows)
        table.rows.push_back(std::move(row));
    return table;
}

TimeRange wholeBuckets(TimeRange range, Interval interval)
{
    const UtcTime from = std::clamp(range.from, earliestTime, latestTime);
    const UtcTime to = std::clamp(range.to, earliestTime, latestTime);
    return {firstBucket(from, interval), firstBucket(to, interval)};
}

} // namespace holdline
