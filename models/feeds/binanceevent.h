// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/feedinstrument.h"
#include "models/feeds/jsoncursor.h"
#include "models/feeds/jsonreader.h"

#include <array>

namespace holdline {

/// What stands in an object whose keys are mostly single letters, as Binance's events have it.
class BinanceFields final {
public:
    /// Empty for what was not there, and for other than the letters of ASCII.
    [[nodiscard]] JsonToken operator[](char letter) const
    {
        const unsigned at = place(letter);
        return (m_taken >> at & 1) != 0 ? m_tokens[at] : JsonToken();
    }
    [[nodiscard]] JsonToken averagePrice() const { return (*this)[averagePriceLetter]; } ///< `ap`
    [[nodiscard]] JsonToken universe() const { return (*this)[universeLetter]; } ///< `st`: 1 USD-M, 2 COIN-M

    /// Takes a value whose key is known here, else passes it.
    void take(std::string_view key, simdjson::ondemand::value& value)
    {
        if (key.size() == 1)
            set(key.front(), tokenOf(value));
        else
            takeLong(key, value);
    }
    /// The same for a scalar where the cursor is; false: it is to be read by the other way.
    [[nodiscard]] bool take(std::string_view key, JsonCursor& cursor)
    {
        const JsonToken token = cursor.takeScalar();
        if (key.size() != 1)
            return takeLong(key, token);
        set(key.front(), token);
        return token.isGiven();
    }
    void clear() { m_taken = 0; }

private:
    static constexpr unsigned places = 64;
    static constexpr char averagePriceLetter = '['; ///< what lies between `Z` and `a` is no key
    static constexpr char universeLetter = ']';

    quint64 m_taken = 0;                    ///< a bit for each token; the others are of an earlier event
    std::array<JsonToken, places> m_tokens; ///< from `A` on; the last is for what is no letter

    [[nodiscard]] static constexpr unsigned place(char letter)
    {
        return letter >= 'A' && letter <= 'z' ? static_cast<unsigned>(letter - 'A') : places - 1;
    }
    void set(char letter, JsonToken token)
    {
        m_tokens[place(letter)] = token;
        m_taken |= quint64(1) << place(letter);
    }
    void takeLong(std::string_view key, simdjson::ondemand::value& value);
    [[nodiscard]] bool takeLong(std::string_view key, const JsonToken& token);
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
    void take(std::string_view key, simdjson::ondemand::value& value)
    {
        if (key.size() == 1 && key.front() != 'k' && key.front() != 'o')
            fields.take(key, value);
        else
            takeOther(key, value);
    }
    /// A whole object of scalars and of `k` or `o`; false: it is to be read by the other way.
    [[nodiscard]] bool take(JsonCursor& cursor);
    void clear();

private:
    void takeOther(std::string_view key, simdjson::ondemand::value& value);
};

/// -1 when it is not one of them.
[[nodiscard]] int indexOfSymbol(const std::vector<FeedInstrument>& instruments, std::string_view symbol);

/// Both write times in milliseconds, or in microseconds when an address asks for them.
[[nodiscard]] inline std::optional<UtcTime> binanceTime(const JsonToken& token)
{
    return token.time(TimeUnit::ByMagnitude);
}

} // namespace holdline
