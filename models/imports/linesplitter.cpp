// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/linesplitter.h"

#include <QLocale>

namespace holdline {

bool LineSplitter::refill()
{
    const auto chunk = m_source.next();
    if (chunk.hasError()) {
        m_error = chunk.error();
        return false;
    }
    m_at = chunk.value().data();
    m_end = m_at + chunk.value().size();
    return m_at != m_end;
}

bool LineSplitter::isTooLong(qsizetype size)
{
    if (size <= m_longest)
        return false;
    m_error = Error{Error::Kind::Malformed, QStringLiteral("line %1 is longer than %2 bytes")
                                                .arg(m_number + 1)
                                                .arg(QLocale(QLocale::English).toString(m_longest))};
    return true;
}

bool LineSplitter::nextSlowly(TextLine& line)
{
    m_carry.clear();
    if (m_error)
        return false;
    for (;;) {
        if (m_at == m_end && !refill()) {
            if (m_error || m_carry.isEmpty())
                return false;
            break; // the last line has no end
        }
        const char* const end = findEnd();
        const qsizetype part = (end ? end : m_end) - m_at;
        if (isTooLong(m_carry.size() + part))
            return false;
        m_carry.append(m_at, part);
        m_at = end ? end + 1 : m_end;
        if (end)
            break;
    }
    line.text = m_carry;
    if (line.text.endsWith('\r'))
        line.text.chop(1);
    line.number = ++m_number;
    return true;
}

} // namespace holdline
