// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// What goes to exchanges and leaves them each day, in USD, from Coin Metrics' community data.
[[nodiscard]] const FeedTraits& coinmetricsTraits();
[[nodiscard]] std::unique_ptr<Feed> makeCoinmetricsFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
