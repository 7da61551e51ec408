// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/coarsefill.h"

#include <algorithm>

namespace holdline {

namespace {

/// Adds the candle's time, grown onto the stretch before where both meet.
void addStretch(std::vector<CoarseStretch>& stretches, TimeRange range, Interval interval)
{
    const bool continues = !stretches.empty() && stretches.back().interval == interval &&
                           stretches.back().range.to == range.from;
    if (continues)
        stretches.back().range.to = range.to;
    else
        stretches.push_back({range, interval});
}

void put(CandleSeries& series, const CandleColumns& candles, std::size_t i, UtcTime end)
{
    series.update(toMsecs(end - series.interval().length), candles.open[i], candles.high[i], candles.low[i],
                  candles.close[i], candles.volume[i]);
}

Result<Done> fillStretch(Loading& loading, const StoredSeries& stored, Interval interval, TimeRange stretch,
                         CandleSeries& series, std::vector<CoarseStretch>& filled)
{
    const TimeRange asked{stretch.from, std::min(stretch.to, latestTime)};
    return loading.store.visitCandles(
        stored.id, interval, asked, loading.view.asOf, [&](const CandleColumns& candles) {
            for (std::size_t i = 0; i < candles.size(); ++i) {
                const UtcTime from = interval.bucketStart(fromMsecs(candles.time[i]));
                const UtcTime end = interval.next(from);
                if (from < stretch.from || end > stretch.to)
                    continue;
                put(series, candles, i, end);
                addStretch(filled, {from, end}, interval);
            }
            return true;
        });
}

void sort(std::vector<CoarseStretch>& stretches)
{
    std::stable_sort(stretches.begin(), stretches.end(), [](const CoarseStretch& a, const CoarseStretch& b) {
        return a.range.from < b.range.from;
    });
}

} // namespace

std::vector<TimeRange> emptyStretches(const CandleSeries& series)
{
    const TimeRange known = series.range();
    std::vector<TimeRange> empty{{earliestTime, known.from}};
    empty.insert(empty.end(), series.gaps().begin(), series.gaps().end());
    empty.push_back({known.to, latestTime});
    return empty;
}

std::vector<TimeRange> without(std::vector<TimeRange> stretches, std::span<const CoarseStretch> filled)
{
    std::vector<TimeRange> left;
    auto next = filled.begin();
    for (TimeRange stretch : stretches) {
        for (; next != filled.end() && next->range.from < stretch.to; ++next) {
            if (stretch.from < next->range.from)
                left.push_back({stretch.from, next->range.from});
            stretch.from = std::max(stretch.from, next->range.to);
        }
        if (stretch.from < stretch.to)
            left.push_back(stretch);
    }
    return left;
}

Result<std::vector<CoarseStretch>> fillWithCoarser(Loading& loading, const StoredSeries& stored,
                                                   std::span<const Interval> coarser, CandleSeries& series)
{
    std::vector<CoarseStretch> filled;
    std::vector<TimeRange> empty = emptyStretches(series);
    for (const Interval interval : coarser) {
        std::vector<CoarseStretch> added;
        for (const TimeRange& stretch : empty)
            if (stretch.length() >= interval.length)
                if (const auto done = fillStretch(loading, stored, interval, stretch, series, added);
                    done.hasError())
                    return done.error();
        empty = without(std::move(empty), added);
        filled.insert(filled.end(), added.begin(), added.end());
    }
    sort(filled);
    return filled;
}

} // namespace holdline
