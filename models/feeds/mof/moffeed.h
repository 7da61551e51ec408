// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// Yields of Japanese government bonds, and results of auctions of those of twenty years, from Japan's
/// Ministry of Finance.
[[nodiscard]] const FeedTraits& mofTraits();
[[nodiscard]] std::unique_ptr<Feed> makeMofFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
