// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// Cost bases and supplies of holders by age from bitview.space, or from any server of the Bitcoin Research
/// Kit.
[[nodiscard]] const FeedTraits& bitviewTraits();
[[nodiscard]] std::unique_ptr<Feed> makeBitviewFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
