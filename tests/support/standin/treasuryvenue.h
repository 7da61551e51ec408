// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// The US Treasury: auctions of each month, those of other terms and of next week too.
class TreasuryVenue final : public DailyVenue {
public:
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

/// Ten-year notes and thirty-year bonds alone are sold so: new ones in February, May, August and November,
/// and what they are called in the months between.
[[nodiscard]] UtcTime treasuryAuction(std::chrono::year_month month, int years);
[[nodiscard]] Amount treasuryCover(int years, UtcTime date);

} // namespace holdline::testing
