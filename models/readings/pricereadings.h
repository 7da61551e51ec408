// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `price.last`, `price.low_24h`, `price.high_24h`, `price.change_24h_pct`, `price.ytd_pct`. A price that is
/// older than a day is not the last one any more. Low and high are at the open of the candle that has them.
void readPrice(const BriefData& data, Brief& brief);
/// `watch.<SYMBOL>.change_24h_pct` of each symbol watched.
void readWatched(const BriefData& data, Brief& brief);

/// From the close 24 hours before the last close to that one, in per cent; absent where that close is not
/// stored.
[[nodiscard]] std::optional<Amount> change24h(const PriceFacts& price);
/// Of the last candle closed.
[[nodiscard]] UtcTime lastCloseTime(const PriceFacts& price);
/// Absent when there is none of the last day before `at`.
[[nodiscard]] std::optional<Price> freshPrice(const std::optional<PriceFacts>& price, UtcTime at);

} // namespace holdline
