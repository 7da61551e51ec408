// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/tradingcalendar.h"
#include "tests/support/standin/simulatedcohorts.h"
#include "tests/support/standin/venue.h"

#include <QByteArrayList>

namespace holdline::testing {

/// Funds of which one has a name that no one knows.
inline const QByteArrayList& simulatedFunds()
{
    static const QByteArrayList funds{"IBIT", "FBTC", "ARKB", "GBTC", "NEWF"};
    return funds;
}

/// What flowed into a fund in the session of a date, in USD, of either sign.
[[nodiscard]] inline Amount simulatedFlow(QByteArrayView fund, UtcTime day)
{
    const auto coins = static_cast<qint64>(cohortOf(fund, day, latestTime).supply.units / decimalUnits);
    return {Int128(coins * 37 % 401 - 200) * 1'000'000 * decimalUnits};
}

[[nodiscard]] inline Amount simulatedTotal(UtcTime day)
{
    Amount total;
    for (const QByteArray& fund : simulatedFunds())
        total += simulatedFlow(fund, day);
    return total;
}

/// Sessions whose flows are told: the last `count` that ended before the venue's today, oldest first.
[[nodiscard]] inline std::vector<UtcTime> toldSessions(UtcTime now, qint64 count)
{
    const UtcTime last = lastNewYorkSession(dayStart(now) - oneDayLong);
    auto sessions = newYorkSessions(last - 2 * count * oneDayLong, last);
    const auto many = static_cast<qint64>(sessions.size());
    sessions.erase(sessions.begin(), sessions.begin() + std::max<qint64>(0, many - count));
    return sessions;
}

/// Whether the fault `partial` keeps a fund's newest session back.
[[nodiscard]] inline bool isWithheld(const QByteArray& fund, UtcTime day, const VenueState& state)
{
    const ScenarioEvent* fault = state.faults.active(u"partial");
    return fault && fault->fits("names", fund) && day == toldSessions(state.now, 1).back();
}

} // namespace holdline::testing
