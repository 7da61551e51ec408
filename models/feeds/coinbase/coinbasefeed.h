// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& coinbaseTraits();

/// Coinbase Exchange: candles over REST alone, bitcoin's trades and all products' daily figures by stream.
/// Source: the venue's "Exchange" documentation.
[[nodiscard]] std::unique_ptr<Feed> makeCoinbaseFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
