// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/coverage.h"

#include <optional>
#include <vector>

namespace holdline {

/// Why a series has no record of the time between two runs.
[[nodiscard]] inline QString notRecording()
{
    return QStringLiteral("Holdline was not recording");
}

/// When a route delivered, for the series that come by it and cannot be fetched again. An outage begins at
/// the last message and ends at the next; acknowledgements do not count as messages. All times are the
/// venue's.
class RouteRecord final {
public:
    /// `sampling` is the venue's rule that makes its record a lower bound, or empty. `recordedUntil` is how
    /// far an earlier run recorded; the time since then is an outage.
    RouteRecord(QString sampling, std::optional<UtcTime> recordedUntil);

    void message(UtcTime at);
    /// The connection is gone, or still gone: what comes next ends an outage.
    void broke(UtcTime at, const QString& why);
    /// What follows is of another run of the program: the time until then was not recorded.
    void beginAnotherRun();
    /// The venue's time turned out to be so much later than was thought.
    void clockMoved(Span by);

    /// Whether an outage or a stretch ended since the last take().
    [[nodiscard]] bool hasEnded() const { return !m_ended.empty(); }
    /// Entries since the last call, oldest first; they replace what was said of their ranges.
    [[nodiscard]] std::vector<Coverage> take();
    /// The outage that is still open, up to `now`; absent while messages may come.
    [[nodiscard]] std::optional<Coverage> openOutage(UtcTime now) const;
    /// The same up to when it was gone for certain: what is said of it when the record ends.
    [[nodiscard]] std::optional<Coverage> outageAtEnd() const;
    [[nodiscard]] std::optional<UtcTime> lastMessage() const { return m_last; }
    [[nodiscard]] bool isDelivering() const { return m_isDelivering; }

private:
    QString m_sampling;
    QString m_why = notRecording();
    std::optional<UtcTime> m_last;   ///< of all messages
    std::optional<UtcTime> m_begin;  ///< of the stretch without an outage
    std::vector<Coverage> m_ended;   ///< outages and stretches, not taken yet
    std::optional<UtcTime> m_goneAt; ///< in an outage, when it was still gone
    bool m_isDelivering = false;
    bool m_hasMore = false; ///< m_last moved since the last take()
};

} // namespace holdline
