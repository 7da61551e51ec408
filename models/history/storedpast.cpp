// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/storedpast.h"

#include "models/foundation/timeset.h"

namespace holdline {

namespace {

std::optional<qint64> seriesId(Store& store, const SeriesKey& key)
{
    const auto found = store.find(key.name);
    if (found.hasError())
        return std::nullopt;
    for (const StoredSeries& series : found.value()) {
        if (series.key == key)
            return series.id;
    }
    return std::nullopt;
}

constexpr Span toldAgain = std::chrono::hours{6};

void addStoredCandles(Store& store, qint64 series, Interval interval, TimeRange range, TimeSet& slotsTaken)
{
    const auto visited =
        store.visitCandles(series, interval, range, std::nullopt, [&](const CandleColumns& columns) {
            for (const qint64 open : columns.time) {
                const UtcTime start = interval.bucketStart(fromMsecs(open));
                slotsTaken.add({start, interval.next(start)});
            }
            return true;
        });
    Q_UNUSED(visited);
}

void addFinalHoles(Store& store, qint64 series, TimeRange range, TimeSet& slotsTaken)
{
    const auto entries = store.coverage(series, range);
    if (entries.hasError())
        return;
    for (const Coverage& entry : entries.value()) {
        if (entry.reason == finalHoleReason())
            slotsTaken.add(entry.range);
    }
}

} // namespace

StoredPast storedPast(Store& store)
{
    StoredPast past;
    past.candles = [&store](const SeriesKey& key, Interval interval, TimeRange range) {
        TimeSet slotsTaken;
        if (const auto id = seriesId(store, key)) {
            addStoredCandles(store, *id, interval, range, slotsTaken);
            addFinalHoles(store, *id, range, slotsTaken);
        }
        return slotsTaken.ranges();
    };
    past.lastSample = [&store](const SeriesKey& key) -> std::optional<UtcTime> {
        const auto id = seriesId(store, key);
        const auto samples =
            id ? store.samples(*id, {earliestTime, latestTime}) : Result(std::vector<Sample>{});
        if (samples.hasError() || samples.value().empty())
            return std::nullopt;
        return samples.value().back().from;
    };
    past.recordedUntil = [&store](const SeriesKey& key) -> std::optional<UtcTime> {
        const auto id = seriesId(store, key);
        const auto entries = id ? store.coverage(*id, {earliestTime, latestTime}) : std::vector<Coverage>{};
        if (entries.hasError() || entries.value().empty())
            return std::nullopt;
        return entries.value().back().range.to;
    };
    past.lastLiquidations = [&store, until = past.recordedUntil](const SeriesKey& key) {
        const auto id = seriesId(store, key);
        const auto end = until(key);
        auto items = id && end ? store.liquidations(*id, {*end - toldAgain, latestTime})
                               : Result<std::vector<Liquidation>>(std::vector<Liquidation>{});
        return items.hasValue() ? std::move(items.value()) : std::vector<Liquidation>{};
    };
    return past;
}

} // namespace holdline
