// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "resources/episodes/generator/table.h"

namespace holdline {

/// The tickers of the twelve funds, with commas.
inline constexpr char fundTickers[] = "IBIT,FBTC,BITB,ARKB,BTCO,EZBC,BRRR,HODL,BTCW,GBTC,BTC,DEFI";

/// Deposits of large holders to exchanges by UTC day, dollars.
[[nodiscard]] QByteArray whaleTable();
/// Net flow by fund and in all, by session of the New York exchange, dollars.
[[nodiscard]] QByteArray etfTable(std::uint64_t seed);
/// Put/call ratio by UTC day.
[[nodiscard]] QByteArray putCallTable();
/// Bid-to-cover of the 20-year auctions.
[[nodiscard]] QByteArray auctionTable();
/// Net purchases of Japanese insurers by month, dollars.
[[nodiscard]] QByteArray insurerTable();
/// Cost bases of four cohorts, one published day.
[[nodiscard]] QByteArray cohortTable();

} // namespace holdline
