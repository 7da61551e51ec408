// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <vector>

namespace holdline {

// Days on which markets trade. A date is given as its midnight UTC, whatever the zone of the market.

/// Whether the New York exchange holds a session on that date: no weekend, no holiday (those of its Rule 7.2,
/// and the days of mourning and storm since 2001). Source: nyse.com, holidays and trading hours.
[[nodiscard]] bool isNewYorkSession(UtcTime date);
/// Whether that session ends at 13:00: 3 July, the Friday after Thanksgiving, 24 December.
[[nodiscard]] bool isNewYorkHalfDay(UtcTime date);
/// The last session that began on that date or before.
[[nodiscard]] UtcTime lastNewYorkSession(UtcTime date);
/// Dates of sessions from the one date to the other, both included, oldest first.
[[nodiscard]] std::vector<UtcTime> newYorkSessions(UtcTime first, UtcTime last);

/// Whether Tokyo's markets trade on that date: no weekend, no national holiday, and not from 31 December to
/// 3 January. The moved holidays of 2019 to 2021 are known. Source: Act on National Holidays; the equinoxes
/// by the usual formula for 1980 to 2099.
[[nodiscard]] bool isTokyoSession(UtcTime date);

} // namespace holdline
