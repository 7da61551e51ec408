// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feed.h"
#include "models/feeds/jsonreader.h"
#include "models/feeds/okx/okxcontracts.h"

#include <memory>
#include <optional>

namespace holdline {

[[nodiscard]] const FeedTraits& okxTraits();
[[nodiscard]] std::unique_ptr<Feed> makeOkxFeed(const std::vector<QByteArray>& assets);

/// OKX v5: candles of spot and perpetual swaps, and the liquidations that it shows.
class OkxFeed final : public Feed {
public:
    explicit OkxFeed(const std::vector<QByteArray>& assets);

    [[nodiscard]] const FeedTraits& traits() const override { return okxTraits(); }
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
    OkxContracts m_contracts = okxContractsAtFirst();
    std::optional<UtcTime> m_latestCandle; ///< open time of the latest that came

    void note(const FeedRecords& records);
};

} // namespace holdline
