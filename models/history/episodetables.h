// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/market/candle.h"
#include "models/market/sample.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace holdline {

/// Reads an episode's candles: `time,open,high,low,close,volume,quote_volume,taker_buy_quote,trades`. Error:
/// Malformed, with the line.
[[nodiscard]] Result<std::vector<Candle>> readCandleTable(QByteArrayView table);

/// Reads one column of an episode's samples: `time,to,known_at,` and the columns; an empty field is no
/// sample. Error: Malformed, with the line.
[[nodiscard]] Result<std::vector<Sample>> readSampleColumn(QByteArrayView table, QByteArrayView column);

} // namespace holdline
