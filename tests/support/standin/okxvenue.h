// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/venue.h"

namespace holdline::testing {

/// OKX v5, spot and USDT swaps.
class OkxVenue final : public Venue {
public:
    [[nodiscard]] std::vector<SimulatedInstrument> instruments() const override;
    [[nodiscard]] StreamRules streamRules() const override;
    [[nodiscard]] RestRules restRules() const override;
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
    [[nodiscard]] std::unique_ptr<StreamSession> open(const HttpRequest& request) override;
};

/// Bars of six hours and more open by Hong Kong's day unless their name ends in `utc`.
[[nodiscard]] std::optional<CandleGrid> okxGrid(const QByteArray& bar);
[[nodiscard]] QByteArray okxRow(const SimulatedInstrument& of, const SimulatedCandle& candle, bool isClosed);
/// One order of an instrument, as the channel and its REST twin give it.
[[nodiscard]] QByteArray okxOrder(const SimulatedInstrument& of, const std::vector<Liquidation>& orders);

} // namespace holdline::testing
