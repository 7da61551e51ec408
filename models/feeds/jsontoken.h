// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <optional>
#include <string_view>

namespace holdline {

/// What a venue counts its times in.
enum class TimeUnit {
    Seconds,
    Milliseconds,
    Microseconds,
    ByMagnitude, ///< the one that gives a year from 1973 to 5138; for venues that change it
};

/// One scalar of a JSON text, as it stands there: numbers are read from numbers and from strings alike,
/// exactly and never through a double. What cannot be read is absent: `null`, `""`, `"-"`, `"NaN"`, `1e308`,
/// words, objects. Lives as long as the bytes.
class JsonToken final {
public:
    JsonToken() = default;
    /// With the quotes of a string, without space around it.
    explicit JsonToken(std::string_view raw) : m_raw(raw) {}

    [[nodiscard]] bool isGiven() const { return !m_raw.empty(); }
    [[nodiscard]] bool isText() const { return m_raw.size() >= 2 && m_raw.front() == '"'; }
    [[nodiscard]] bool isNull() const { return m_raw == "null"; }
    /// Not there at all, `null` or `""`: the venue does not tell, which is no fault.
    [[nodiscard]] bool isLeftOut() const { return !isGiven() || isNull() || m_raw == "\"\""; }

    /// Between the quotes, escapes as written; empty for what is no string.
    [[nodiscard]] std::string_view text() const
    {
        return isText() ? m_raw.substr(1, m_raw.size() - 2) : std::string_view();
    }
    /// Text of a string or number without quotes; empty for anything else.
    [[nodiscard]] std::string_view plain() const
    {
        if (isText())
            return text();
        return isGiven() && isNumberBegin(m_raw.front()) ? m_raw : std::string_view();
    }

    /// Above zero and within 64 bits.
    [[nodiscard]] std::optional<Price> price() const;
    /// Zero or above, within 64 bits.
    [[nodiscard]] std::optional<Quantity> quantity() const;
    /// Of any sign.
    [[nodiscard]] std::optional<Amount> amount() const;
    /// Zero or above.
    [[nodiscard]] std::optional<Amount> volume() const;
    /// A whole number without point and exponent that fits 64 bits.
    [[nodiscard]] std::optional<qint64> integer() const;
    /// After 1970 and before 10000; parts of a millisecond are cut off.
    [[nodiscard]] std::optional<UtcTime> time(TimeUnit unit) const;
    /// `true` and `false`, also as strings.
    [[nodiscard]] std::optional<bool> boolean() const;

private:
    std::string_view m_raw;

    static constexpr bool isNumberBegin(char c) { return (c >= '0' && c <= '9') || c == '-'; }
};

} // namespace holdline
