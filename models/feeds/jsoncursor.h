// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/jsontoken.h"

#include <cstdint>
#include <string_view>

namespace holdline {

/// Steps over the places of a JSON text at which brackets, colons, commas, strings and scalars begin, for
/// messages whose shape is known. It reads less than JSON allows: where a step returns false or a view is
/// empty the text is to be read by JsonReader::read() from its beginning, also to learn what is wrong with
/// it.
class JsonCursor final {
public:
    JsonCursor() = default;
    /// `place` has one entry more than there are places, which is the length of the text.
    JsonCursor(const char* text, const std::uint32_t* place, const std::uint32_t* end)
        : m_text(text),
          m_place(place),
          m_end(end)
    {
    }

    [[nodiscard]] bool isAtEnd() const { return m_place >= m_end; }
    [[nodiscard]] bool isAt(char c) const { return m_place < m_end && m_text[*m_place] == c; }
    [[nodiscard]] bool take(char c)
    {
        if (!isAt(c))
            return false;
        ++m_place;
        return true;
    }

    /// A key and its colon. Without escapes when it has one letter; longer ones are as written.
    [[nodiscard]] std::string_view takeKey()
    {
        const std::string_view key = takeString();
        return !key.empty() && take(':') ? key : std::string_view();
    }
    /// What stands between quotes; empty for other values and for the empty string.
    [[nodiscard]] std::string_view takeString()
    {
        const std::string_view raw = isAt('"') ? takeRaw() : std::string_view();
        return raw.size() > 2 && raw.back() == '"' ? raw.substr(1, raw.size() - 2) : std::string_view();
    }
    /// A string, a number or a word; words and numbers are not looked at. Not given for brackets.
    [[nodiscard]] JsonToken takeScalar()
    {
        if (isAtEnd() || !isScalarBegin(m_text[*m_place]))
            return {};
        const std::string_view raw = takeRaw();
        return isSpace(raw.back()) ? JsonToken() : JsonToken(raw);
    }

private:
    const char* m_text = nullptr;
    const std::uint32_t* m_place = nullptr;
    const std::uint32_t* m_end = nullptr;

    [[nodiscard]] std::string_view takeRaw()
    {
        const auto begin = *m_place++;
        return {m_text + begin, *m_place - begin};
    }
    static constexpr bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    static constexpr bool isScalarBegin(char c)
    {
        return c == '"' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z');
    }
};

/// Calls `use(std::string_view key, JsonCursor&)` for each field of an object that has one; `use` steps over
/// the value and returns whether it could.
template <typename Use>
[[nodiscard]] bool eachField(JsonCursor& cursor, Use use)
{
    JsonCursor at = cursor; // one that no one else sees stays in registers
    if (!at.take('{'))
        return false;
    do {
        const std::string_view key = at.takeKey();
        if (key.empty() || !use(key, at))
            return false;
    } while (at.take(','));
    const bool isWhole = at.take('}');
    cursor = at;
    return isWhole;
}

} // namespace holdline
