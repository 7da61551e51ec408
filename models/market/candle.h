// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <optional>

namespace holdline {

/// Trading of one interval, keyed by open time. What the source did not give is absent, never zero.
struct Candle {
    UtcTime openTime;
    Price open;
    Price high;
    Price low;
    Price close;
    std::optional<Amount> volume;        ///< base asset
    std::optional<Amount> quoteVolume;   ///< quote asset
    std::optional<Amount> takerBuyQuote; ///< quote asset bought by takers
    std::optional<qint64> trades;

    bool operator==(const Candle&) const = default;
};

/// Net taker volume in the quote asset: 2 x taker buy quote - quote volume. Absent when either part is.
[[nodiscard]] inline std::optional<Amount> netTaker(const Candle& candle)
{
    if (!candle.quoteVolume || !candle.takerBuyQuote)
        return std::nullopt;
    return *candle.takerBuyQuote * 2 - *candle.quoteVolume;
}

} // namespace holdline
