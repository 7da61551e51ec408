// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/jsontoken.h"

#include <charconv>

namespace holdline {

namespace {

/// How many units of 1e-8 of the written number make one millisecond.
Int128 unitsOfMillisecond(TimeUnit unit, Int128 written)
{
    switch (unit) {
    case TimeUnit::Seconds:
        return decimalUnits / 1000;
    case TimeUnit::Milliseconds:
        return decimalUnits;
    case TimeUnit::Microseconds:
        return static_cast<Int128>(decimalUnits) * 1000;
    case TimeUnit::ByMagnitude:
        break;
    }
    const auto whole = written / decimalUnits;
    if (whole < 100'000'000'000)
        return unitsOfMillisecond(TimeUnit::Seconds, written);
    return unitsOfMillisecond(whole < 100'000'000'000'000 ? TimeUnit::Milliseconds : TimeUnit::Microseconds,
                              written);
}

bool isNumberBegin(char c)
{
    return (c >= '0' && c <= '9') || c == '-';
}

QByteArrayView view(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

std::string_view JsonToken::text() const
{
    return isText() ? m_raw.substr(1, m_raw.size() - 2) : std::string_view();
}

std::string_view JsonToken::plain() const
{
    if (isText())
        return text();
    return isGiven() && isNumberBegin(m_raw.front()) ? m_raw : std::string_view();
}

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
    const auto end = text.data() + text.size();
    const auto [at, flaw] = std::from_chars(text.data(), end, value);
    return flaw == std::errc() && at == end && !text.empty() ? std::optional(value) : std::nullopt;
}

std::optional<UtcTime> JsonToken::time(TimeUnit unit) const
{
    const auto written = parseDecimalUnits(view(plain()));
    if (!written || *written <= 0)
        return std::nullopt;
    const Int128 msecs = *written / unitsOfMillisecond(unit, *written);
    if (msecs <= 0 || msecs > toMsecs(latestTime))
        return std::nullopt;
    return fromMsecs(static_cast<qint64>(msecs));
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
