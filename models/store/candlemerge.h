// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "models/store/store.h"

#include <span>
#include <vector>

namespace holdline {

/// What becomes of a stored day when candles are merged into it.
struct CandleMerge {
    std::vector<Candle> candles;    ///< of the day afterwards, ascending, none twice
    std::vector<Candle> superseded; ///< earlier values, in the order in which they were replaced
    bool isChanged = false;
};

/// Merges `incoming[order[i]]` for all i into the stored candles by the rules of Store::mergeCandles.
/// `stored` ascends by open time; so does `order`, equal times in the order in which they were given. Each
/// outcome goes to outcomes[order[i]].
[[nodiscard]] CandleMerge mergeCandleDay(std::span<const Candle> stored, std::span<const Candle> incoming,
                                         std::span<const quint32> order, std::span<MergeOutcome> outcomes);

/// The stored candle with what the new one gives.
[[nodiscard]] Candle completed(const Candle& stored, const Candle& given);

} // namespace holdline
