// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

// Maps that come with the program and apply unasked.

/// Coin Metrics' daily table: deposits to exchanges as `whales/coinmetrics`, all else
/// `onchain/coinmetrics/<metric>`.
[[nodiscard]] ImportDialect coinMetricsDialect();
/// Yields of Japanese government bonds by the Ministry of Finance, in English or Japanese:
/// `macro/jgb<N>y_yield`.
[[nodiscard]] ImportDialect mofYieldsDialect();
/// `date,tenor,size_bn_jpy,yield,bid_to_cover`: `macro/jgb<N>_bid_to_cover`, `_auction_yield`,
/// `_auction_size`.
[[nodiscard]] ImportDialect jgbAuctionsDialect();
/// A date and series of FRED under their ids: `macro/<id>`.
[[nodiscard]] ImportDialect fredDialect();
/// `date`, `sth_realized`: the cost basis of `cohort/sth`.
[[nodiscard]] ImportDialect sthRealizedPriceDialect();
/// `date`, `realized_price`: the cost basis of `cohort/all`.
[[nodiscard]] ImportDialect realizedPriceDialect();

} // namespace holdline
