// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/candleseries.h"

#include <QTimeZone>

#include <optional>

namespace holdline {

/// How far the last price is from earlier ones, in per cent. Absent where the earlier one is not stored.
struct PriceChange {
    std::optional<double> dayPercent;  ///< against the close 24 h before
    std::optional<double> yearPercent; ///< against the close of the candle that opens on 1 January 00:00 UTC
    int year = 0;                      ///< of the last candle, UTC

    bool operator==(const PriceChange&) const = default;
};

/// Of the last candle in the series.
[[nodiscard]] PriceChange priceChange(const CandleSeries& candles);

} // namespace holdline
