// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/market/candle.h"
#include "models/market/interval.h"
#include "models/series/candlecolumns.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace holdline {

/// UTC day of a time, counted from 1970-01-01; days before are negative.
[[nodiscard]] qint64 dayOf(UtcTime time);
[[nodiscard]] UtcTime dayStart(qint64 day);

/// The candles of one series, interval and UTC day as bytes, with what is asked about them most.
///
/// Bytes, little endian: checksum of all that follows (8), format version (2), number of columns (2), count
/// (4), first open time in ms of the day (4), step in ms (4; 0 when the open times are listed), for each
/// column width, exponent, bitmap flag and 0 (4 x 1), then the listed times (4 each, padded to 8) and the
/// columns open, high, low, close, volume, quote volume, taker buy quote, trades as packedcolumn.h says.
struct PackedDay {
    qint64 count = 0;
    UtcTime first; ///< open times
    UtcTime last;
    qint64 runs = 0; ///< stretches of neighbouring slots of the interval's grid
    QByteArray bytes;
};

/// Candles of the day, ascending by open time, none twice; at least one.
[[nodiscard]] PackedDay packDay(qint64 day, Interval interval, std::span<const Candle> candles);

/// Error: Storage, when the bytes are damaged or of a later format.
[[nodiscard]] Result<std::vector<Candle>> unpackDay(qint64 day, QByteArrayView bytes);
/// The same into columns that are replaced. Error: as above.
[[nodiscard]] Result<Done> unpackDay(qint64 day, QByteArrayView bytes, CandleColumns& out);

/// Runs of neighbouring slots that ascending open times fill; a candle off the grid is in the slot that holds
/// its open time.
[[nodiscard]] bool areNeighbours(Interval interval, UtcTime earlier, UtcTime later);

} // namespace holdline
