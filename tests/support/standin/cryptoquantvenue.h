// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// CryptoQuant, with the key that the stand-in for Glassnode has.
class CryptoquantVenue final : public DailyVenue {
public:
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

/// Of a field as the venue calls it, `range_1d_1w`, `inflow_top10`: USD of a cost, else BTC, or what stands
/// for USD.
[[nodiscard]] Amount cryptoquantValue(QByteArrayView field, bool isCost, UtcTime day);

} // namespace holdline::testing
