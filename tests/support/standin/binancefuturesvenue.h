// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/binancevenue.h"

namespace holdline::testing {

/// Binance USD-M futures, with the routes of 2026.
class BinanceFuturesVenue final : public BinanceVenue {
public:
    [[nodiscard]] std::vector<SimulatedInstrument> instruments() const override;
    [[nodiscard]] StreamRules streamRules() const override;
    [[nodiscard]] RestRules restRules() const override;
    [[nodiscard]] int weight(const HttpRequest& request) const override;
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] std::unique_ptr<StreamSession> open(const HttpRequest& request) override;

private:
    [[nodiscard]] static HttpReply exchangeInfo(const VenueState& state);
    [[nodiscard]] static HttpReply marks(const Question& question);
    [[nodiscard]] static HttpReply fundingRates(const Question& question);
    [[nodiscard]] static HttpReply openInterest(const Question& question);
    [[nodiscard]] static HttpReply openInterestHistory(const Question& question);
};

} // namespace holdline::testing
