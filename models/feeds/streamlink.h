// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/backoff.h"
#include "models/feeds/route.h"
#include "models/foundation/clock.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace holdline {

struct LinkSettings {
    Span connectLimit = std::chrono::seconds{10};
    Span handOverBefore = std::chrono::minutes{10}; ///< how long before the venue's own cut
    qint64 mostMessageBytes = 16 * 1024 * 1024;     ///< a longer message closes the connection
    BackoffRule backoff = {};
};

/// Keeps one route open: connects, greets, sends heartbeats, notices silence, connects again, and hands over
/// to a second connection before the first is cut. Lives on the thread that made it; all that it does happens
/// in that thread's event loop.
class StreamLink final : public QObject {
    Q_OBJECT

public:
    /// `address` as parseAddress() takes it; the clock must never jump and lives longer.
    StreamLink(Route route, QString address, LinkSettings settings, const Clock& clock,
               QObject* parent = nullptr);
    ~StreamLink() override;

    void start();
    /// Closes and stays closed.
    void stop();
    /// Closes at once and connects again, by the next alternative path if asked so.
    void reconnect(const QString& why, bool byAlternative);
    /// Connects a second time and, once messages come there, lets go of the first; both deliver meanwhile.
    void handOver(const QString& why);

    [[nodiscard]] const Route& route() const;
    [[nodiscard]] bool isOpen() const;
    /// The next attempt, absent while open or connecting.
    [[nodiscard]] std::optional<UtcTime> nextAttempt() const;

signals:
    void opened();
    /// A whole text message, UTF-8.
    void messageCame(const QByteArray& text);
    /// No connection is left; `why` is a sentence. Sent once for each opened().
    void closed(const QString& why);
    /// An attempt failed. `httpStatus` is what the venue answered instead of a connection, 0 when nothing.
    void failed(int httpStatus, const QString& why);

private:
    class Connection;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace holdline
