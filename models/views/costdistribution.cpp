// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/costdistribution.h"

#include <algorithm>

namespace holdline {

CoinCount coinsBetween(const CostDistribution& distribution, double low, double high)
{
    CoinCount count;
    for (const CostBucket& bucket : distribution.buckets) {
        const double from = bucket.low.toDouble();
        const double to = bucket.high.toDouble();
        const double inside = std::min(to, high) - std::max(from, low);
        if (inside <= 0 || to <= from)
            continue;
        const double btc = bucket.btc.toDouble() * inside / (to - from);
        count.btc += btc;
        if (inside < to - from)
            count.halfKnownBtc += btc;
    }
    return count;
}

namespace {

/// Steps of price from the lowest bucket to the highest one.
qint64 stepsOf(const CostDistribution& costs)
{
    const CostBucket& first = costs.buckets.front();
    return (costs.buckets.back().high.units - first.low.units) / (first.high.units - first.low.units);
}

/// The least of 1, 2, 5, 10, 20, … by which so many steps become few enough.
qint64 factorFor(qint64 steps, int most)
{
    for (qint64 power = 1;; power *= 10) {
        for (const qint64 factor : {power, 2 * power, 5 * power}) {
            if (steps <= factor * most)
                return factor;
        }
    }
}

} // namespace

CostDistribution withWiderBuckets(const CostDistribution& costs, int most)
{
    if (costs.isEmpty() || stepsOf(costs) <= most)
        return costs;
    CostDistribution wider = costs;
    wider.buckets.clear();
    const CostBucket& first = costs.buckets.front();
    const qint64 width = (first.high.units - first.low.units) * factorFor(stepsOf(costs), most);
    for (const CostBucket& bucket : costs.buckets) {
        const Price low{bucket.low.units / width * width};
        if (wider.buckets.empty() || wider.buckets.back().low != low)
            wider.buckets.push_back({low, Price{low.units + width}, {}});
        wider.buckets.back().btc += bucket.btc;
    }
    return wider;
}

} // namespace holdline
