// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/candlemerge.h"

namespace holdline {

namespace {

/// Takes one candle that is later than, or the same as, the last one merged.
void takeCandle(CandleMerge& merge, const Candle& given, MergeOutcome& outcome)
{
    if (merge.candles.empty() || merge.candles.back().openTime != given.openTime) {
        merge.candles.push_back(given);
        merge.isChanged = true;
        outcome = MergeOutcome::Added;
        return;
    }
    Candle& held = merge.candles.back();
    const Candle after = completed(held, given);
    if (after == held) {
        outcome = MergeOutcome::Unchanged;
        return;
    }
    merge.superseded.push_back(held);
    held = after;
    merge.isChanged = true;
    outcome = MergeOutcome::Revised;
}

} // namespace

Candle completed(const Candle& stored, const Candle& given)
{
    Candle after = given;
    if (!after.volume)
        after.volume = stored.volume;
    if (!after.quoteVolume)
        after.quoteVolume = stored.quoteVolume;
    if (!after.takerBuyQuote)
        after.takerBuyQuote = stored.takerBuyQuote;
    if (!after.trades)
        after.trades = stored.trades;
    return after;
}

CandleMerge mergeCandleDay(std::span<const Candle> stored, std::span<const Candle> incoming,
                           std::span<const quint32> order, std::span<MergeOutcome> outcomes)
{
    CandleMerge merge;
    merge.candles.reserve(stored.size() + order.size());
    auto next = stored.begin();
    for (const quint32 index : order) {
        const Candle& given = incoming[index];
        for (; next != stored.end() && next->openTime <= given.openTime; ++next)
            merge.candles.push_back(*next);
        takeCandle(merge, given, outcomes[index]);
    }
    merge.candles.insert(merge.candles.end(), next, stored.end());
    return merge;
}

} // namespace holdline
