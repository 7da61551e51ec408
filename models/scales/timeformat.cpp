// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/timeformat.h"

#include <array>
#include <cmath>

namespace holdline {

namespace {

constexpr std::array<const char*, 12> monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> weekdayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

QLatin1String monthName(std::chrono::year_month_day date)
{
    return QLatin1String(monthNames[static_cast<unsigned>(date.month()) - 1]);
}

QString withYear(QString text, std::chrono::year_month_day date, int yearOfNow)
{
    if (static_cast<int>(date.year()) != yearOfNow)
        text += QLatin1Char(' ') + yearText(date);
    return text;
}

void appendTwoDigits(QString& text, qint64 value)
{
    text += QChar(static_cast<char16_t>(u'0' + value / 10));
    text += QChar(static_cast<char16_t>(u'0' + value % 10));
}

} // namespace

std::chrono::year_month_day wallDate(WallMs wall)
{
    return std::chrono::floor<std::chrono::days>(fromMsecs(wall));
}

WallMs wallMidnight(std::chrono::year_month_day date)
{
    return toMsecs(std::chrono::sys_days{date});
}

QString dayText(std::chrono::year_month_day date, int yearOfNow)
{
    const QString day = QString::number(static_cast<unsigned>(date.day()));
    return withYear(day + QLatin1Char(' ') + monthName(date), date, yearOfNow);
}

QString monthText(std::chrono::year_month_day date, int yearOfNow)
{
    return withYear(monthName(date), date, yearOfNow);
}

QString yearText(std::chrono::year_month_day date)
{
    return QString::number(static_cast<int>(date.year()));
}

QString clockText(WallMs wall)
{
    const qint64 minutes = (wall - wallMidnight(wallDate(wall))) / 60'000;
    QString text;
    text.reserve(5);
    appendTwoDigits(text, minutes / 60);
    text += QLatin1Char(':');
    appendTwoDigits(text, minutes % 60);
    return text;
}

QString offsetText(qint64 offsetMs)
{
    const qint64 minutes = std::abs(offsetMs) / 60'000;
    QString text = (offsetMs < 0 ? QChar(0x2212) : QChar(u'+')) + QString::number(minutes / 60);
    if (minutes % 60 != 0) {
        text += QLatin1Char(':');
        appendTwoDigits(text, minutes % 60);
    }
    return text;
}

QString timeText(UtcTime time, const QTimeZone& zone, int yearOfNow)
{
    const WallClock clock({time, time}, zone);
    const qint64 offset = clock.segmentAt(toMsecs(time)).offsetMs;
    const WallMs wall = toMsecs(time) + offset;
    QString text = dayText(wallDate(wall), yearOfNow) + QLatin1Char(' ') + clockText(wall);
    if (clock.isRepeated(wall))
        text += QLatin1Char(' ') + offsetText(offset);
    return text;
}

QString weekdayTimeText(UtcTime time, const QTimeZone& zone, int yearOfNow)
{
    const WallClock clock({time, time}, zone);
    const auto date = wallDate(toMsecs(time) + clock.segmentAt(toMsecs(time)).offsetMs);
    const std::chrono::weekday weekday{std::chrono::sys_days{date}};
    return QLatin1String(weekdayNames[weekday.c_encoding()]) + QLatin1Char(' ') +
           timeText(time, zone, yearOfNow);
}

int yearAt(UtcTime time, const QTimeZone& zone)
{
    const WallClock clock({time, time}, zone);
    return static_cast<int>(wallDate(toMsecs(time) + clock.segmentAt(toMsecs(time)).offsetMs).year());
}

} // namespace holdline
