// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// Japan's Ministry of Finance: yields of this month and of the past, and a page for each day's auction.
class MofVenue final : public DailyVenue {
public:
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

[[nodiscard]] Amount mofYield(int years, UtcTime date);
/// Of twenty-year bonds: the first session on the 15th of a month or after it.
[[nodiscard]] bool isMofAuction(UtcTime date);
/// Billions of yen.
[[nodiscard]] Amount mofBids(UtcTime date);
inline constexpr Amount mofAccepted{Int128(800) * decimalUnits};

} // namespace holdline::testing
