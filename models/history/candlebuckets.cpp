// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/candlebuckets.h"

#include <algorithm>

namespace holdline {

namespace {

template <typename T>
void add(std::optional<T>& sum, const std::optional<T>& value)
{
    if (value)
        sum = sum ? *sum + *value : *value;
}

void absorb(Candle& bucket, const Candle& candle)
{
    bucket.high = std::max(bucket.high, candle.high);
    bucket.low = std::min(bucket.low, candle.low);
    bucket.close = candle.close;
    add(bucket.volume, candle.volume);
    add(bucket.quoteVolume, candle.quoteVolume);
    add(bucket.takerBuyQuote, candle.takerBuyQuote);
    add(bucket.trades, candle.trades);
}

/// Whether the finer candles from `begin` to `end` tell more about its time than the candle itself.
bool isCoveredBy(const Candle& whole, Interval interval, const MixedCandles& finer, std::size_t begin,
                 std::size_t end)
{
    Span covered{};
    bool reachesBeyond = false;
    for (std::size_t i = begin; i < end; ++i) {
        covered += finer.intervals[i].length;
        reachesBeyond =
            reachesBeyond || finer.candles[i].high > whole.high || finer.candles[i].low < whole.low;
    }
    return reachesBeyond || covered >= interval.length;
}

} // namespace

std::vector<Candle> bucketCandles(std::span<const Candle> candles, Interval interval)
{
    std::vector<Candle> buckets;
    for (const Candle& candle : candles) {
        const UtcTime start = interval.bucketStart(candle.openTime);
        if (!buckets.empty() && buckets.back().openTime == start) {
            absorb(buckets.back(), candle);
            continue;
        }
        buckets.push_back(candle);
        buckets.back().openTime = start;
    }
    return buckets;
}

std::vector<Candle> joinCandles(std::vector<Candle> first, std::vector<Candle> second, Interval interval)
{
    if (first.empty())
        return second;
    if (second.empty())
        return first;
    const auto slotOf = [interval](const Candle& candle) { return interval.bucketStart(candle.openTime); };
    std::vector<Candle> joined;
    joined.reserve(first.size() + second.size());
    auto next = first.begin();
    for (Candle& candle : second) {
        while (next != first.end() && slotOf(*next) < slotOf(candle))
            joined.push_back(*next++);
        const bool isHeld = (next != first.end() && slotOf(*next) == slotOf(candle)) ||
                            (next != first.begin() && slotOf(*std::prev(next)) == slotOf(candle));
        if (!isHeld)
            joined.push_back(candle);
    }
    joined.insert(joined.end(), next, first.end());
    return joined;
}

MixedCandles withCoarser(MixedCandles finer, std::span<const Candle> coarser, Interval interval)
{
    if (coarser.empty())
        return finer;
    MixedCandles mixed;
    std::size_t at = 0;
    const auto keep = [&](std::size_t end) {
        for (; at < end; ++at) {
            mixed.candles.push_back(finer.candles[at]);
            mixed.intervals.push_back(finer.intervals[at]);
        }
    };
    for (const Candle& whole : coarser) {
        const auto from = interval.bucketStart(whole.openTime);
        std::size_t begin = at;
        while (begin < finer.candles.size() && finer.candles[begin].openTime < from)
            ++begin;
        keep(begin);
        std::size_t end = begin;
        while (end < finer.candles.size() && finer.candles[end].openTime < interval.next(from))
            ++end;
        if (isCoveredBy(whole, interval, finer, begin, end)) {
            keep(end);
            continue;
        }
        at = end;
        mixed.candles.push_back(whole);
        mixed.intervals.push_back(interval);
    }
    keep(finer.candles.size());
    return mixed;
}

} // namespace holdline
