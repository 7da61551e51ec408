// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/binanceevent.h"
#include "models/feeds/restrequest.h"

namespace holdline {

/// Adds the candle of a `kline` event, or a reject; nothing when it is of another instrument, or of an
/// interval that Holdline does not have.
void readKlineEvent(const BinanceEvent& event, const std::vector<FeedInstrument>& instruments,
                    FeedRecords& records);

/// Adds the candle of a row `[open time, o, h, l, c, volume, close time, quote volume, trades, taker buy
/// base, taker buy quote, …]`, or a reject.
void readCandleRow(simdjson::ondemand::value& row, int instrument, Interval interval, FeedRecords& records);

/// Whether candles of that interval can be asked for.
[[nodiscard]] bool hasBinanceInterval(Interval interval);

/// `path?symbol=…&interval=…&startTime=…&endTime=…&limit=…`; the times are the first and last open time.
[[nodiscard]] RestRequest binanceCandleRequest(const QString& path, const FeedInstrument& instrument,
                                               Interval interval, TimeRange range, int limit);

} // namespace holdline
