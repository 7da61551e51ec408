// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/etfvalues.h"
#include "models/feeds/jsonreader.h"

namespace holdline {

// All answers are `{"code":"0","msg":"success","data":[…]}`. The code within is read before the rows,
// whatever HTTP said, as a key that is refused comes with status 200: 401, or words about the key, are
// Refused, 429 is RateLimited, 5xx Unavailable, any other but 0 Refused. Numbers come as numbers or as texts,
// times as ms or as s. A row that cannot be read is left out with a reject, what is `null` or a dash without.
// `records` is cleared first. Source: https://docs.coinglass.com/reference

/// Flows of funds by the date of their session.
struct CoinglassFlows {
    FundValues funds;            ///< a fund without a flow on a day has none there
    std::vector<DayValue> total; ///< the provider's own; oldest first
};

/// Rows such as `{"timestamp":ms,"flow_usd":…,"etf_flows":[{"etf_ticker":"IBIT","flow_usd":…}]}`.
[[nodiscard]] Reading readCoinglassFlows(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                         CoinglassFlows& flows);

/// Two sums in USD of the same four hours, by their beginning, oldest first. One of them may be missing.
struct CoinglassSums {
    std::vector<DayValue> first;  ///< long positions; what takers bought
    std::vector<DayValue> second; ///< short positions; what takers sold
};

/// Rows with `aggregated_long_liquidation_usd` and `aggregated_short_liquidation_usd`.
[[nodiscard]] Reading readCoinglassLiquidations(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                                CoinglassSums& sums);
/// Rows with `aggregated_buy_volume_usd` and `aggregated_sell_volume_usd`.
[[nodiscard]] Reading readCoinglassTaker(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                         CoinglassSums& sums);

} // namespace holdline
