// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/floodtext.h"

#include "tests/support/standin/websocketframes.h"

namespace holdline::testing {

FloodText::FloodText(const QByteArray& text) : m_frame(serverFrame(FrameKind::Text, text))
{
    m_times = placesOf("1111111111111");
    m_ids = placesOf("777777777777");
    m_decimals = placesOf("88888888");
}

FloodText::Places FloodText::placesOf(const QByteArray& placeholder) const
{
    Places places{static_cast<int>(placeholder.size()), {}};
    for (qsizetype at = m_frame.indexOf(placeholder); at >= 0;
         at = m_frame.indexOf(placeholder, at + placeholder.size()))
        places.at.push_back(at);
    return places;
}

void FloodText::write(const Places& places, qint64 number)
{
    for (const qsizetype at : places.at) {
        qint64 rest = number;
        for (int i = places.width - 1; i >= 0; --i, rest /= 10)
            m_frame[at + i] = static_cast<char>('0' + rest % 10);
    }
}

void FloodText::append(QByteArray& frames, int count, UtcTime now)
{
    write(m_times, toMsecs(now));
    for (int i = 0; i < count; ++i) {
        ++m_made;
        write(m_ids, 100'000'000'000 + m_made);
        write(m_decimals, m_made % 100'000'000);
        frames += m_frame;
    }
}

} // namespace holdline::testing
