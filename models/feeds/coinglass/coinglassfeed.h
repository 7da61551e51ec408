// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// Flows of funds, liquidations and taker volume of several venues from CoinGlass, with a key.
[[nodiscard]] const FeedTraits& coinglassTraits();
[[nodiscard]] std::unique_ptr<Feed> makeCoinglassFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
