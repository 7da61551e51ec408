// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// The S&P 500, the broad dollar index and the yield of ten-year notes from FRED, with a key.
[[nodiscard]] const FeedTraits& fredTraits();
[[nodiscard]] std::unique_ptr<Feed> makeFredFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
