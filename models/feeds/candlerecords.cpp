// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/candlerecords.h"

#include <algorithm>

namespace holdline {

bool isPossible(const Candle& candle)
{
    return candle.low <= std::min(candle.open, candle.close) &&
           candle.high >= std::max(candle.open, candle.close);
}

void putInOrder(std::vector<CandleRecord>& candles, TimeRange range)
{
    std::erase_if(candles,
                  [range](const CandleRecord& record) { return !range.contains(record.candle.openTime); });
    const auto openTime = [](const CandleRecord& record) { return record.candle.openTime; };
    if (!std::ranges::is_sorted(candles, {}, openTime))
        std::ranges::stable_sort(candles, {}, openTime);
    // Of equal ones the last holds, so they are looked at from behind.
    const auto kept = std::unique(
        candles.rbegin(), candles.rend(),
        [openTime](const CandleRecord& a, const CandleRecord& b) { return openTime(a) == openTime(b); });
    candles.erase(candles.begin(), kept.base());
}

bool readOptional(const JsonToken& token, std::optional<Amount>& size)
{
    size = token.volume();
    return size || token.isLeftOut();
}

bool readOptional(const JsonToken& token, std::optional<qint64>& count)
{
    count = token.integer();
    return count ? *count >= 0 : token.isLeftOut();
}

} // namespace holdline
