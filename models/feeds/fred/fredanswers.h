// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

namespace holdline {

/// Reads `{"count":2,…,"observations":[{"date":"2026-11-19","value":"6650.12"},…]}`; `"."` is no value. A row
/// that cannot be read is left out with a reject. `{"error_code":400,"error_message":"…"}` is Refused, 429
/// RateLimited and 5xx Unavailable, whatever HTTP said. Values come oldest first, by date. `records` is
/// cleared first. Source: https://fred.stlouisfed.org/docs/api/fred/series_observations.html
[[nodiscard]] Reading readFred(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                               std::vector<DayValue>& values);

} // namespace holdline
