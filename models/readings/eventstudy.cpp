// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/eventstudy.h"

#include "models/indicators/quantile.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span studyHour = std::chrono::hours{1};

/// Of the last candle closed by that time; absent where it is not stored, or the time is not known yet.
std::optional<double> closeAt(const StudyData& data, UtcTime time)
{
    const auto after = std::upper_bound(data.closes.begin(), data.closes.end(), time,
                                        [](UtcTime at, const TimedClose& close) { return at < close.at; });
    if (after == data.closes.begin() || time > data.asOf)
        return std::nullopt;
    const TimedClose& last = *std::prev(after);
    return time - last.at < data.closeStep ? std::optional(last.close.toDouble()) : std::nullopt;
}

std::optional<double> changeAfter(const StudyData& data, UtcTime time, Span span)
{
    const auto before = closeAt(data, time);
    const auto after = closeAt(data, time + span);
    if (!before || !after)
        return std::nullopt;
    return (*after / *before - 1) * 100;
}

/// Absent where values do not reach over the whole span or none lies in it, or it is not over.
std::optional<double> flowAfter(const StudyData& data, std::size_t kind, TimeRange span)
{
    const std::vector<Sample>& flow = data.flows[kind];
    const bool isStored = span.to <= data.asOf && span.length() >= data.flowSteps[kind] && !flow.empty() &&
                          flow.front().from <= span.from && flow.back().to >= span.to;
    if (!isStored)
        return std::nullopt;
    const auto first = std::lower_bound(flow.begin(), flow.end(), span.from,
                                        [](const Sample& sample, UtcTime at) { return sample.from < at; });
    std::optional<Amount> sum;
    for (auto sample = first; sample != flow.end() && sample->from + data.flowSteps[kind] <= span.to;
         ++sample)
        sum = sum.value_or(Amount{}) + sample->value;
    return sum ? std::optional(sum->toDouble()) : std::nullopt;
}

StudyRow rowOf(const StudyData& data, const StudyOccurrence& occurrence)
{
    StudyRow row{.occurrence = occurrence};
    for (std::size_t span = 0; span < studySpans.size(); ++span) {
        row.priceChangePct[span] = changeAfter(data, occurrence.at, studySpans[span]);
        for (std::size_t flow = 0; flow < studyFlowCount; ++flow)
            row.flowUsd[span][flow] =
                flowAfter(data, flow, {occurrence.at, occurrence.at + studySpans[span]});
    }
    return row;
}

void markCounting(std::vector<StudyRow>& rows)
{
    for (std::size_t span = 0; span < studySpans.size(); ++span) {
        std::optional<UtcTime> last;
        for (StudyRow& row : rows) {
            row.counts[span] = !last || row.occurrence.at - *last >= studySpans[span];
            if (row.counts[span])
                last = row.occurrence.at;
        }
    }
}

template <typename ValueOf>
StudySummary summaryOf(const std::vector<StudyRow>& rows, std::size_t span, const ValueOf& valueOf)
{
    StudySummary summary;
    std::vector<double> values;
    for (const StudyRow& row : rows) {
        const std::optional<double> value = valueOf(row);
        if (!row.counts[span])
            ++summary.overlapping;
        else if (!value)
            ++summary.running;
        else
            values.push_back(*value);
    }
    summary.count = static_cast<int>(values.size());
    summary.lowerQuartile = quantile(values, 0.25);
    summary.median = quantile(values, 0.5);
    summary.upperQuartile = quantile(values, 0.75);
    return summary;
}

std::vector<FanStep> fanOf(const StudyData& data, const std::vector<StudyRow>& rows)
{
    std::vector<FanStep> fan;
    for (int step = 0; step <= fanSteps; ++step) {
        std::vector<double> values;
        for (const StudyRow& row : rows) {
            const auto change =
                row.counts.back() ? changeAfter(data, row.occurrence.at, studyHour * step) : std::nullopt;
            if (change)
                values.push_back(*change);
        }
        fan.push_back({quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75),
                       static_cast<int>(values.size())});
    }
    return fan;
}

} // namespace

EventStudy studyOf(const StudyData& data)
{
    EventStudy study;
    for (const StudyOccurrence& occurrence : data.occurrences) {
        if (occurrence.at <= data.asOf)
            study.rows.push_back(rowOf(data, occurrence));
    }
    std::stable_sort(study.rows.begin(), study.rows.end(),
                     [](const StudyRow& a, const StudyRow& b) { return a.occurrence.at < b.occurrence.at; });
    markCounting(study.rows);
    for (std::size_t span = 0; span < studySpans.size(); ++span) {
        study.price[span] =
            summaryOf(study.rows, span, [span](const StudyRow& row) { return row.priceChangePct[span]; });
        for (std::size_t flow = 0; flow < studyFlowCount; ++flow)
            study.flows[span][flow] = summaryOf(
                study.rows, span, [span, flow](const StudyRow& row) { return row.flowUsd[span][flow]; });
    }
    study.fan = fanOf(data, study.rows);
    return study;
}

} // namespace holdline
