// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

namespace holdline::testing {

/// Bybit v5, linear contracts and spot.
class BybitVenue final : public Venue {
public:
    [[nodiscard]] std::vector<SimulatedInstrument> instruments() const override;
    [[nodiscard]] StreamRules streamRules() const override;
    [[nodiscard]] RestRules restRules() const override;
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
    [[nodiscard]] std::unique_ptr<StreamSession> open(const HttpRequest& request) override;
};

/// The members of a ticker that Holdline could read, in the order of the wire.
[[nodiscard]] std::vector<std::pair<QByteArray, QByteArray>> bybitTicker(const SimulatedMarket& market,
                                                                         int instrument, UtcTime now);
[[nodiscard]] std::optional<Span> bybitInterval(const QByteArray& name);
/// -1 when there is none; `category` is `linear` or `spot`.
[[nodiscard]] int bybitInstrument(const SimulatedMarket& market, const QByteArray& category,
                                  const QByteArray& symbol);

} // namespace holdline::testing
