// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/jsontoken.h"

#include "models/market/digits.h"

#include <charconv>
#include <limits>

namespace holdline {

namespace {

/// How many microseconds one of the unit is.
qint64 microsecondsOf(TimeUnit unit, qint64 count)
{
    switch (unit) {
    case TimeUnit::Seconds:
        return 1'000'000;
    case TimeUnit::Milliseconds:
        return 1000;
    case TimeUnit::Microseconds:
        return 1;
    case TimeUnit::ByMagnitude:
        break;
    }
    return count < 100'000'000'000 ? 1'000'000 : count < 100'000'000'000'000 ? 1000 : 1;
}

/// Whole numbers, which nearly all times are, need no arithmetic in 128 bits.
std::optional<qint64> millisecondsOf(qint64 count, TimeUnit unit)
{
    const qint64 microseconds = microsecondsOf(unit, count);
    if (microseconds < 1000)
        return count / 1000;
    const qint64 factor = microseconds / 1000;
    return count <= toMsecs(latestTime) / factor ? std::optional(count * factor) : std::nullopt;
}

/// Of a number with a point.
std::optional<qint64> millisecondsOf(Int128 units, TimeUnit unit)
{
    const auto whole = units / decimalUnits;
    if (whole > std::numeric_limits<qint64>::max())
        return std::nullopt;
    const Int128 msecs = units * microsecondsOf(unit, static_cast<qint64>(whole)) / 1000 / decimalUnits;
    return msecs <= toMsecs(latestTime) ? std::optional(static_cast<qint64>(msecs)) : std::nullopt;
}

/// The common case: digits only, and so few that they fit. False: look again.
bool readShortInteger(std::string_view text, qint64& value)
{
    constexpr std::size_t safeDigits = 18;
    if (text.empty() || text.size() > safeDigits)
        return false;
    quint64 digits = 0;
    if (takeDigits(text.data(), text.data() + text.size(), digits) != text.data() + text.size())
        return false;
    value = static_cast<qint64>(digits);
    return true;
}

QByteArrayView view(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

std::optional<Price> JsonToken::price() const
{
    const auto price = Price::parse(view(plain()));
    return price && price->units > 0 ? price : std::nullopt;
}

std::optional<Quantity> JsonToken::quantity() const
{
    const auto quantity = Quantity::parse(view(plain()));
    return quantity && quantity->units >= 0 ? quantity : std::nullopt;
}

std::optional<Amount> JsonToken::amount() const
{
    return Amount::parse(view(plain()));
}

std::optional<Amount> JsonToken::volume() const
{
    const auto volume = amount();
    return volume && volume->units >= 0 ? volume : std::nullopt;
}

std::optional<qint64> JsonToken::integer() const
{
    const auto text = plain();
    qint64 value = 0;
    if (readShortInteger(text, value))
        return value;
    const auto end = text.data() + text.size();
    const auto [at, flaw] = std::from_chars(text.data(), end, value);
    return flaw == std::errc() && at == end && !text.empty() ? std::optional(value) : std::nullopt;
}

std::optional<UtcTime> JsonToken::time(TimeUnit unit) const
{
    std::optional<qint64> msecs;
    if (const auto count = integer())
        msecs = *count > 0 ? millisecondsOf(*count, unit) : std::nullopt;
    else if (const auto units = amount(); units && units->units > 0)
        msecs = millisecondsOf(units->units, unit);
    return msecs && *msecs > 0 && *msecs <= toMsecs(latestTime) ? std::optional(fromMsecs(*msecs))
                                                                : std::nullopt;
}

std::optional<bool> JsonToken::boolean() const
{
    const auto word = isText() ? text() : m_raw;
    if (word == "true")
        return true;
    if (word == "false")
        return false;
    return std::nullopt;
}

} // namespace holdline
