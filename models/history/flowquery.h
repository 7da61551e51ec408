// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/seriesselection.h"
#include "models/history/valuerow.h"

#include <functional>

namespace holdline {

/// Sums of stored liquidations by the minute that holds their time (columns long_usd, short_usd), each known
/// at the minute's end. A minute without any gives no row.
[[nodiscard]] std::vector<ValueRow> minuteSums(std::span<const Liquidation> liquidations);

/// `liquidations/<venue>`: the stored sums of intervals, else minute sums of the stored liquidations.
[[nodiscard]] Result<ValueTable> queryLiquidations(Store& store, const SeriesQuestion& question,
                                                   QStringList& notes);
/// `liquidations/all`: the sum over all venues stored, at the coarsest of their intervals.
[[nodiscard]] Result<ValueTable> queryAllLiquidations(Store& store, const SeriesQuestion& question,
                                                      QStringList& notes);
/// Each one, oldest first, of one venue or of all. Absent when none is stored one by one.
[[nodiscard]] Result<std::optional<std::vector<Liquidation>>>
queryLiquidationEvents(Store& store, const SeriesQuestion& question);

/// Names of the venues' series of bitcoin liquidations: `liquidations/<venue>`. A provider's sum over venues
/// (`liquidations/coinglass`) stands among them only where it is alone.
[[nodiscard]] Result<QStringList> liquidationVenues(Store& store);

/// `taker/<instrument>` from the instrument's candles: net taker volume, known at the candle's close.
/// Absent when no candles are stored for it.
[[nodiscard]] Result<std::optional<ValueTable>>
queryTakerFromCandles(Store& store, const SeriesQuestion& question, QStringList& notes);
/// `taker/all`: the sum over the stored bitcoin instruments whose candles tell what takers bought, of each
/// interval those that have it; a note names them. Absent when there is none.
[[nodiscard]] Result<std::optional<ValueTable>> queryAllTaker(Store& store, const SeriesQuestion& question,
                                                              QStringList& notes);

} // namespace holdline
