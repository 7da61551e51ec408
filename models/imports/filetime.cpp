// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/filetime.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using namespace std::chrono;

struct Reader {
    const char* at;
    const char* end;

    [[nodiscard]] bool isAtEnd() const { return at == end; }
    bool take(char c)
    {
        const bool is = at != end && *at == c;
        at += is;
        return is;
    }
    std::optional<int> digits(int least, int most)
    {
        int value = 0;
        int count = 0;
        for (; at != end && count < most && *at >= '0' && *at <= '9'; ++at, ++count)
            value = value * 10 + (*at - '0');
        return count >= least ? std::optional(value) : std::nullopt;
    }
    /// A fraction of a unit of `scale` parts, cut; its digits may be many.
    qint64 fraction(qint64 scale)
    {
        qint64 value = 0;
        for (; at != end && *at >= '0' && *at <= '9'; ++at) {
            scale /= 10;
            value += scale * (*at - '0');
        }
        return value;
    }
};

std::optional<UtcTime> date(int y, int m, int d)
{
    const year_month_day day{year{y}, month(static_cast<unsigned>(m)),
                             std::chrono::day(static_cast<unsigned>(d))};
    return day.ok() ? std::optional<UtcTime>(sys_days{day}) : std::nullopt;
}

std::optional<FileTime> readEpoch(QByteArrayView text)
{
    qint64 value = 0;
    qsizetype digits = 0;
    for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
        if (digits == 19)
            return {};
        value = value * 10 + (text[digits] - '0');
    }
    Reader rest{text.data() + digits, text.data() + text.size()};
    const qint64 millis = rest.take('.') ? rest.fraction(1000) : 0;
    if (!rest.isAtEnd())
        return {};
    if (digits == 8 && text.size() == 8) {
        const auto day = date(static_cast<int>(value / 10'000), static_cast<int>(value / 100 % 100),
                              static_cast<int>(value % 100));
        return day ? std::optional(FileTime{*day, FileTime::Form::Date}) : std::nullopt;
    }
    if (digits < 9)
        return {};
    const qint64 msecs = digits <= 11   ? value * 1000 + millis
                         : digits <= 14 ? value
                         : digits <= 17 ? value / 1000
                                        : value / 1'000'000;
    return FileTime{fromMsecs(msecs), FileTime::Form::Absolute};
}

std::optional<int> monthByName(Reader& r)
{
    static constexpr std::array<const char*, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                       "jul", "aug", "sep", "oct", "nov", "dec"};
    const char* const begin = r.at;
    while (r.at != r.end && QChar::isLetter(static_cast<uchar>(*r.at)))
        ++r.at;
    if (r.at - begin < 3)
        return {};
    const QByteArray name = QByteArray(begin, 3).toLower();
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(static_cast<int>(found - names.begin()) + 1);
}

/// `21 Jan 2026`, `21-Jan-2026`
std::optional<FileTime> readNamedMonth(Reader r)
{
    const auto day = r.digits(1, 2);
    if (!day || !(r.take(' ') || r.take('-')))
        return {};
    const auto month = monthByName(r);
    if (!month || !(r.take(' ') || r.take('-')))
        return {};
    const auto year = r.digits(4, 4);
    if (!year || !r.isAtEnd())
        return {};
    const auto time = date(*year, *month, *day);
    return time ? std::optional(FileTime{*time, FileTime::Form::Date}) : std::nullopt;
}

/// `05-PM` as CryptoDataDownload once wrote hours
std::optional<Span> readHalfDay(Reader& r, int hour)
{
    const bool isAfternoon = r.take('P');
    if ((!isAfternoon && !r.take('A')) || !r.take('M') || hour < 1 || hour > 12)
        return {};
    return hours{hour % 12 + (isAfternoon ? 12 : 0)};
}

std::optional<Span> readTimeOfDay(Reader& r)
{
    const auto hour = r.digits(1, 2);
    if (!hour || *hour > 24)
        return {};
    if (r.take('-'))
        return readHalfDay(r, *hour);
    if (!r.take(':'))
        return {};
    const auto minute = r.digits(2, 2);
    if (!minute || *minute > 59)
        return {};
    Span rest{0};
    if (r.take(':')) {
        const auto second = r.digits(2, 2);
        if (!second || *second > 59)
            return {};
        rest = seconds{*second};
        if (r.take('.') || r.take(','))
            rest += Span{r.fraction(1000)};
    }
    const Span all = hours{*hour} + minutes{*minute} + rest;
    return all <= hours{24} ? std::optional(all) : std::nullopt;
}

/// Nothing when there is no zone; absent when there is something else.
std::optional<std::optional<Span>> readOffset(Reader& r)
{
    while (r.take(' ')) {
    }
    if (r.isAtEnd())
        return std::optional<Span>{};
    if (r.take('Z') || r.take('z'))
        return std::optional(Span{0});
    if (QByteArrayView(r.at, r.end - r.at) == QByteArrayView("UTC")) {
        r.at = r.end;
        return std::optional(Span{0});
    }
    const int sign = r.take('+') ? 1 : r.take('-') ? -1 : 0;
    const auto hour = sign ? r.digits(2, 2) : std::nullopt;
    if (!hour || *hour > 18)
        return {};
    const bool hasMinutes = r.take(':') || !r.isAtEnd();
    const auto minute = hasMinutes ? r.digits(2, 2) : std::optional(0);
    if (!minute || *minute > 59)
        return {};
    return std::optional<Span>(sign * (hours{*hour} + minutes{*minute}));
}

std::optional<UtcTime> readDatePart(Reader& r)
{
    const auto year = r.digits(4, 4);
    if (!year || r.isAtEnd())
        return {};
    const char divider = *r.at;
    if ((divider != '-' && divider != '/') || !r.take(divider))
        return {};
    const bool isPadded = divider == '-';
    const auto month = r.digits(isPadded ? 2 : 1, 2);
    if (!month || !r.take(divider))
        return {};
    const auto day = r.digits(isPadded ? 2 : 1, 2);
    return day ? date(*year, *month, *day) : std::nullopt;
}

std::optional<FileTime> readIso(Reader r)
{
    const auto midnight = readDatePart(r);
    if (!midnight)
        return {};
    if (r.isAtEnd())
        return FileTime{*midnight, FileTime::Form::Date};
    if (!r.take('T') && !r.take('t') && !r.take(' '))
        return {};
    const auto timeOfDay = readTimeOfDay(r);
    const auto offset = timeOfDay ? readOffset(r) : std::nullopt;
    if (!offset || !r.isAtEnd())
        return {};
    if (!*offset)
        return FileTime{*midnight + *timeOfDay, FileTime::Form::Local};
    return FileTime{*midnight + *timeOfDay - **offset, FileTime::Form::Absolute};
}

} // namespace

std::optional<FileTime> readFileTime(QByteArrayView text)
{
    text = text.trimmed();
    if (text.size() < 8)
        return {};
    if (const auto epoch = readEpoch(text))
        return epoch;
    const Reader reader{text.data(), text.data() + text.size()};
    if (const auto iso = readIso(reader))
        return iso;
    return readNamedMonth(reader);
}

UtcTime inZone(const FileTime& time, const QTimeZone& zone)
{
    if (time.form == FileTime::Form::Absolute)
        return time.time;
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(toMsecs(time.time), Qt::UTC);
    return fromMsecs(QDateTime(wall.date(), wall.time(), zone).toMSecsSinceEpoch());
}

} // namespace holdline
