// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

namespace holdline {

/// Reads an array of `{"d":"2026-01-20","unixTs":"…","sthRealizedPrice":"99300.5"}`, in any order. The key of
/// the value has changed its case before: where the usual one is not there, it is the only number besides `d`
/// and `unixTs`. A row without a date, or whose price is none, is left out with a reject. `records` is
/// cleared first. Source: https://bitcoin-data.com/api/swagger.html
[[nodiscard]] Reading readBitcoinData(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                      std::vector<DayValue>& values);

} // namespace holdline
