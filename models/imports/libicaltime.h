// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/calendartime.h"

#include <libical/ical.h>
#include <optional>

namespace holdline {

/// Absent for the null time and for days and times of day that there are none of, which libical lets pass.
[[nodiscard]] inline std::optional<CalendarTime> fromLibical(const icaltimetype& time)
{
    using namespace std::chrono;
    const year_month_day day{year{time.year}, month(static_cast<unsigned>(time.month)),
                             std::chrono::day(static_cast<unsigned>(time.day))};
    const bool isClock = time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 &&
                         time.second >= 0 && time.second <= 60; // a leap second is 60
    if (!day.ok() || time.year < 1 || time.year > 9999 || (!time.is_date && !isClock))
        return {};
    if (time.is_date)
        return CalendarTime{sys_days{day}, CalendarTime::Form::Date};
    const UtcTime shown = sys_days{day} + hours{time.hour} + minutes{time.minute} + seconds{time.second};
    return CalendarTime{shown, icaltime_is_utc(time) ? CalendarTime::Form::Utc : CalendarTime::Form::Clock};
}

[[nodiscard]] inline icaltimetype toLibical(UtcTime shown, bool isDate)
{
    using namespace std::chrono;
    const auto midnight = floor<days>(shown);
    const year_month_day day{midnight};
    const hh_mm_ss clock{shown - midnight};
    icaltimetype time = icaltime_null_time();
    time.year = static_cast<int>(day.year());
    time.month = static_cast<int>(static_cast<unsigned>(day.month()));
    time.day = static_cast<int>(static_cast<unsigned>(day.day()));
    time.is_date = isDate;
    if (isDate)
        return time;
    time.hour = static_cast<int>(clock.hours().count());
    time.minute = static_cast<int>(clock.minutes().count());
    time.second = static_cast<int>(clock.seconds().count());
    return time;
}

} // namespace holdline
