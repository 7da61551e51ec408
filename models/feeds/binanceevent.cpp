// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binanceevent.h"

namespace holdline {

void BinanceFields::takeLong(std::string_view key, simdjson::ondemand::value& value)
{
    if (key == "ap")
        set(averagePriceLetter, tokenOf(value));
    else if (key == "st")
        set(universeLetter, tokenOf(value));
    else
        pass(value);
}

bool BinanceFields::takeLong(std::string_view key, const JsonToken& token)
{
    if (key == "ap")
        set(averagePriceLetter, token);
    else if (key == "st")
        set(universeLetter, token);
    else
        return token.isText() || token.isNull() || token.boolean() || token.integer();
    return token.isGiven();
}

bool BinanceEvent::take(JsonCursor& cursor)
{
    return eachField(cursor, [this](std::string_view key, JsonCursor& at) {
        const bool mayBeInner = key.size() == 1 && (key.front() == 'k' || key.front() == 'o');
        if (mayBeInner && at.isAt('{')) {
            inner.clear();
            return eachField(at, [this](std::string_view innerKey, JsonCursor& innerAt) {
                return inner.take(innerKey, innerAt);
            });
        }
        hasUpdateId |= key == "lastUpdateId";
        return (!mayBeInner || at.isAt('"')) && fields.take(key, at);
    });
}

void BinanceEvent::takeOther(std::string_view key, simdjson::ondemand::value& value)
{
    hasUpdateId |= key == "lastUpdateId";
    if (key.size() != 1 || value.type().value() != simdjson::ondemand::json_type::object)
        return fields.take(key, value);
    inner.clear();
    eachField(value.get_object(), [this](std::string_view innerKey, simdjson::ondemand::value& innerValue) {
        inner.take(innerKey, innerValue);
    });
}

void BinanceEvent::clear()
{
    fields.clear();
    inner.clear();
    hasUpdateId = false;
}

int indexOfSymbol(const std::vector<FeedInstrument>& instruments, std::string_view symbol)
{
    for (std::size_t i = 0; i < instruments.size(); ++i) {
        const QByteArray& known = instruments[i].symbol;
        if (std::string_view(known.constData(), static_cast<std::size_t>(known.size())) == symbol)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace holdline
