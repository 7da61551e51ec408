// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/binanceanswer.h"
#include "models/feeds/binanceevent.h"

#include <string>

namespace holdline {

/// Adds what an event of the USD-M futures streams tells: forced orders of all assets (`forceOrder`), candles
/// (`kline`) and mark prices (`markPriceUpdate`) of those followed. Contracts of COIN-M, which come on the
/// same streams since June 2026, tell nothing: their quantities count contracts, not coins.
void readBinanceFuturesEvent(const BinanceEvent& event, const std::vector<FeedInstrument>& instruments,
                             FeedRecords& records);

/// `btc` of `BTCUSDT`, `BTCUSDC`, `BTCUSDT_260327`; empty when the quote is no US dollar coin or what is left
/// is no name.
[[nodiscard]] std::string assetOfContract(std::string_view symbol);
/// `BTCUSD_PERP`, `BTCUSD_260327`.
[[nodiscard]] bool isCoinMargined(std::string_view symbol);

/// Reads `{"openInterest","symbol","time"}`.
[[nodiscard]] Reading readOpenInterest(BinanceAnswers& answers, const RestRequest& request,
                                       const FeedInstrument& instrument, QByteArrayView bytes,
                                       FeedRecords& records);
/// Reads a list of `{"symbol","fundingRate","fundingTime"}`.
[[nodiscard]] Reading readFundingRates(BinanceAnswers& answers, const RestRequest& request,
                                       const FeedInstrument& instrument, QByteArrayView bytes,
                                       FeedRecords& records);

} // namespace holdline
