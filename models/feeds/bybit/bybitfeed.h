// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& bybitTraits();

/// Bybit v5: linear perpetuals and spot, each on a connection of its own; every liquidation of the former.
/// Source: the venue's "V5" documentation of July 2026.
[[nodiscard]] std::unique_ptr<Feed> makeBybitFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
