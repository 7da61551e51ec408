// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/jsonshapes.h"

#include <algorithm>

namespace holdline {

namespace {
constexpr std::size_t mostWords = 200;
}

bool takeToken(std::string_view key, simdjson::ondemand::value& value,
               std::initializer_list<WantedToken> wanted)
{
    for (const WantedToken& each : wanted) {
        if (each.key == key) {
            *each.token = tokenOf(value);
            return true;
        }
    }
    return false;
}

void readTokens(simdjson::ondemand::object object, std::initializer_list<WantedToken> wanted)
{
    eachField(object, [&](std::string_view key, simdjson::ondemand::value& value) {
        if (!takeToken(key, value, wanted))
            pass(value);
    });
}

bool isObject(simdjson::ondemand::value& value)
{
    return value.type().value() == simdjson::ondemand::json_type::object;
}

bool isArray(simdjson::ondemand::value& value)
{
    return value.type().value() == simdjson::ondemand::json_type::array;
}

std::optional<UtcTime> isoTimeOf(const JsonToken& token)
{
    const auto time = parseIso(viewOf(token.text()));
    return time.hasValue() && time.value() > UtcTime{} ? std::optional(time.value()) : std::nullopt;
}

QString wordsOf(const JsonToken& token)
{
    const std::string_view words = token.plain().substr(0, mostWords);
    return words.empty() ? QStringLiteral("no reason given")
                         : QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

} // namespace holdline
