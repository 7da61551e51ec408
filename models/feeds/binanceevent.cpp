// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binanceevent.h"

namespace holdline {

void BinanceFields::take(std::string_view key, simdjson::ondemand::value& value)
{
    m_hasTaken = true;
    if (key.size() == 1)
        m_letters[place(key.front())] = tokenOf(value);
    else if (key == "ap")
        averagePrice = tokenOf(value);
    else if (key == "st")
        universe = tokenOf(value);
    else
        pass(value);
}

void BinanceEvent::take(std::string_view key, simdjson::ondemand::value& value)
{
    hasUpdateId |= key == "lastUpdateId";
    const bool mayNest = key.size() == 1 && (key.front() == 'k' || key.front() == 'o');
    if (!mayNest || value.type().value() != simdjson::ondemand::json_type::object)
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
