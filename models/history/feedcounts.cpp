// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/feedcounts.h"

namespace holdline {

namespace {

constexpr std::size_t mostReasons = 50;

}

void FeedCounts::reject(const QString& reason)
{
    ++m_rejected;
    const bool isFull = m_rejects.size() >= mostReasons && !m_rejects.contains(reason);
    ++m_rejects[isFull ? QStringLiteral("other reasons") : reason];
}

void FeedCounts::tick(UtcTime now)
{
    const Mark& oldest = m_marks[m_next];
    const double seconds = std::chrono::duration<double>(now - oldest.time).count();
    if (oldest.time != UtcTime{} && seconds > 0)
        m_rate = static_cast<double>(m_messages - oldest.messages) / seconds;
    m_marks[m_next] = {now, m_messages};
    m_next = (m_next + 1) % m_marks.size();
}

} // namespace holdline
