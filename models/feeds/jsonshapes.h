// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsonreader.h"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace holdline {

/// A key that is wanted of an object, and where its scalar goes.
struct WantedToken {
    std::string_view key;
    JsonToken* token;
};

/// Walks over an object and keeps the wanted scalars. Throws when it is no object.
void readTokens(simdjson::ondemand::object object, std::initializer_list<WantedToken> wanted);
/// Takes one field if it is wanted; false: it was not, and the caller has to walk over it.
[[nodiscard]] bool takeToken(std::string_view key, simdjson::ondemand::value& value,
                             std::initializer_list<WantedToken> wanted);

[[nodiscard]] bool isObject(simdjson::ondemand::value& value);
[[nodiscard]] bool isArray(simdjson::ondemand::value& value);

/// The first scalars of an array; further ones are walked over. What is no array has none.
template <std::size_t N>
struct TokenRow {
    std::array<JsonToken, N> cells;
    std::size_t count = 0;

    static TokenRow of(simdjson::ondemand::value& value)
    {
        TokenRow row;
        if (!isArray(value)) {
            pass(value);
            return row;
        }
        eachElement(value.get_array(), [&](simdjson::ondemand::value& cell) {
            if (row.count < N)
                row.cells[row.count++] = tokenOf(cell);
            else
                pass(cell);
        });
        return row;
    }
};

/// A time in ISO 8601 with parts of a second down to nanoseconds, after 1970.
[[nodiscard]] std::optional<UtcTime> isoTimeOf(const JsonToken& token);

[[nodiscard]] inline QByteArrayView viewOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// What a venue says in words, cut when it is long.
[[nodiscard]] QString wordsOf(const JsonToken& token);

} // namespace holdline
