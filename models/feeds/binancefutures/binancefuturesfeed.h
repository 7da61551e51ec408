// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& binanceFuturesTraits();

/// Binance's futures with margin in US dollar coins: forced orders of all contracts; candles, mark prices,
/// open interest and funding rates of perpetuals in USDT. Source: the venue's "USD-M Futures" documentation
/// of 2026.
[[nodiscard]] std::unique_ptr<Feed> makeBinanceFuturesFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
