// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace holdline::bench {

inline constexpr qint64 minutesOfFiveYears = 2'629'440;

/// The key of the price series that the benchmarks store.
[[nodiscard]] SeriesKey priceKey();
[[nodiscard]] Candle candleAt(const CandleColumns& columns, std::size_t index);
/// Fills an empty data folder with synthetic minutes; the answer is the series' id.
[[nodiscard]] Result<qint64> fillStore(const QString& dataDir, qint64 minutes);

} // namespace holdline::bench
