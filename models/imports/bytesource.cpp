// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/imports/bytesource.h"

#include <QLocale>

namespace holdline {

Result<QByteArrayView> PeekSource::peek()
{
    if (m_hasPeeked)
        return m_first;
    const auto first = m_source.next();
    if (first.hasError())
        return first;
    m_first = first.value();
    if (m_first.startsWith("\xEF\xBB\xBF"))
        m_first = m_first.sliced(3);
    m_hasPeeked = true;
    m_hasFirst = true;
    return m_first;
}

Result<QByteArrayView> PeekSource::next()
{
    if (!m_hasPeeked) {
        const auto first = peek();
        if (first.hasError())
            return first;
    }
    if (m_hasFirst && !m_first.isEmpty()) {
        m_hasFirst = false;
        return m_first;
    }
    return m_source.next();
}

Result<QByteArray> readWhole(ByteSource& source, qint64 most)
{
    QByteArray all;
    for (;;) {
        const auto chunk = source.next();
        if (chunk.hasError())
            return chunk.error();
        if (chunk.value().isEmpty())
            return all;
        if (all.size() + chunk.value().size() > most)
            return Error{Error::Kind::Malformed,
                         QStringLiteral("the file is longer than %1 MB, the most that is read of "
                                        "a file that is not made of lines")
                             .arg(most / 1'000'000)};
        all.append(chunk.value());
    }
}

} // namespace holdline
