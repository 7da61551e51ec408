// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/binanceanswer.h"
#include "models/feeds/binanceevent.h"

namespace holdline {

/// Adds what an event of Binance's spot streams tells: candles (`kline`), trades (`aggTrade`), figures of 24
/// hours (`24hrMiniTicker`, `24hrTicker`). Others tell nothing that Holdline uses.
void readBinanceEvent(const BinanceEvent& event, const std::vector<FeedInstrument>& instruments,
                      FeedRecords& records);

/// Reads `ticker/24hr`, long or short, of one symbol or of a list.
[[nodiscard]] Reading readBinanceDays(JsonReader& reader, QByteArrayView bytes,
                                      const std::vector<FeedInstrument>& instruments, FeedRecords& records);

} // namespace holdline
