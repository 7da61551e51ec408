// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/cardseries.h"

namespace holdline {

namespace {

/// The coarsest stored interval that is not coarser than the bucket, else the finest.
Interval intervalToRead(const StoredSeries& candles, Interval bucket)
{
    Interval best = candles.intervals.front();
    for (const auto& interval : candles.intervals) {
        if (interval <= bucket && bucket.length % interval.length == Span{0})
            best = std::max(best, interval);
    }
    return best;
}

void addCloses(std::vector<TimedValue>& closes, const CandleColumns& candles, Interval interval,
               Interval bucket)
{
    for (std::size_t i = 0; i < candles.size(); ++i) {
        const UtcTime open = fromMsecs(candles.time[i]);
        const TimedValue close{toMsecs(interval.next(open)), Price{candles.close[i]}.toDouble()};
        const bool isSameBucket =
            !closes.empty() &&
            bucket.bucketStart(fromMsecs(closes.back().msecs) - interval.length) == bucket.bucketStart(open);
        if (isSameBucket)
            closes.back() = close;
        else
            closes.push_back(close);
    }
}

} // namespace

Result<std::optional<StoredSeries>> chooseSeries(Store& store, const QString& name, const QString& column)
{
    const auto found = store.find(name);
    if (found.hasError())
        return found.error();
    std::optional<StoredSeries> chosen;
    UtcTime reach = earliestTime;
    for (const auto& series : found.value()) {
        if (series.key.column != column)
            continue;
        const auto extent = store.extent(series.id);
        if (extent.hasError())
            return extent.error();
        if (extent.value().rows > 0 && (!chosen || extent.value().range.to > reach)) {
            chosen = series;
            reach = extent.value().range.to;
        }
    }
    return chosen;
}

Result<std::vector<TimedValue>> closesOf(Store& store, const StoredSeries& candles, TimeRange range,
                                         Interval bucket, std::optional<UtcTime> asOf)
{
    std::vector<TimedValue> closes;
    if (candles.intervals.empty())
        return closes;
    const Interval interval = intervalToRead(candles, bucket);
    const auto done =
        store.visitCandles(candles.id, interval, range, asOf, [&](const CandleColumns& columns) {
            addCloses(closes, columns, interval, bucket);
            return true;
        });
    if (done.hasError())
        return done.error();
    return closes;
}

std::vector<TimedValue> endValues(const std::vector<Sample>& samples)
{
    std::vector<TimedValue> values;
    values.reserve(samples.size());
    for (const auto& sample : samples)
        values.push_back({toMsecs(sample.to), sample.value.toDouble()});
    return values;
}

} // namespace holdline
