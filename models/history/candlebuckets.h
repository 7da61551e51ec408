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

/// Both in ascending order; where both have a candle of the same open time, that of `first` is taken.
[[nodiscard]] std::vector<Candle> joinCandles(std::vector<Candle> first, std::vector<Candle> second);

} // namespace holdline
