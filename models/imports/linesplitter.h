// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/bytesource.h"

#include <cstring>
#include <optional>

namespace holdline {

/// A physical line, without its end. Valid until the next one is asked for.
struct TextLine {
    QByteArrayView text;
    qint64 number = 0; ///< from 1
};

/// Splits a stream into lines that end with \n or \r\n; the last one may have no end.
class LineSplitter {
public:
    static constexpr qsizetype longestLine = 1 << 20; ///< bytes; memory stays bounded whatever the file is

    explicit LineSplitter(ByteSource& source, qsizetype longest = longestLine)
        : m_source(source),
          m_longest(longest)
    {
    }

    /// False at the end and on failure; then see error().
    [[nodiscard]] bool next(TextLine& line)
    {
        const char* const end = m_at == m_end ? nullptr : findEnd();
        if (!end)
            return nextSlowly(line);
        take(line, end);
        m_at = end + 1;
        return true;
    }
    /// Malformed for a line longer than `longest` bytes; else what the source said.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }
    [[nodiscard]] qint64 lineNumber() const { return m_number; } ///< of the line given last

private:
    ByteSource& m_source;
    qsizetype m_longest;
    const char* m_at = nullptr;
    const char* m_end = nullptr;
    QByteArray m_carry; ///< a line that began in an earlier chunk
    qint64 m_number = 0;
    std::optional<Error> m_error;

    [[nodiscard]] const char* findEnd() const
    {
        return static_cast<const char*>(std::memchr(m_at, '\n', static_cast<std::size_t>(m_end - m_at)));
    }
    void take(TextLine& line, const char* end)
    {
        line.text = QByteArrayView(m_at, end - m_at);
        if (line.text.endsWith('\r'))
            line.text.chop(1);
        line.number = ++m_number;
    }
    bool nextSlowly(TextLine& line);
    bool refill();
    bool isTooLong(qsizetype size);
};

} // namespace holdline
