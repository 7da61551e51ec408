// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/candleseries.h"
#include "models/views/loading.h"

#include <span>
#include <vector>

namespace holdline {

/// Stretches of time in which a series has no candle of its own interval: before its first, between, and
/// after its last; oldest first.
[[nodiscard]] std::vector<TimeRange> emptyStretches(const CandleSeries& series);

/// Puts candles of coarser intervals (finest first, at most a day) where the series has none for their whole
/// time, each in the last slot of its time: drawn in buckets of its own interval or coarser, it is what it
/// was. Returns where, oldest first. Error: Storage.
[[nodiscard]] Result<std::vector<CoarseStretch>> fillWithCoarser(Loading& loading, const StoredSeries& stored,
                                                                 std::span<const Interval> coarser,
                                                                 CandleSeries& series);

/// What is left of the stretches without the filled ones.
[[nodiscard]] std::vector<TimeRange> without(std::vector<TimeRange> stretches,
                                             std::span<const CoarseStretch> filled);

} // namespace holdline
