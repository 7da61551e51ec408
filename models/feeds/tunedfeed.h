// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

#include <memory>
#include <optional>

namespace holdline {

/// What a person set of a provider's rules, as some are known from memory only and venues change them; absent
/// is the feed's own.
struct FeedTuning {
    std::optional<int> page = {};                  ///< most candles of one answer
    std::optional<Span> reach = {};                ///< how far back minutes can be asked for
    std::optional<int> weight = {};                ///< most weight in a window
    std::optional<double> questionsPerSecond = {}; ///< of REST
    std::optional<Span> silence = {};              ///< longest without a message on a connection
    std::optional<Span> heartbeat = {};            ///< between two of ours, where the venue wants any
    std::optional<Span> lifetime = {};             ///< of a connection
};

/// The same feed with these rules.
[[nodiscard]] std::unique_ptr<Feed> tuned(std::unique_ptr<Feed> feed, const FeedTuning& tuning);

} // namespace holdline
