// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

namespace holdline::testing {

/// bitcoin-data.com without a key: few questions, and the last seven days withheld.
class BitcoinDataVenue final : public Venue {
public:
    [[nodiscard]] std::vector<SimulatedInstrument> instruments() const override { return {}; }
    [[nodiscard]] StreamRules streamRules() const override { return {}; }
    [[nodiscard]] RestRules restRules() const override { return {.burst = 8, .perSecond = 8.0 / 3600}; }
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
    [[nodiscard]] std::unique_ptr<StreamSession> open(const HttpRequest&) override { return nullptr; }
};

[[nodiscard]] Amount bitcoinDataValue(UtcTime day);

} // namespace holdline::testing
