// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <utility>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace holdline {

/// Reads a JSON text in pieces, and tells a handler what it meets, without keeping any of it. A piece may end
/// at any byte.
///
/// `Handler` has `bool open(bool isArray)`, `bool close()`, `bool key(QByteArrayView)`,
/// `bool text(QByteArrayView bytes, qint64 length)`, `bool number(QByteArrayView)` and `bool literal(char)`
/// with the first letter of true, false, null; a false stops the reading. Strings come as they are written,
/// escapes and all, and of a long one perhaps only the first `keptBytes`; `length` is that of all its bytes.
/// A number of more bytes is bad.
template <typename Handler>
class JsonTokens final {
public:
    enum class State { Going, Complete, Bad, Stopped };

    static constexpr qint64 keptBytes = 512;
    static constexpr std::size_t deepest = 256;

    explicit JsonTokens(Handler& handler) : m_handler(handler) {}

    State feed(QByteArrayView piece);

    [[nodiscard]] State state() const { return m_state; }
    /// Taken so far; of a text that is bad or was stopped, up to that place.
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    enum class Expect : uchar { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Inside, Nothing };
    enum class Token : uchar { String, Escape, Number, Literal };

    const char* takeToken(const char* at, const char* end);
    const char* goOn(const char* at, const char* end);
    const char* beginValue(const char* at, const char* end);
    const char* beginString(const char* at, const char* end, bool isKey);
    const char* goOnString(const char* at, const char* end);
    const char* takePlain(const char* at, const char* end);
    void endString(QByteArrayView bytes, qint64 length);
    void endPlain(QByteArrayView bytes);
    void open(bool isArray);
    void close(bool isArray);
    void keep(const char* at, const char* end);
    void fail() { m_state = State::Bad; }
    void wanted(bool isWanted)
    {
        if (!isWanted)
            m_state = State::Stopped;
    }
    void afterValue()
    {
        m_expect = m_depth == 0 ? Expect::Nothing : Expect::CommaOrEnd;
        if (m_depth == 0 && m_state == State::Going)
            m_state = State::Complete;
    }
    [[nodiscard]] static bool isOfNumber(char c)
    {
        return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }
    [[nodiscard]] static bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    [[nodiscard]] static const char* findQuote(const char* at, const char* end);

    Handler& m_handler;
    Expect m_expect = Expect::Value;
    Token m_token = Token::String; ///< what was cut, while inside one
    bool m_isKey = false;
    State m_state = State::Going;
    std::size_t m_depth = 0;
    std::array<bool, deepest> m_isArray{}; ///< of what is open, outermost first
    QByteArray m_kept;                     ///< begin of the token that was cut
    qint64 m_length = 0;                   ///< bytes of it so far
    qint64 m_bytes = 0;
};

/// The first quote or backslash.
template <typename Handler>
inline const char* JsonTokens<Handler>::findQuote(const char* at, const char* end)
{
#ifdef __SSE2__
    const __m128i quotes = _mm_set1_epi8('"');
    const __m128i backslashes = _mm_set1_epi8('\\');
    for (; end - at >= 16; at += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
        const int found = _mm_movemask_epi8(
            _mm_or_si128(_mm_cmpeq_epi8(bytes, quotes), _mm_cmpeq_epi8(bytes, backslashes)));
        if (found != 0)
            return at + __builtin_ctz(static_cast<unsigned>(found));
    }
#endif
    while (at != end && *at != '"' && *at != '\\')
        ++at;
    return at;
}

template <typename Handler>
typename JsonTokens<Handler>::State JsonTokens<Handler>::feed(QByteArrayView piece)
{
    const char* at = piece.data();
    const char* const end = at + piece.size();
    while (at != end && (m_state == State::Going || m_state == State::Complete)) {
        if (m_expect == Expect::Inside)
            at = goOn(at, end);
        else if (isSpace(*at))
            ++at;
        else
            at = takeToken(at, end);
    }
    m_bytes += at - piece.data();
    return m_state;
}

/// From the first byte of a token.
template <typename Handler>
inline const char* JsonTokens<Handler>::takeToken(const char* at, const char* end)
{
    switch (m_expect) {
    case Expect::ValueOrEnd:
        if (*at == ']') {
            close(true);
            return at + 1;
        }
        [[fallthrough]];
    case Expect::Value:
        return beginValue(at, end);
    case Expect::KeyOrEnd:
        if (*at == '}') {
            close(false);
            return at + 1;
        }
        [[fallthrough]];
    case Expect::Key:
        if (*at == '"')
            return beginString(at + 1, end, true);
        break;
    case Expect::Colon:
        if (*at == ':') {
            m_expect = Expect::Value;
            return at + 1;
        }
        break;
    case Expect::CommaOrEnd:
        if (*at == ',') {
            m_expect = m_isArray[m_depth - 1] ? Expect::Value : Expect::Key;
            if (m_expect == Expect::Key && end - at > 1 && at[1] == '"')
                return beginString(at + 2, end, true);
            return at + 1;
        }
        if (*at == ']' || *at == '}') {
            close(*at == ']');
            return at + 1;
        }
        break;
    case Expect::Inside:
    case Expect::Nothing:
        break;
    }
    fail();
    return at;
}

template <typename Handler>
inline const char* JsonTokens<Handler>::beginValue(const char* at, const char* end)
{
    switch (*at) {
    case '{':
    case '[':
        open(*at == '[');
        return at + 1;
    case '"':
        return beginString(at + 1, end, false);
    case 't':
    case 'f':
    case 'n':
        m_token = Token::Literal;
        return takePlain(at, end);
    default:
        m_token = Token::Number;
        if (*at == '-' || (*at >= '0' && *at <= '9'))
            return takePlain(at, end);
        fail();
        return at;
    }
}

template <typename Handler>
inline const char* JsonTokens<Handler>::beginString(const char* at, const char* end, bool isKey)
{
    m_isKey = isKey;
    const char* const quote = findQuote(at, end);
    if (quote != end && *quote == '"') {
        endString({at, quote - at}, quote - at);
        // Most members stand together: without this each would go through takeToken() three times.
        if (isKey && end - quote > 2 && quote[1] == ':' && !isSpace(quote[2]) && m_state == State::Going)
            return beginValue(quote + 2, end);
        return quote + 1;
    }
    m_expect = Expect::Inside;
    m_token = Token::String;
    return at;
}

/// A string that was cut or has an escape in it.
template <typename Handler>
const char* JsonTokens<Handler>::goOnString(const char* at, const char* end)
{
    const char* const quote = findQuote(at, end);
    keep(at, quote);
    if (quote == end)
        return end;
    if (*quote == '\\') {
        keep(quote, quote + 1);
        m_token = Token::Escape;
    } else {
        const QByteArray kept = std::exchange(m_kept, {});
        endString(kept, std::exchange(m_length, 0));
    }
    return quote + 1;
}

template <typename Handler>
const char* JsonTokens<Handler>::goOn(const char* at, const char* end)
{
    switch (m_token) {
    case Token::String:
        return goOnString(at, end);
    case Token::Escape:
        keep(at, at + 1);
        m_token = Token::String;
        return at + 1;
    case Token::Number:
    case Token::Literal:
        break;
    }
    return takePlain(at, end);
}

/// A number or literal: up to the first byte that cannot be in one.
template <typename Handler>
inline const char* JsonTokens<Handler>::takePlain(const char* at, const char* end)
{
    const char* const begin = at;
    if (m_token == Token::Literal) {
        while (at != end && *at >= 'a' && *at <= 'z')
            ++at;
    } else {
        while (at != end && isOfNumber(*at))
            ++at;
    }
    if (m_length + (at - begin) > keptBytes) {
        fail();
        return at;
    }
    if (at != end && m_length == 0) {
        endPlain({begin, at - begin});
        return at;
    }
    keep(begin, at);
    m_expect = Expect::Inside;
    if (at != end) {
        const QByteArray kept = std::exchange(m_kept, {});
        m_length = 0;
        endPlain(kept);
    }
    return at;
}

template <typename Handler>
inline void JsonTokens<Handler>::endString(QByteArrayView bytes, qint64 length)
{
    if (m_isKey) {
        m_expect = Expect::Colon;
        wanted(m_handler.key(bytes));
        return;
    }
    wanted(m_handler.text(bytes, length));
    afterValue();
}

template <typename Handler>
inline void JsonTokens<Handler>::endPlain(QByteArrayView bytes)
{
    if (m_token == Token::Number) {
        wanted(m_handler.number(bytes));
        return afterValue();
    }
    if (bytes != QByteArrayView("true") && bytes != QByteArrayView("false") &&
        bytes != QByteArrayView("null"))
        return fail();
    wanted(m_handler.literal(bytes[0]));
    afterValue();
}

template <typename Handler>
inline void JsonTokens<Handler>::open(bool isArray)
{
    if (m_depth == deepest)
        return fail();
    m_isArray[m_depth++] = isArray;
    m_expect = isArray ? Expect::ValueOrEnd : Expect::KeyOrEnd;
    wanted(m_handler.open(isArray));
}

template <typename Handler>
inline void JsonTokens<Handler>::close(bool isArray)
{
    if (m_isArray[m_depth - 1] != isArray)
        return fail();
    --m_depth;
    wanted(m_handler.close());
    afterValue();
}

template <typename Handler>
void JsonTokens<Handler>::keep(const char* at, const char* end)
{
    m_kept.append(at, std::min<qsizetype>(end - at, static_cast<qsizetype>(keptBytes) - m_kept.size()));
    m_length += end - at;
}

} // namespace holdline
