// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// The index of fear and greed from alternative.me.
[[nodiscard]] const FeedTraits& alternativeTraits();
[[nodiscard]] std::unique_ptr<Feed> makeAlternativeFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
