// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// What options on bitcoin tell at Deribit: puts over calls, the skew at 25 delta, and the volatility index.
[[nodiscard]] const FeedTraits& deribitTraits();
[[nodiscard]] std::unique_ptr<Feed> makeDeribitFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
