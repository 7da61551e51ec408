// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/feeds/jsonreader.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& bitstampTraits();
[[nodiscard]] std::unique_ptr<Feed> makeBitstampFeed(const std::vector<QByteArray>& assets);

/// Bitstamp: candles over REST alone, trades by stream.
class BitstampFeed final : public Feed {
public:
    explicit BitstampFeed(const std::vector<QByteArray>& assets);

    [[nodiscard]] const FeedTraits& traits() const override { return bitstampTraits(); }
    [[nodiscard]] const std::vector<FeedInstrument>& instruments() const override { return m_instruments; }
    [[nodiscard]] std::vector<Route> routes() const override { return m_routes; }
    [[nodiscard]] Reading readMessage(int route, QByteArrayView bytes, UtcTime receivedAt,
                                      FeedRecords& records) override;
    [[nodiscard]] std::vector<Poll> polls() const override;
    [[nodiscard]] int candlePage(int instrument, Interval interval) const override;
    [[nodiscard]] Span candleReach(int instrument, Interval interval) const override;
    [[nodiscard]] RestRequest candleRequest(int instrument, Interval interval,
                                            TimeRange range) const override;
    [[nodiscard]] Reading readAnswer(const RestRequest& request, QByteArrayView bytes,
                                     FeedRecords& records) override;

private:
    std::vector<FeedInstrument> m_instruments;
    std::vector<Route> m_routes;
    JsonReader m_json;
};

} // namespace holdline
