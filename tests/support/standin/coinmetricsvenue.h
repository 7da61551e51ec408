// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// Coin Metrics' community data: two days late, in pages.
class CoinmetricsVenue final : public DailyVenue {
public:
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

[[nodiscard]] Amount coinmetricsValue(QByteArrayView metric, UtcTime day);

} // namespace holdline::testing
