// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// bitcoin-data.com without a key: few questions, and the last seven days withheld.
class BitcoinDataVenue final : public DailyVenue {
public:
    [[nodiscard]] RestRules restRules() const override { return {.burst = 8, .perSecond = 8.0 / 3600}; }
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

[[nodiscard]] Amount bitcoinDataValue(UtcTime day);

} // namespace holdline::testing
