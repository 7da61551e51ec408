// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// The cost basis of short-term holders from bitcoin-data.com, a week late and free.
[[nodiscard]] const FeedTraits& bitcoinDataTraits();
[[nodiscard]] std::unique_ptr<Feed> makeBitcoinDataFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
