// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& binanceTraits();

/// Binance spot, pairs in USDT: candles and figures of 24 hours of all assets, trades of bitcoin.
/// Source: the venue's "Spot API" documentation of July 2026.
[[nodiscard]] std::unique_ptr<Feed> makeBinanceFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
