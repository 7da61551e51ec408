// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"

namespace holdline {

/// A provider of values by day alone: no instruments, no candles, no connection that stays.
class DailyFeed : public Feed {
public:
    [[nodiscard]] const std::vector<FeedInstrument>& instruments() const final;
    [[nodiscard]] std::vector<Route> routes() const final { return {}; }
    [[nodiscard]] Reading readMessage(int, QByteArrayView, UtcTime, FeedRecords& records) final;
    [[nodiscard]] std::vector<Poll> polls() const final { return {}; }
    [[nodiscard]] int candlePage(int, Interval) const final { return 0; }
    [[nodiscard]] Span candleReach(int, Interval) const final { return {}; }
    [[nodiscard]] RestRequest candleRequest(int, Interval, TimeRange) const final { return {}; }
};

} // namespace holdline
