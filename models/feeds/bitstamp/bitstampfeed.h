// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& bitstampTraits();

/// Bitstamp: candles over REST alone, trades by stream.
/// Source: the venue's "HTTP API" and "WebSocket v2" documentation.
[[nodiscard]] std::unique_ptr<Feed> makeBitstampFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
