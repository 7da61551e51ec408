// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/utctime.h"

#include <charconv>

namespace holdline {

namespace {

struct Reader {
    const char* at;
    const char* end;

    bool take(char c)
    {
        if (at == end || *at != c)
            return false;
        ++at;
        return true;
    }
    std::optional<int> digits(int least, int most)
    {
        int value = 0;
        int count = 0;
        for (; at != end && count < most && *at >= '0' && *at <= '9'; ++at, ++count)
            value = value * 10 + (*at - '0');
        return count >= least ? std::optional(value) : std::nullopt;
    }
};

std::optional<Span> timeOfDay(Reader& r)
{
    const auto hour = r.digits(2, 2);
    if (!hour || *hour > 24 || !r.take(':'))
        return {};
    const auto minute = r.digits(2, 2);
    if (!minute || *minute > 59)
        return {};
    int second = 0;
    int millis = 0;
    if (r.take(':')) {
        const auto s = r.digits(2, 2);
        if (!s || *s > 59)
            return {};
        second = *s;
        if (r.take('.') || r.take(',')) {
            const char* const begin = r.at;
            if (!r.digits(1, 9))
                return {};
            int scale = 100;
            for (const char* c = begin; c != r.at && scale > 0; ++c, scale /= 10)
                millis += (*c - '0') * scale;
        }
    }
    if (*hour == 24 && (*minute != 0 || second != 0 || millis != 0))
        return {};
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{second} +
           Span{millis};
}

std::optional<Span> zoneOffset(Reader& r)
{
    if (r.at == r.end || r.take('Z') || r.take('z'))
        return Span{0};
    const int sign = r.take('+') ? 1 : r.take('-') ? -1 : 0;
    const auto hour = sign ? r.digits(2, 2) : std::nullopt;
    if (!hour || *hour > 18)
        return {};
    const bool colon = r.take(':');
    const auto minute = (colon || r.at != r.end) ? r.digits(2, 2) : std::optional(0);
    if (!minute || *minute > 59)
        return {};
    return sign * (std::chrono::hours{*hour} + std::chrono::minutes{*minute});
}

} // namespace

QString toIso(UtcTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    QString text = QString::asprintf(
        "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
        static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
        static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    if (const auto millis = clock.subseconds().count())
        text += QString::asprintf(".%03d", static_cast<int>(millis));
    return text + QLatin1Char('Z');
}

Result<UtcTime> parseIso(QByteArrayView text)
{
    const Error malformed{Error::Kind::Malformed,
                          QStringLiteral("“%1” is not a time; write 2026-01-21 or 2026-01-21T06:00:00Z")
                              .arg(QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 40))))};
    Reader r{text.data(), text.data() + text.size()};
    const auto year = r.digits(4, 4);
    if (!year || !r.take('-'))
        return malformed;
    const auto month = r.digits(2, 2);
    if (!month || !r.take('-'))
        return malformed;
    const auto day = r.digits(2, 2);
    if (!day)
        return malformed;
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok())
        return malformed;
    const UtcTime midnight = std::chrono::sys_days{date};
    if (r.at == r.end)
        return midnight;
    if (!r.take('T') && !r.take('t') && !r.take(' '))
        return malformed;
    const auto time = timeOfDay(r);
    const auto offset = time ? zoneOffset(r) : std::nullopt;
    if (!offset || r.at != r.end)
        return malformed;
    return midnight + *time - *offset;
}

} // namespace holdline
