// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <deque>
#include <vector>

namespace holdline {

/// Splits a line of separated fields: blanks around a field go, quotes are those of RFC 4180. A reused
/// buffer.
class FieldSplitter {
public:
    explicit FieldSplitter(char separator) : m_separator(separator) {}

    /// The fields, valid until the next call and as long as the line is.
    [[nodiscard]] const std::vector<QByteArrayView>& split(QByteArrayView line);
    /// Whether a quote was still open at the end of the line that was split last.
    [[nodiscard]] bool isOpen() const { return m_isOpen; }

private:
    char m_separator;
    bool m_isOpen = false;
    std::vector<QByteArrayView> m_fields;
    std::deque<QByteArray> m_unquoted; ///< holds fields that differ from the line's bytes

    const char* takeQuoted(const char* at, const char* end);
};

/// The separator of which the line holds most outside quotes: comma, semicolon or tab; comma when it holds
/// none.
[[nodiscard]] char separatorOf(QByteArrayView line);

} // namespace holdline
