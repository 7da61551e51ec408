// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// One provider that Holdline reads.
struct FeedEntry {
    FeedTraits traits;
    /// Follows the instruments of these assets (`BTC`, `ETH`), in that order.
    std::unique_ptr<Feed> (*make)(const std::vector<QByteArray>& assets);
};

/// All of them, in the order in which they are passed over when one cannot be reached.
[[nodiscard]] const std::vector<FeedEntry>& feedCatalog();
/// nullptr when there is no such provider.
[[nodiscard]] const FeedEntry* findFeed(const QString& id);

} // namespace holdline
