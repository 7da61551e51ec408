// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/databasemerge.h"

#include "models/foundation/timeset.h"

#include <algorithm>
#include <map>

namespace holdline {

namespace {

constexpr TimeRange allTime{earliestTime, latestTime};
constexpr Span pageLength = std::chrono::hours{24 * 30};

std::map<UtcTime, UtcTime> byOpenTime(const std::vector<CandleRevision>& revisions)
{
    std::map<UtcTime, UtcTime> times;
    for (const CandleRevision& revision : revisions)
        times[revision.openTime] = revision.revisedAt;
    return times;
}

UtcTime revisedAt(const std::map<UtcTime, UtcTime>& times, UtcTime openTime)
{
    const auto found = times.find(openTime);
    return found == times.end() ? earliestTime : found->second;
}

bool isRecorded(CoverageState state)
{
    return state == CoverageState::Known || state == CoverageState::Sampled;
}

} // namespace

template <typename T>
Result<Done> DatabaseMerge::counted(const Result<T>& outcomes)
{
    if (outcomes.hasError())
        return outcomes.error();
    for (const MergeOutcome outcome : outcomes.value()) {
        ++m_report.rows;
        m_report.added += outcome == MergeOutcome::Added ? 1 : 0;
        m_report.unchanged += outcome == MergeOutcome::Unchanged ? 1 : 0;
        m_report.revised += outcome == MergeOutcome::Revised ? 1 : 0;
    }
    return Done{};
}

Result<Done> DatabaseMerge::run()
{
    const auto series = m_from.list();
    if (series.hasError())
        return series.error();
    qint64 done = 0;
    for (const StoredSeries& one : series.value()) {
        if (m_progress.cancelled)
            return Error{Error::Kind::Cancelled,
                         QStringLiteral("The import was stopped; nothing was added.")};
        if (auto merged = mergeSeries(one); merged.hasError())
            return merged;
        m_progress.advance(++done, static_cast<qint64>(series.value().size()));
    }
    if (auto merged = mergeDrawings(); merged.hasError())
        return merged;
    if (auto merged = mergeLevels(); merged.hasError())
        return merged;
    if (m_keptOwn > 0)
        m_report.words.append(
            QStringLiteral("%1 candles differ and stayed as they are here.").arg(m_keptOwn));
    return Done{};
}

Result<Done> DatabaseMerge::mergeSeries(const StoredSeries& series)
{
    const auto into = m_into.ensureSeries(series.key, series.kind, series.unit);
    if (into.hasError())
        return into.error();
    const auto extent = m_from.extent(series.id);
    if (extent.hasError())
        return extent.error();
    if (extent.value().rows > 0) {
        const TimeRange range = extent.value().range;
        m_report.from = std::min(m_report.from.value_or(range.from), range.from);
        m_report.to = std::max(m_report.to.value_or(range.to), range.to);
    }
    if (auto merged = mergeRows(series, into.value().id); merged.hasError())
        return merged;
    return mergeCoverage(series, into.value().id);
}

Result<Done> DatabaseMerge::mergeRows(const StoredSeries& series, qint64 into)
{
    switch (series.kind) {
    case SeriesKind::Candles:
        return mergeCandles(series, into);
    case SeriesKind::Samples: {
        const auto samples = m_from.samples(series.id, allTime);
        return samples.hasError() ? samples.error() : counted(m_into.mergeSamples(into, samples.value()));
    }
    case SeriesKind::Liquidations: {
        const auto items = m_from.liquidations(series.id, allTime);
        return items.hasError() ? items.error() : counted(m_into.mergeLiquidations(into, items.value()));
    }
    case SeriesKind::Events: {
        const auto events = m_from.events(series.id, allTime);
        if (events.hasError())
            return events.error();
        if (auto merged = counted(m_into.mergeEvents(into, events.value())); merged.hasError())
            return merged;
        const auto withdrawn = m_from.withdrawnEvents(series.id);
        return withdrawn.hasError() ? withdrawn.error()
                                    : counted(m_into.mergeEvents(into, withdrawn.value()));
    }
    }
    return Done{};
}

Result<Done> DatabaseMerge::mergeCandles(const StoredSeries& series, qint64 into)
{
    const auto extent = m_from.extent(series.id);
    if (extent.hasError())
        return extent.error();
    for (const Interval interval : series.intervals) {
        for (UtcTime from = extent.value().range.from; from < extent.value().range.to; from += pageLength) {
            if (auto merged = mergeCandlePage(series, into, interval, {from, from + pageLength});
                merged.hasError())
                return merged;
        }
    }
    return Done{};
}

Result<Done> DatabaseMerge::mergeCandlePage(const StoredSeries& series, qint64 into, Interval interval,
                                            TimeRange page)
{
    auto theirs = m_from.candles(series.id, interval, page);
    const auto ours = m_into.candles(into, interval, page);
    const auto theirRevisions = m_from.candleRevisions(series.id, interval, page);
    const auto ourRevisions = m_into.candleRevisions(into, interval, page);
    for (const Error* error :
         {theirs.hasError() ? &theirs.error() : nullptr, ours.hasError() ? &ours.error() : nullptr,
          theirRevisions.hasError() ? &theirRevisions.error() : nullptr,
          ourRevisions.hasError() ? &ourRevisions.error() : nullptr}) {
        if (error)
            return *error;
    }
    const auto theirTimes = byOpenTime(theirRevisions.value());
    const auto ourTimes = byOpenTime(ourRevisions.value());
    std::map<UtcTime, const Candle*> own;
    for (const Candle& candle : ours.value())
        own[candle.openTime] = &candle;
    std::erase_if(theirs.value(), [&](const Candle& candle) {
        const auto there = own.find(candle.openTime);
        const bool stays = there != own.end() && *there->second != candle &&
                           revisedAt(theirTimes, candle.openTime) <= revisedAt(ourTimes, candle.openTime);
        if (stays) {
            ++m_keptOwn;
            ++m_report.rows;
            ++m_report.unchanged;
        }
        return stays;
    });
    return counted(m_into.mergeCandles(into, interval, theirs.value()));
}

Result<Done> DatabaseMerge::mergeCoverage(const StoredSeries& series, qint64 into)
{
    const auto theirs = m_from.coverage(series.id, allTime);
    if (theirs.hasError())
        return theirs.error();
    const auto ours = m_into.coverage(into, allTime);
    if (ours.hasError())
        return ours.error();
    TimeSet told;
    for (const Coverage& entry : ours.value())
        told.add(entry.range);
    std::vector<Coverage> given;
    for (const Coverage& entry : theirs.value()) {
        if (isRecorded(entry.state)) {
            given.push_back(entry);
            continue;
        }
        for (const TimeRange& part : told.missingIn(entry.range))
            given.push_back({part, entry.state, entry.reason});
    }
    return m_into.setCoverage(into, given);
}

namespace {

/// What of theirs has an id that is not among ours.
template <typename Mark>
std::vector<Mark> newOnes(std::vector<Mark> theirs, const std::vector<Mark>& ours)
{
    std::erase_if(theirs, [&](const Mark& mark) {
        return std::any_of(ours.begin(), ours.end(), [&](const Mark& own) { return own.id == mark.id; });
    });
    return theirs;
}

} // namespace

Result<Done> DatabaseMerge::mergeLevels()
{
    auto theirs = m_from.levels();
    if (theirs.hasError())
        return theirs.error();
    const auto ours = m_into.levels();
    if (ours.hasError())
        return ours.error();
    return counted(m_into.putLevels(newOnes(std::move(theirs.value()), ours.value())));
}

Result<Done> DatabaseMerge::mergeDrawings()
{
    auto theirs = m_from.drawings();
    if (theirs.hasError())
        return theirs.error();
    const auto ours = m_into.drawings();
    if (ours.hasError())
        return ours.error();
    return counted(m_into.putDrawings(newOnes(std::move(theirs.value()), ours.value())));
}

} // namespace holdline
