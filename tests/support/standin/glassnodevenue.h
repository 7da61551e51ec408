// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// Glassnode. Any key is right that is `standInKey`.
class GlassnodeVenue final : public DailyVenue {
public:
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

inline constexpr const char* standInKey = "k3y-0f-The.Stand-In_77";

/// `price_usd_close`, `mvrv_less_155`, `price_realized_usd`.
[[nodiscard]] Amount glassnodeValue(QByteArrayView metric, UtcTime day);

} // namespace holdline::testing
