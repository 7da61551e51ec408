// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& krakenTraits();

/// Kraken spot: candles by stream and the last 720 of them over REST.
/// Source: the venue's "Spot REST" and "WebSocket v2" documentation of 2026.
[[nodiscard]] std::unique_ptr<Feed> makeKrakenFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
