// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <chrono>

namespace holdline {

/// 2025-12-15 to the end of 2026-01-26, in minutes.
inline constexpr UtcTime episodeBegin{std::chrono::sys_days{std::chrono::year{2025} / 12 / 15}};
inline constexpr int episodeDays = 43;
inline constexpr int episodeMinutes = episodeDays * 1440;

/// Minutes from the beginning to a time of December 2025 or January 2026.
constexpr int minuteOf(int month, int day, int hour = 0, int minute = 0)
{
    const int days = month == 12 ? day - 15 : day + 16;
    return (days * 24 + hour) * 60 + minute;
}

constexpr UtcTime timeOf(int minute)
{
    return episodeBegin + std::chrono::minutes{minute};
}

constexpr UtcTime timeOf(int month, int day, int hour, int minute)
{
    return timeOf(minuteOf(month, day, hour, minute));
}

} // namespace holdline
