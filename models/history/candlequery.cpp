// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/candlequery.h"

#include "models/history/candlebuckets.h"

#include <algorithm>

namespace holdline {

namespace {

/// Reads one selection in stretches that end on bucket borders.
class CandleReading final {
public:
    CandleReading(Store& store, const SeriesSelection& selection, const SeriesQuestion& question)
        : m_store(store),
          m_selection(selection),
          m_question(question)
    {
    }

    Result<CandleAnswer> run(const CandleVisitor& visit);

private:
    Result<TimeRange> storedRange();
    Result<std::vector<Candle>> stored(Interval interval, TimeRange range);
    Result<std::vector<Candle>> bucketed(Interval interval, TimeRange range);
    Result<std::vector<Interval>> present();
    Result<CandleAnswer> give(CandleAnswer answer, const CandleVisitor& visit);

    Store& m_store;
    const SeriesSelection& m_selection;
    const SeriesQuestion& m_question;
};

Result<TimeRange> CandleReading::storedRange()
{
    TimeRange all{latestTime, earliestTime};
    for (const StoredSeries& series : m_selection.series) {
        const auto extent = m_store.extent(series.id);
        if (extent.hasError())
            return extent.error();
        if (extent.value().rows == 0)
            continue;
        all.from = std::min(all.from, extent.value().range.from);
        all.to = std::max(all.to, extent.value().range.to);
    }
    return all;
}

Result<std::vector<Candle>> CandleReading::stored(Interval interval, TimeRange range)
{
    std::vector<Candle> all;
    for (const StoredSeries& series : m_selection.series) {
        if (std::find(series.intervals.begin(), series.intervals.end(), interval) == series.intervals.end())
            continue;
        auto candles = m_store.candles(series.id, interval, range, m_question.asOf);
        if (candles.hasError())
            return candles;
        all = joinCandles(std::move(all), std::move(candles.value()), interval);
    }
    return all;
}

Result<std::vector<Candle>> CandleReading::bucketed(Interval interval, TimeRange range)
{
    MixedCandles mixed;
    for (const Interval finer : intervalsOf(m_selection)) {
        if (finer > interval)
            break;
        const auto candles = stored(finer, range);
        if (candles.hasError())
            return candles;
        mixed = withCoarser(std::move(mixed), candles.value(), finer);
    }
    return bucketCandles(mixed.candles, interval);
}

/// The intervals with candles in the range, finest first.
Result<std::vector<Interval>> CandleReading::present()
{
    std::vector<Interval> found;
    for (const Interval interval : intervalsOf(m_selection)) {
        const auto any = hasCandles(m_store, m_selection, m_question, interval);
        if (any.hasError())
            return any.error();
        if (any.value())
            found.push_back(interval);
    }
    return found;
}

Result<CandleAnswer> CandleReading::give(CandleAnswer answer, const CandleVisitor& visit)
{
    const auto reach = storedRange();
    if (reach.hasError())
        return reach.error();
    const Interval bucket = answer.interval;
    const bool isBucketed = m_question.interval.has_value();
    const Span stretch = std::max<Span>(std::chrono::hours{24 * 32}, bucket.length);
    const UtcTime to = std::min(m_question.range.to, reach.value().to);
    UtcTime at = std::max(m_question.range.from, bucket.bucketStart(reach.value().from));
    if (isBucketed && bucket.bucketStart(at) != at)
        at = bucket.next(bucket.bucketStart(at));
    while (at < to) {
        UtcTime end = std::min(bucket.bucketStart(at + stretch), to);
        if (end <= at)
            end = to;
        // The last bucket that begins in the range is given whole.
        const UtcTime border =
            isBucketed && bucket.bucketStart(end) != end ? bucket.next(bucket.bucketStart(end)) : end;
        const auto candles = isBucketed ? bucketed(bucket, {at, border}) : stored(bucket, {at, end});
        if (candles.hasError())
            return candles.error();
        answer.candles += static_cast<qint64>(candles.value().size());
        if (!candles.value().empty() && !visit(bucket, candles.value()))
            break;
        at = border;
    }
    return answer;
}

Result<CandleAnswer> CandleReading::run(const CandleVisitor& visit)
{
    const auto present = this->present();
    if (present.hasError())
        return present.error();
    if (present.value().empty())
        return CandleAnswer{m_question.interval.value_or(oneMinute)};
    const Interval finest = present.value().front();
    const Interval asked = m_question.interval.value_or(finest);
    if (finest > asked)
        return CandleAnswer{.interval = asked, .coarser = finest};
    CandleAnswer answer{.interval = asked};
    if (!m_question.interval)
        answer.left.assign(std::next(present.value().begin()), present.value().end());
    return give(std::move(answer), visit);
}

} // namespace

Result<bool> hasCandles(Store& store, const SeriesSelection& selection, const SeriesQuestion& question,
                        Interval interval)
{
    for (const StoredSeries& series : selection.series) {
        bool found = false;
        auto done = store.visitCandles(series.id, interval, question.range, question.asOf,
                                       [&found](const CandleColumns& columns) {
                                           found = columns.size() > 0;
                                           return !found;
                                       });
        if (done.hasError())
            return done.error();
        if (found)
            return true;
    }
    return false;
}

std::vector<Interval> intervalsOf(const SeriesSelection& selection)
{
    std::vector<Interval> all;
    for (const StoredSeries& series : selection.series)
        all.insert(all.end(), series.intervals.begin(), series.intervals.end());
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

SeriesSelection ofInterval(const SeriesSelection& selection, Interval interval)
{
    SeriesSelection some;
    for (StoredSeries series : selection.series) {
        if (std::find(series.intervals.begin(), series.intervals.end(), interval) == series.intervals.end())
            continue;
        series.intervals = {interval};
        some.series.push_back(std::move(series));
    }
    return some;
}

Result<CandleAnswer> visitCandles(Store& store, const SeriesSelection& selection,
                                  const SeriesQuestion& question, const CandleVisitor& visit)
{
    return CandleReading(store, selection, question).run(visit);
}

Result<std::vector<Candle>> queryCandles(Store& store, const SeriesSelection& selection,
                                         const SeriesQuestion& question)
{
    std::vector<Candle> all;
    const auto answer =
        visitCandles(store, selection, question, [&all](Interval, std::span<const Candle> candles) {
            all.insert(all.end(), candles.begin(), candles.end());
            return true;
        });
    if (answer.hasError())
        return answer.error();
    return all;
}

} // namespace holdline
