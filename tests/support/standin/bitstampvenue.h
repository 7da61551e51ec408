// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/venue.h"

namespace holdline::testing {

/// Bitstamp.
class BitstampVenue final : public Venue {
public:
    [[nodiscard]] std::vector<SimulatedInstrument> instruments() const override;
    [[nodiscard]] StreamRules streamRules() const override;
    [[nodiscard]] RestRules restRules() const override;
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
    [[nodiscard]] std::unique_ptr<StreamSession> open(const HttpRequest& request) override;
};

} // namespace holdline::testing
