// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/dailyvenue.h"

namespace holdline::testing {

/// A server of the Bitcoin Research Kit.
class BitviewVenue final : public DailyVenue {
public:
    [[nodiscard]] HttpReply answer(const HttpRequest& request, const VenueState& state) override;
    [[nodiscard]] HttpReply tooMany(std::optional<UtcTime> bannedUntil) const override;
    [[nodiscard]] HttpReply errorBody() const override;
};

/// A value as the server has it: dollars of a `…realized_cap` or `…realized_price`, else BTC.
[[nodiscard]] Amount bitviewValue(QByteArrayView name, UtcTime day, UtcTime now);

} // namespace holdline::testing
