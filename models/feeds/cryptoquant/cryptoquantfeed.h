// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// Cost bases and supplies by age, net taker volume and large deposits from CryptoQuant, with a key.
[[nodiscard]] const FeedTraits& cryptoquantTraits();
[[nodiscard]] std::unique_ptr<Feed> makeCryptoquantFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
