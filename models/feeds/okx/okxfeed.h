// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& okxTraits();

/// OKX v5: candles of spot and perpetual swaps, and the liquidations that it shows.
/// Source: the venue's "V5" documentation.
[[nodiscard]] std::unique_ptr<Feed> makeOkxFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
