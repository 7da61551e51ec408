// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>

namespace holdline {

/// Flows of the US funds on bitcoin from SoSoValue, with a key.
[[nodiscard]] const FeedTraits& sosovalueTraits();
[[nodiscard]] std::unique_ptr<Feed> makeSosovalueFeed(const std::vector<QByteArray>& assets);

} // namespace holdline
