// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

namespace holdline {

/// Reads `{"data":[{"value":"63","timestamp":"1763769600",…},…],"metadata":{"error":null}}`, newest first:
/// whole numbers from 0 to 100 by the UTC day that begins at the time. A row that cannot be read is left out
/// with a reject. An `error` that is not null is Refused. `records` is cleared first. Values come oldest
/// first. Source: https://alternative.me/crypto/fear-and-greed-index/#api
[[nodiscard]] Reading readFearAndGreed(JsonReader& json, QByteArrayView bytes, FeedRecords& records,
                                       std::vector<DayValue>& values);

} // namespace holdline
