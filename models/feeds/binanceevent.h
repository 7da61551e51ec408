// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedinstrument.h"
#include "models/feeds/jsonreader.h"

#include <array>

namespace holdline {

/// What stands in an object whose keys are mostly single letters, as Binance's events have it.
class BinanceFields final {
public:
    JsonToken averagePrice; ///< `ap`
    JsonToken universe;     ///< `st`: 1 USD-M, 2 COIN-M

    /// Empty for other than the letters of ASCII.
    [[nodiscard]] const JsonToken& operator[](char letter) const { return m_letters[place(letter)]; }
    /// Takes a value whose key is known here, else passes it.
    void take(std::string_view key, simdjson::ondemand::value& value);
    void clear()
    {
        if (m_hasTaken)
            *this = {};
    }

private:
    static constexpr std::size_t places = 64;
    bool m_hasTaken = false;
    std::array<JsonToken, places> m_letters; ///< from `A` on; the last is for what is no letter

    [[nodiscard]] static constexpr std::size_t place(char letter)
    {
        return letter >= 'A' && letter <= 'z' ? static_cast<std::size_t>(letter - 'A') : places - 1;
    }
};

/// One event of a Binance stream, spot or futures.
struct BinanceEvent {
    BinanceFields fields;
    BinanceFields inner; ///< of the object `k` or `o`

    bool hasUpdateId = false; ///< `lastUpdateId`, of a part of the order book

    [[nodiscard]] std::string_view name() const { return fields['e'].text(); }
    /// Order books and best prices come without a name.
    [[nodiscard]] bool isBook() const
    {
        return hasUpdateId || (fields['u'].isGiven() && fields['s'].isText());
    }
    /// For an object's keys, in any order.
    void take(std::string_view key, simdjson::ondemand::value& value);
    void clear();
};

/// -1 when it is not one of them.
[[nodiscard]] int indexOfSymbol(const std::vector<FeedInstrument>& instruments, std::string_view symbol);

/// Both write times in milliseconds, or in microseconds when an address asks for them.
[[nodiscard]] inline std::optional<UtcTime> binanceTime(const JsonToken& token)
{
    return token.time(TimeUnit::ByMagnitude);
}

} // namespace holdline
