// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

namespace holdline::testing {

/// What bytes are given to a feed as: `A` to `Z` a message on that route, `c` candles (of its first
/// instrument, 1000 minutes from 2025-11-22T00:00Z), `t` server time, `o` open interest, `f` funding, `p`
/// mark price, `k` contracts, `d` 24 hours; any other a message on the first route.
[[nodiscard]] Reading probe(Feed& feed, char purpose, QByteArrayView bytes, FeedRecords& records);

/// Answers what a feed must know before it can read all of its messages: what contracts are worth.
void tellContracts(Feed& feed);

/// What no feed may ever give for that purpose, as a sentence; empty when all is well.
[[nodiscard]] QString flawOf(const Feed& feed, char purpose, const Reading& reading,
                             const FeedRecords& records);

} // namespace holdline::testing
