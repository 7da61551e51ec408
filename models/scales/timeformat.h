// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/walltime.h"

#include <QString>

#include <chrono>

namespace holdline {

/// `21 Jan 17:00`; with the year where it is not this one (`21 Jan 2025 17:00`), with the offset where the
/// clocks show the time twice (`25 Oct 02:30 +1`).
[[nodiscard]] QString timeText(UtcTime time, const QTimeZone& zone, int yearOfNow);
/// The same with the day of the week: `Wed 21 Jan 17:00`.
[[nodiscard]] QString weekdayTimeText(UtcTime time, const QTimeZone& zone, int yearOfNow);
/// The year that the zone's clocks show.
[[nodiscard]] int yearAt(UtcTime time, const QTimeZone& zone);

// The parts, for axes.
[[nodiscard]] std::chrono::year_month_day wallDate(WallMs wall);
[[nodiscard]] WallMs wallMidnight(std::chrono::year_month_day date);
[[nodiscard]] QString dayText(std::chrono::year_month_day date, int yearOfNow);   ///< `21 Jan`
[[nodiscard]] QString monthText(std::chrono::year_month_day date, int yearOfNow); ///< `Jan`, `Jan 2025`
[[nodiscard]] QString yearText(std::chrono::year_month_day date);
[[nodiscard]] QString clockText(WallMs wall); ///< `17:00`
/// `+1`, `−3:30`, `+0`.
[[nodiscard]] QString offsetText(qint64 offsetMs);

} // namespace holdline
