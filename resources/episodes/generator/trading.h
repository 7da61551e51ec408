// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "resources/episodes/generator/pricepath.h"

namespace holdline {

/// What was traded in one candle.
struct Turnover {
    std::int64_t volume = 0;     ///< of the base asset, 1e-5
    std::int64_t quoteCents = 0; ///< volume times a price within the candle
    std::int64_t takerBuy = 0;   ///< the part of it that takers bought, whole dollars
    std::int64_t trades = 0;
};

/// Turnover by the minute: more in lively hours and with wide candles; takers lean with the candle, and
/// their net sum over each UTC day is that of a table, the published days to the cent.
[[nodiscard]] std::vector<Turnover> makeTurnover(const Liveliness& liveliness, const std::vector<Bar>& bars,
                                                 std::uint64_t seed);

} // namespace holdline
