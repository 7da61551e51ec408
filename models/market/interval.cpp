// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/market/interval.h"

#include <array>

namespace holdline {

namespace {
struct NamedInterval {
    QStringView name;
    Interval interval;
};

constexpr std::array<NamedInterval, 7> namedIntervals{{{u"1m", oneMinute},
                                                       {u"5m", fiveMinutes},
                                                       {u"15m", fifteenMinutes},
                                                       {u"1h", oneHour},
                                                       {u"4h", fourHours},
                                                       {u"1d", oneDay},
                                                       {u"1w", oneWeek}}};

// 1970-01-01 was a Thursday; the Monday after it was the 5th.
constexpr Span firstMonday = std::chrono::hours{4 * 24};
} // namespace

UtcTime Interval::bucketStart(UtcTime time) const
{
    const Span phase = length.count() % oneWeek.length.count() == 0 ? firstMonday : Span{0};
    const Span since = time.time_since_epoch() - phase;
    Span rest = since % length;
    if (rest < Span{0})
        rest += length;
    return time - rest;
}

QString Interval::name() const
{
    struct Unit {
        Span length;
        QLatin1Char letter;
    };
    static constexpr std::array<Unit, 5> units{{{oneWeek.length, QLatin1Char('w')},
                                                {oneDay.length, QLatin1Char('d')},
                                                {oneHour.length, QLatin1Char('h')},
                                                {oneMinute.length, QLatin1Char('m')},
                                                {std::chrono::seconds{1}, QLatin1Char('s')}}};
    for (const auto& unit : units) {
        if (length.count() != 0 && length % unit.length == Span{0})
            return QString::number(length / unit.length) + unit.letter;
    }
    return QString::number(length.count()) + QStringLiteral("ms");
}

std::optional<Interval> parseInterval(QStringView name)
{
    for (const auto& named : namedIntervals) {
        if (named.name == name)
            return named.interval;
    }
    return std::nullopt;
}

} // namespace holdline
