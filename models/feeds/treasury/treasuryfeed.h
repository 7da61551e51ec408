// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// Results of auctions of ten-year notes and thirty-year bonds from the US Treasury.
[[nodiscard]] const FeedTraits& treasuryTraits();
[[nodiscard]] std::unique_ptr<Feed> makeTreasuryFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
