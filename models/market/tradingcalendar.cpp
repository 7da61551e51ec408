// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/tradingcalendar.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace tradingdays {

using namespace std::chrono;

bool isWeekend(sys_days date)
{
    const weekday on{date};
    return on == Saturday || on == Sunday;
}

sys_days easterSunday(year of)
{
    // Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
    const int y = static_cast<int>(of);
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return of / month(static_cast<unsigned>(n / 31)) / day(static_cast<unsigned>(n % 31 + 1));
}

/// A holiday on a Saturday is kept on the Friday, one on a Sunday on the Monday.
sys_days observed(sys_days date)
{
    const weekday on{date};
    return on == Saturday ? date - days{1} : on == Sunday ? date + days{1} : date;
}

bool isNewYearObserved(sys_days date, year of)
{
    const sys_days first = of / January / 1;
    return date == (weekday{first} == Sunday ? first + days{1} : first); // none on the Friday before
}

bool isNewYorkHoliday(sys_days date)
{
    const year_month_day ymd{date};
    const year of = ymd.year();
    const bool hasJuneteenth = of >= year{2022};
    return isNewYearObserved(date, of) || date == sys_days(of / January / Monday[3]) ||
           date == sys_days(of / February / Monday[3]) || date == easterSunday(of) - days{2} ||
           date == sys_days(of / May / Monday[last]) || (hasJuneteenth && date == observed(of / June / 19)) ||
           date == observed(of / July / 4) || date == sys_days(of / September / Monday[1]) ||
           date == sys_days(of / November / Thursday[4]) || date == observed(of / December / 25);
}

bool isNewYorkMourningOrStorm(sys_days date)
{
    static constexpr std::array<sys_days, 10> closed{
        sys_days{year{2001} / 9 / 11},  sys_days{year{2001} / 9 / 12},  sys_days{year{2001} / 9 / 13},
        sys_days{year{2001} / 9 / 14},  sys_days{year{2004} / 6 / 11},  sys_days{year{2007} / 1 / 2},
        sys_days{year{2012} / 10 / 29}, sys_days{year{2012} / 10 / 30}, sys_days{year{2018} / 12 / 5},
        sys_days{year{2025} / 1 / 9}};
    return std::find(closed.begin(), closed.end(), date) != closed.end();
}

/// Day of March or September on which spring or autumn begins in Japan.
int equinox(int of, double base)
{
    return static_cast<int>(base + 0.242194 * (of - 1980)) - (of - 1980) / 4;
}

/// Those on a fixed date, on a weekday of a month, and the equinoxes.
bool isJapaneseNamedDay(sys_days date)
{
    const year_month_day ymd{date};
    const int of = static_cast<int>(ymd.year());
    const unsigned m = unsigned(ymd.month());
    const unsigned d = unsigned(ymd.day());
    const auto is = [&](unsigned month, unsigned day) { return m == month && d == day; };
    const bool isOlympicYear = of == 2020 || of == 2021;
    const bool isMoved =
        !isOlympicYear && (date == sys_days(ymd.year() / July / Monday[3]) ||
                           date == sys_days(ymd.year() / October / Monday[2]) || (is(8, 11) && of >= 2016));
    const bool isOlympic = (of == 2020 && (is(7, 23) || is(7, 24) || is(8, 10))) ||
                           (of == 2021 && (is(7, 22) || is(7, 23) || is(8, 8)));
    const bool isEnthronement = of == 2019 && (is(4, 30) || is(5, 1) || is(5, 2) || is(10, 22));
    return is(1, 1) || is(2, 11) || is(4, 29) || is(5, 3) || is(5, 4) || is(5, 5) || is(11, 3) ||
           is(11, 23) || (of >= 2020 && is(2, 23)) || (of < 2019 && is(12, 23)) || isMoved || isOlympic ||
           isEnthronement || date == sys_days(ymd.year() / January / Monday[2]) ||
           date == sys_days(ymd.year() / September / Monday[3]) ||
           (m == 3 && static_cast<int>(d) == equinox(of, 20.8431)) ||
           (m == 9 && static_cast<int>(d) == equinox(of, 23.2488));
}

/// A holiday on a Sunday moves to the next day that is none; a day between two holidays is one.
bool isJapaneseHoliday(sys_days date)
{
    if (isJapaneseNamedDay(date))
        return true;
    for (sys_days before = date - days{1}; isJapaneseNamedDay(before); before -= days{1}) {
        if (weekday{before} == Sunday)
            return true;
    }
    return isJapaneseNamedDay(date - days{1}) && isJapaneseNamedDay(date + days{1});
}

} // namespace tradingdays

bool isNewYorkSession(UtcTime date)
{
    const std::chrono::sys_days on = std::chrono::floor<std::chrono::days>(date);
    return !tradingdays::isWeekend(on) && !tradingdays::isNewYorkHoliday(on) &&
           !tradingdays::isNewYorkMourningOrStorm(on);
}

bool isNewYorkHalfDay(UtcTime date)
{
    const std::chrono::sys_days on = std::chrono::floor<std::chrono::days>(date);
    const std::chrono::year_month_day ymd{on};
    const unsigned week = std::chrono::weekday{on}.c_encoding();
    const bool isMondayToThursday = week >= 1 && week <= 4;
    if ((ymd.month() == std::chrono::July && ymd.day() == std::chrono::day{3}) ||
        (ymd.month() == std::chrono::December && ymd.day() == std::chrono::day{24}))
        return isMondayToThursday;
    return on == std::chrono::sys_days{ymd.year() / std::chrono::November / std::chrono::Thursday[4]} +
                     std::chrono::days{1};
}

UtcTime lastNewYorkSession(UtcTime date)
{
    while (!isNewYorkSession(date))
        date = date - std::chrono::hours{24};
    return date;
}

std::vector<UtcTime> newYorkSessions(UtcTime first, UtcTime last)
{
    std::vector<UtcTime> sessions;
    for (UtcTime date = first; date <= last; date += std::chrono::hours{24}) {
        if (isNewYorkSession(date))
            sessions.push_back(date);
    }
    return sessions;
}

bool isTokyoSession(UtcTime date)
{
    const std::chrono::sys_days on = std::chrono::floor<std::chrono::days>(date);
    const std::chrono::year_month_day ymd{on};
    const unsigned d = unsigned(ymd.day());
    const bool isYearEnd =
        (ymd.month() == std::chrono::December && d == 31) || (ymd.month() == std::chrono::January && d <= 3);
    return !tradingdays::isWeekend(on) && !isYearEnd && !tradingdays::isJapaneseHoliday(on);
}

} // namespace holdline
