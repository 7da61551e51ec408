// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

namespace holdline {

/// Reads an array of `{"t":1768867200,"v":99300.5}`, `t` in seconds at the day's beginning, in any order;
/// `null` in place of the array means none. A row that cannot be read is left out with a reject, an unknown
/// value without. `records` is cleared first. Source: https://docs.glassnode.com/basic-api/api
[[nodiscard]] Reading readGlassnode(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                    std::vector<DayValue>& values);

} // namespace holdline
