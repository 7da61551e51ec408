// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "models/market/interval.h"

#include <span>
#include <vector>

namespace holdline {

/// Merges candles, oldest first, into one for each bucket that holds an open time: open of the first, close
/// of the last, greatest high, least low, sums of the rest. A column that no member has is absent. Its open
/// time is the bucket's start; a bucket without a candle gives none.
[[nodiscard]] std::vector<Candle> bucketCandles(std::span<const Candle> candles, Interval interval);

/// Both in ascending order; where both have a candle in the same slot of the interval's grid, that of `first`
/// is taken.
[[nodiscard]] std::vector<Candle> joinCandles(std::vector<Candle> first, std::vector<Candle> second,
                                              Interval interval);

/// Candles of several lengths, ascending, none overlapping another of a coarser interval.
struct MixedCandles {
    std::vector<Candle> candles;
    std::vector<Interval> intervals; ///< of each candle
};

/// Adds coarser candles, ascending, where the finer ones do not cover their whole time; such finer ones give
/// way. Where the finer ones reach beyond the coarser one's high or low, it was taken before its end, and
/// they stay.
[[nodiscard]] MixedCandles withCoarser(MixedCandles finer, std::span<const Candle> coarser,
                                       Interval interval);

} // namespace holdline
