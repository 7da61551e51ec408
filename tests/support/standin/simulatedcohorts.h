// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QByteArray>

namespace holdline::testing {

inline constexpr Span oneDayLong = std::chrono::hours{24};

/// 00:00 UTC of that moment's day.
[[nodiscard]] UtcTime dayStart(UtcTime time);

/// What a provider of daily values would tell of a name: every name has its own figures, which rise from day
/// to day, and on the day that goes on from second to second until its end.
struct SimulatedCohort {
    Amount supply; ///< BTC
    Price cost;    ///< whole dollars on a day that has ended

    /// Realized cap: exactly supply times cost.
    [[nodiscard]] Amount money() const;
};

[[nodiscard]] SimulatedCohort cohortOf(QByteArrayView name, UtcTime day, UtcTime now);

} // namespace holdline::testing
