// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// Cost bases of short-term holders and of all coins from Glassnode, with a key.
[[nodiscard]] const FeedTraits& glassnodeTraits();
[[nodiscard]] std::unique_ptr<Feed> makeGlassnodeFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
