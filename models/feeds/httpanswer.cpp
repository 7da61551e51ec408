// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/httpanswer.h"

#include <QByteArrayList>

#include <algorithm>
#include <array>

namespace holdline {

namespace {

constexpr QByteArrayView mark("\xef\xbb\xbf");

std::optional<int> digits(QByteArrayView text, int most)
{
    const bool areDigits = !text.isEmpty() && text.size() <= most &&
                           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return areDigits ? std::optional(text.toByteArray().toInt()) : std::nullopt;
}

std::optional<unsigned> monthOf(const QByteArray& name)
{
    constexpr std::array names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                               "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? std::nullopt : std::optional(unsigned(found - names.begin()) + 1);
}

std::optional<Span> timeOfDay(const QByteArray& text)
{
    const QByteArrayList parts = text.split(':');
    if (parts.size() != 3)
        return {};
    const auto hour = digits(parts[0], 2);
    const auto minute = digits(parts[1], 2);
    const auto second = digits(parts[2], 2);
    if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60)
        return {};
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

} // namespace

std::optional<UtcTime> parseHttpDate(QByteArrayView text)
{
    const QByteArrayList parts = text.trimmed().toByteArray().split(' ');
    if (parts.size() != 6 || !parts[0].endsWith(',') || parts[5] != "GMT")
        return {};
    const auto day = digits(parts[1], 2);
    const auto month = monthOf(parts[2]);
    const auto year = digits(parts[3], 4);
    const auto time = timeOfDay(parts[4]);
    if (!day || !month || !year || !time)
        return {};
    const std::chrono::year_month_day date{std::chrono::year{*year}, std::chrono::month{*month},
                                           std::chrono::day{unsigned(*day)}};
    if (!date.ok())
        return {};
    return UtcTime{std::chrono::sys_days{date}} + *time;
}

std::optional<Span> parseRetryAfter(QByteArrayView text, std::optional<UtcTime> date, UtcTime now)
{
    Span wait{};
    if (const auto seconds = digits(text.trimmed(), 9))
        wait = std::chrono::seconds{*seconds};
    else if (const auto until = parseHttpDate(text))
        wait = *until - date.value_or(now);
    if (wait <= Span::zero())
        return {};
    return std::min<Span>(wait, longestPause);
}

std::optional<Span> parseReset(QByteArrayView text, std::optional<UtcTime> date, UtcTime now)
{
    constexpr qint64 firstEpochSecond = 1'000'000'000;
    const QByteArrayView number = text.trimmed();
    if (number.size() > 10 || !digits(number.first(std::min<qsizetype>(number.size(), 9)), 9))
        return {};
    bool isNumber = false;
    const qint64 seconds = number.toByteArray().toLongLong(&isNumber);
    if (!isNumber)
        return {};
    const Span told = std::chrono::seconds{seconds};
    const Span wait = seconds >= firstEpochSecond ? UtcTime{told} - date.value_or(now) : told;
    if (wait <= Span::zero())
        return {};
    return std::min<Span>(wait, longestPause);
}

std::optional<UtcTime> parseBannedUntil(QByteArrayView body)
{
    constexpr QByteArrayView words("banned until ");
    const auto at = body.indexOf(words);
    if (at < 0)
        return {};
    qint64 ms = 0;
    int count = 0;
    for (const char c : body.sliced(at + words.size()).toByteArray().left(16)) {
        if (c < '0' || c > '9')
            break;
        ms = ms * 10 + (c - '0');
        ++count;
    }
    return count == 13 ? std::optional(fromMsecs(ms)) : std::nullopt;
}

bool isHtml(const HttpAnswer& answer)
{
    const QByteArray type = answer.contentType.trimmed().toLower();
    return type.startsWith("text/html") || type.startsWith("application/xhtml") ||
           QByteArrayView(withoutMark(answer.body.left(64))).trimmed().startsWith('<');
}

QByteArray withoutMark(QByteArray body)
{
    if (body.startsWith(mark))
        body.remove(0, mark.size());
    return body;
}

} // namespace holdline
