// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/binancetexts.h"

namespace holdline::testing {

/// Binance spot, and what futures have in common with it.
class BinanceVenue : public Venue {
public:
    [[nodiscard]] std::vector<SimulatedInstrument> instruments() const override;
    [[nodiscard]] StreamRules streamRules() const override;
    [[nodiscard]] RestRules restRules() const override;
    [[nodiscard]] int weight(const HttpRequest& request) const override;
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
    [[nodiscard]] std::unique_ptr<StreamSession> open(const HttpRequest& request) override;

protected:
    /// What a request says, checked as far as it goes.
    struct Question {
        const HttpRequest& request;
        const VenueState& state;
        BinanceForms forms;
        int instrument = -1;

        [[nodiscard]] const SimulatedInstrument& of() const
        {
            return state.market.instruments()[static_cast<std::size_t>(instrument)];
        }
    };
    [[nodiscard]] static HttpReply klines(const Question& question, int mostRows);
    [[nodiscard]] static HttpReply aggTrades(const Question& question);
    [[nodiscard]] static HttpReply days(const Question& question);
    [[nodiscard]] static HttpReply serverTime(const Question& question);
};

} // namespace holdline::testing
