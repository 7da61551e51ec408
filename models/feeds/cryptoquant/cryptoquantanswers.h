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

} // namespace holdline
