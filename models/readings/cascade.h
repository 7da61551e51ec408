// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

#include <span>

namespace holdline {

/// Longs closed at a rate that is rare, while price falls.
struct Cascade {
    UtcTime start;
    UtcTime end;
    Amount longUsd;
    std::optional<double> priceChangePct; ///< absent where the price is not stored
    bool operator==(const Cascade&) const = default;
};

/// The largest one that began in the window: stretches whose long liquidations lie above the quantile of all
/// stretches of the 30 days before the window's end, the ones without any included; at most an hour apart (or
/// one stretch, where these are longer), and with a price lower at the end than at the beginning. Absent when
/// there is none, or less than a week is known. `candles` oldest first.
[[nodiscard]] std::optional<Cascade> largestCascade(std::span<const LiquidationRow> rows, Interval interval,
                                                    TimeRange window, double share,
                                                    std::span<const Candle> candles, Interval candleInterval);

} // namespace holdline
