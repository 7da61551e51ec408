// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/seriesselection.h"

#include <functional>

namespace holdline {

/// How an answer in candles was made.
struct CandleAnswer {
    Interval interval;                    ///< of the candles given
    qint64 candles = 0;                   ///< how many were given
    std::optional<Interval> coarser = {}; ///< nothing as fine as asked is stored in the range; this is
    std::vector<Interval> left = {};      ///< coarser intervals in the range that are not in the answer
};

/// Takes candles of an interval; returns false to stop.
using CandleVisitor = std::function<bool(Interval interval, std::span<const Candle> candles)>;

/// Gives the candles of a selection, oldest first, a stretch at a time, until false is returned.
///
/// Without an interval: the finest stored that has candles in the range. With one: each bucket is made of the
/// finest stored candles that cover it, as withCoarser() says. Candles of several sources are merged by their
/// slots on the grid; the first-made series wins. All are as known at the asked time. The selection is of
/// kind Candles.
[[nodiscard]] Result<CandleAnswer> visitCandles(Store& store, const SeriesSelection& selection,
                                                const SeriesQuestion& question, const CandleVisitor& visit);

/// All of them at once.
[[nodiscard]] Result<std::vector<Candle>> queryCandles(Store& store, const SeriesSelection& selection,
                                                       const SeriesQuestion& question);

/// Intervals that any of the series has, finest first.
[[nodiscard]] std::vector<Interval> intervalsOf(const SeriesSelection& selection);

/// Whether any of the series has a candle of that interval in the question's range, as known then.
[[nodiscard]] Result<bool> hasCandles(Store& store, const SeriesSelection& selection,
                                      const SeriesQuestion& question, Interval interval);

/// Those of a selection that have candles of an interval, as if they had no others.
[[nodiscard]] SeriesSelection ofInterval(const SeriesSelection& selection, Interval interval);

} // namespace holdline
