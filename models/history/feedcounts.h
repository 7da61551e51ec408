// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QString>

#include <array>
#include <map>

namespace holdline {

/// How much came from a provider, and what was left out for which reason.
class FeedCounts final {
public:
    void message() { ++m_messages; }
    void reject(const QString& reason);
    void drop(qint64 count) { m_dropped += count; }
    /// Once a second or so: what the rate is taken from.
    void tick(UtcTime now);

    [[nodiscard]] qint64 messages() const { return m_messages; }
    [[nodiscard]] qint64 rejected() const { return m_rejected; }
    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    [[nodiscard]] const std::map<QString, qint64>& rejects() const { return m_rejects; }
    [[nodiscard]] double messagesPerSecond() const { return m_rate; }

private:
    struct Mark {
        UtcTime time{};
        qint64 messages = 0;
    };
    qint64 m_messages = 0;
    qint64 m_rejected = 0;
    qint64 m_dropped = 0;
    std::map<QString, qint64> m_rejects; ///< at most mostReasons, the rest under one name
    std::array<Mark, 6> m_marks{};       ///< of the last seconds, a ring
    std::size_t m_next = 0;
    double m_rate = 0;
};

} // namespace holdline
