// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// Deribit's options on bitcoin: of each expiry puts at one volatility and calls at another.
class DeribitVenue final : public DailyVenue {
public:
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

/// The volatility index at the end of an hour, in per cent.
[[nodiscard]] Amount deribitVolatilityAt(UtcTime hour);
/// Put less call volatility of an expiry at 08:00, in points: a tenth for each day from midnight on.
[[nodiscard]] double deribitSkew(UtcTime expiry, UtcTime now);
/// Most rows of one answer about the index.
inline constexpr qint64 deribitRows = 200;

} // namespace holdline::testing
