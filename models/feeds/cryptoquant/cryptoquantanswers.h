// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

#include <QString>

#include <map>

namespace holdline {

/// Values by band (`1d-1w`).
using BandValues = std::map<QString, std::vector<DayValue>>;

/// Reads `{"status":{"code":200,"message":"success"},"result":{"window":"day","data":[…]}}` with rows such as
/// `{"date":"2026-01-20","range_1d_1w":99300.5,…}`, newest first or in any order. The status within is read
/// before the rows, whatever HTTP said: 401 and 403 are Refused, 429 is RateLimited, 5xx Unavailable. A value
/// that is none, or cannot be a price or a supply, is left out with a reject, `null` without. `records` is
/// cleared first. Source: https://cryptoquant.com/docs
[[nodiscard]] Reading readCryptoquantBands(JsonReader& json, bool areCosts, QByteArrayView bytes,
                                           FeedRecords& records, BandValues& values);

/// Reads rows such as `{"date":"2026-01-20","taker_buy_volume":9.12e9,"taker_sell_volume":9.42e9}` into what
/// takers bought less what they sold, in USD, oldest first; without one of the two there is no value.
/// Otherwise as above.
[[nodiscard]] Reading readCryptoquantTaker(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                           std::vector<DayValue>& values);
/// Reads `inflow_top10` of rows such as `{"date":"2026-01-20","inflow_total":…,"inflow_top10":9120.5}`, in
/// BTC, oldest first. Otherwise as above.
[[nodiscard]] Reading readCryptoquantInflow(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                            std::vector<DayValue>& values);

} // namespace holdline
