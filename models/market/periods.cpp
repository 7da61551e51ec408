// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/periods.h"

#include "models/foundation/localmoment.h"
#include "models/market/tradingcalendar.h"

#include <QTimeZone>

namespace holdline {

namespace {

constexpr int at(int hour, int minute)
{
    return hour * 60 + minute;
}

Period knownAtEnd(UtcTime start, Span length)
{
    return {start, start + length, start + length};
}

UtcTime newYorkEnd(UtcTime date)
{
    return localMoment(date, isNewYorkHalfDay(date) ? at(13, 0) : at(16, 0), newYork());
}

} // namespace

const QTimeZone& newYork()
{
    static const QTimeZone zone("America/New_York");
    return zone;
}

const QTimeZone& tokyo()
{
    static const QTimeZone zone("Asia/Tokyo");
    return zone;
}

Period utcDay(UtcTime date)
{
    return knownAtEnd(date, std::chrono::hours{24});
}

Period utcHour(UtcTime start)
{
    return knownAtEnd(start, std::chrono::hours{1});
}

Period utcFourHours(UtcTime start)
{
    return knownAtEnd(start, std::chrono::hours{4});
}

Period etfDay(UtcTime date)
{
    return {localMoment(date, at(9, 30), newYork()), newYorkEnd(date),
            localMoment(date, at(24, 0), newYork())};
}

Period newYorkClose(UtcTime date)
{
    return {localMoment(date, at(9, 30), newYork()), newYorkEnd(date), newYorkEnd(date)};
}

Period tokyoYields(UtcTime date)
{
    const UtcTime close = localMoment(date, at(15, 0), tokyo());
    return {localMoment(date, at(9, 0), tokyo()), close, close};
}

Period tokyoAuction(UtcTime date)
{
    const UtcTime published = localMoment(date, at(12, 35), tokyo());
    return {localMoment(date, at(9, 0), tokyo()), published, published};
}

} // namespace holdline
