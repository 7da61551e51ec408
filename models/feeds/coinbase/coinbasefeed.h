// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/feeds/jsonreader.h"

#include <memory>

namespace holdline {

[[nodiscard]] const FeedTraits& coinbaseTraits();
[[nodiscard]] std::unique_ptr<Feed> makeCoinbaseFeed(const std::vector<QByteArray>& assets);

/// Coinbase Exchange: candles over REST alone, bitcoin's trades and all products' daily figures by stream.
class CoinbaseFeed final : public Feed {
public:
    explicit CoinbaseFeed(const std::vector<QByteArray>& assets);

    [[nodiscard]] const FeedTraits& traits() const override { return coinbaseTraits(); }
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
