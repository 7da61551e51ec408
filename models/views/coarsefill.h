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

/// Reads candles of coarser intervals (finest first) whose time the series does not cover, and lets them
/// stand in for it. Where the finer ones reach beyond a coarser one's high or low, it was taken before its
/// end and is left out. Returns the time that they cover, oldest first. Error: Storage.
[[nodiscard]] Result<std::vector<CoarseStretch>> fillWithCoarser(Loading& loading, const StoredSeries& stored,
                                                                 std::span<const Interval> coarser,
                                                                 CandleSeries& series);

/// When candles in the range were corrected, by open time: those of the finest interval, and of coarser ones
/// where they stand in. Error: Storage.
[[nodiscard]] Result<std::vector<CandleRevision>> revisionsShown(Store& store, qint64 series, Interval finest,
                                                                 std::span<const CoarseStretch> coarse,
                                                                 TimeRange range,
                                                                 std::optional<UtcTime> asOf);

/// What is left of the stretches without the covered ones.
[[nodiscard]] std::vector<TimeRange> without(const std::vector<TimeRange>& stretches,
                                             std::span<const CoarseStretch> covered);

} // namespace holdline
