// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// CoinGlass, with the key that the stand-in for Glassnode has; what it refuses comes with status 200.
class CoinglassVenue final : public DailyVenue {
public:
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

/// `long`, `short`, `buy` or `sell` of four hours, in USD.
[[nodiscard]] Amount coinglassSum(QByteArrayView side, UtcTime start);

} // namespace holdline::testing
