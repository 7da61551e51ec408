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

std::vector<Candle> joinCandles(std::vector<Candle> first, std::vector<Candle> second)
{
    if (first.empty())
        return second;
    if (second.empty())
        return first;
    const auto isEarlier = [](const Candle& a, const Candle& b) { return a.openTime < b.openTime; };
    std::vector<Candle> joined;
    joined.reserve(first.size() + second.size());
    std::set_union(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(joined),
                   isEarlier);
    return joined;
}

} // namespace holdline
