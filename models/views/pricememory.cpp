// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/pricememory.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span reachBack = std::chrono::hours{24 * 31}; ///< steps back go on from there
constexpr Span longestWay = std::chrono::hours{24 * 92};
constexpr std::size_t mostRevised = 20'000;
constexpr std::size_t mostKept = 8;

/// Open times of what had closed by then.
UtcTime closedEnd(UtcTime asOf, Interval interval)
{
    return asOf - interval.length + Span{1};
}

bool isOnGrid(const CandleColumns& columns, Interval interval)
{
    return std::all_of(columns.time.begin(), columns.time.end(),
                       [&](qint64 open) { return interval.bucketStart(fromMsecs(open)) == fromMsecs(open); });
}

std::size_t knownBy(const std::vector<CandleRevision>& revisions, UtcTime time)
{
    return static_cast<std::size_t>(
        std::count_if(revisions.begin(), revisions.end(),
                      [&](const CandleRevision& revision) { return revision.revisedAt <= time; }));
}

void updateCandle(CandleSeries& candles, const CandleColumns& columns, std::size_t i)
{
    candles.update(columns.time[i], columns.open[i], columns.high[i], columns.low[i], columns.close[i],
                   columns.volume[i]);
}

/// Takes a price from one as-of time to a later one.
class PriceStep final {
public:
    PriceStep(Store& store, const StoredSeries& series, Interval interval, UtcTime asOf, ReadPrice& price)
        : m_store(store),
          m_series(series),
          m_interval(interval),
          m_asOf(asOf),
          m_price(price)
    {
    }

    /// False: it has to be read whole.
    Result<bool> takeRevised(UtcTime open)
    {
        bool isTaken = true;
        const auto done = m_store.visitCandles(
            m_series.id, m_interval, {open, open + Span{1}}, m_asOf, [&](const CandleColumns& columns) {
                for (std::size_t i = 0; i < columns.size() && isTaken; ++i) {
                    updateCandle(m_price.candles, columns, i);
                    isTaken = m_price.taker.replace(columns.time[i], columns.netTaker[i]);
                }
                return isTaken;
            });
        if (done.hasError())
            return done.error();
        return isTaken;
    }
    Result<bool> takeClosed(UtcTime from)
    {
        const auto done =
            m_store.visitCandles(m_series.id, m_interval, {from, closedEnd(m_asOf, m_interval)}, m_asOf,
                                 [&](const CandleColumns& columns) {
                                     m_price.isOnGrid = m_price.isOnGrid && isOnGrid(columns, m_interval);
                                     for (std::size_t i = 0; i < columns.size() && m_price.isOnGrid; ++i)
                                         updateCandle(m_price.candles, columns, i);
                                     m_price.taker.add(columns);
                                     return m_price.isOnGrid;
                                 });
        if (done.hasError())
            return done.error();
        return m_price.isOnGrid;
    }

private:
    Store& m_store;
    const StoredSeries& m_series;
    Interval m_interval;
    UtcTime m_asOf;
    ReadPrice& m_price;
};

/// Corrected since, of the candles that had closed by then; each once.
std::vector<UtcTime> revisedSince(const std::vector<CandleRevision>& revisions, UtcTime since, UtcTime end)
{
    std::vector<UtcTime> opens;
    for (const CandleRevision& revision : revisions)
        if (revision.revisedAt > since && revision.openTime < end &&
            (opens.empty() || opens.back() != revision.openTime))
            opens.push_back(revision.openTime);
    return opens;
}

} // namespace

Result<ReadPrice> readWholePrice(Store& store, const StoredSeries& series, Interval interval,
                                 std::optional<UtcTime> asOf)
{
    ReadPrice price(interval);
    const UtcTime end = asOf ? closedEnd(*asOf, interval) : latestTime;
    const auto done =
        store.visitCandles(series.id, interval, {earliestTime, end}, asOf, [&](const CandleColumns& columns) {
            price.isOnGrid = price.isOnGrid && isOnGrid(columns, interval);
            price.candles.append(columns);
            price.taker.append(columns);
            return true;
        });
    if (done.hasError())
        return done.error();
    price.candles.finish();
    price.taker.finish();
    return price;
}

void PriceMemory::clear()
{
    m_kept.clear();
}

PriceMemory::Kept* PriceMemory::nearest(UtcTime asOf)
{
    const auto after = std::upper_bound(m_kept.begin(), m_kept.end(), asOf,
                                        [](UtcTime time, const Kept& kept) { return time < kept.asOf; });
    return after == m_kept.begin() || asOf - std::prev(after)->asOf > longestWay ? nullptr
                                                                                 : &*std::prev(after);
}

/// The first one stays: it is where steps back go on from.
void PriceMemory::keep(UtcTime asOf, std::size_t revisions, const ReadPrice& price)
{
    const auto place = std::lower_bound(m_kept.begin(), m_kept.end(), asOf,
                                        [](const Kept& kept, UtcTime time) { return kept.asOf < time; });
    if (place != m_kept.end() && place->asOf == asOf)
        return;
    m_kept.insert(place, {asOf, revisions, price});
    if (m_kept.size() > mostKept)
        m_kept.erase(m_kept.begin() + 1);
}

Result<ReadPrice> PriceMemory::anew(Store& store, const StoredSeries& series, Interval interval, UtcTime asOf,
                                    const std::vector<CandleRevision>& revisions)
{
    clear();
    const UtcTime before = asOf - reachBack;
    auto price = readWholePrice(store, series, interval, before);
    if (price.hasError())
        return price;
    if (!price.value().isOnGrid || price.value().candles.candleCount() == 0)
        return readWholePrice(store, series, interval, asOf);
    keep(before, knownBy(revisions, before), price.value());
    return read(store, series, interval, asOf);
}

Result<ReadPrice> PriceMemory::read(Store& store, const StoredSeries& series, Interval interval, UtcTime asOf)
{
    const auto extent = store.extent(series.id);
    if (extent.hasError())
        return extent.error();
    const auto revisions = store.candleRevisions(series.id, interval, {earliestTime, latestTime}, asOf);
    if (revisions.hasError())
        return revisions.error();
    if (const Stored now{series.id, interval, extent.value()}; !(now == m_stored)) {
        clear();
        m_stored = now;
    }
    const Kept* const from = nearest(asOf);
    if (!from || knownBy(revisions.value(), from->asOf) != from->revisions)
        return anew(store, series, interval, asOf, revisions.value());
    const UtcTime end = closedEnd(from->asOf, interval);
    const auto revised = revisedSince(revisions.value(), from->asOf, end);
    if (revised.size() > mostRevised)
        return readWholePrice(store, series, interval, asOf);
    ReadPrice price = from->price;
    PriceStep step(store, series, interval, asOf, price);
    for (const UtcTime open : revised) {
        const auto taken = step.takeRevised(open);
        if (taken.hasError())
            return taken.error();
        if (!taken.value())
            return readWholePrice(store, series, interval, asOf);
    }
    const auto taken = step.takeClosed(end);
    if (taken.hasError())
        return taken.error();
    if (!taken.value())
        return readWholePrice(store, series, interval, asOf);
    keep(asOf, revisions.value().size(), price);
    return price;
}

} // namespace holdline
