// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/dailycloses.h"

namespace holdline {

std::vector<DatedValue> dailyCloses(const CandleSeries& candles)
{
    std::vector<DatedValue> closes;
    const TimeRange range = candles.range();
    for (UtcTime day = oneDay.bucketStart(range.from); day < range.to; day = oneDay.next(day))
        if (const auto close = candles.closeAt(oneDay.next(day)))
            closes.push_back({day, *close});
    return closes;
}

} // namespace holdline
