// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/delimited.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace holdline {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace

const char* FieldSplitter::takeQuoted(const char* at, const char* end)
{
    QByteArray text;
    for (++at;;) {
        const auto* quote =
            static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
        if (!quote) {
            m_isOpen = true;
            text.append(at, end - at);
            at = end;
            break;
        }
        text.append(at, quote - at);
        at = quote + 1;
        if (at == end || *at != '"')
            break;
        text.append('"');
        ++at;
    }
    const char* const fieldEnd = std::find(at, end, m_separator);
    text.append(at, fieldEnd - at); // what stands after the closing quote is kept, not dropped
    m_unquoted.push_back(text.trimmed());
    m_fields.push_back(m_unquoted.back());
    return fieldEnd;
}

const std::vector<QByteArrayView>& FieldSplitter::split(QByteArrayView line)
{
    m_fields.clear();
    m_unquoted.clear();
    m_isOpen = false;
    const char* at = line.data();
    const char* const end = at + line.size();
    for (;;) {
        while (at != end && isBlank(*at) && *at != m_separator)
            ++at;
        const char* fieldEnd = at;
        if (at != end && *at == '"') {
            fieldEnd = takeQuoted(at, end);
        } else {
            fieldEnd = std::find(at, end, m_separator);
            m_fields.push_back(QByteArrayView(at, fieldEnd - at).trimmed());
        }
        if (fieldEnd == end)
            return m_fields;
        at = fieldEnd + 1;
    }
}

char separatorOf(QByteArrayView line)
{
    std::array<qsizetype, 3> counts{};
    constexpr std::array<char, 3> separators{',', ';', '\t'};
    bool isQuoted = false;
    for (const char c : line) {
        isQuoted = isQuoted != (c == '"');
        for (std::size_t i = 0; i < separators.size() && !isQuoted; ++i)
            counts[i] += c == separators[i];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    return separators[static_cast<std::size_t>(most - counts.begin())];
}

} // namespace holdline
