// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/backoff.h"
#include "models/feeds/hostgate.h"
#include "models/feeds/route.h"
#include "models/foundation/clock.h"

#include <QByteArray>
#include <QObject>

#include <memory>

namespace holdline {

struct LinkSettings {
    Span connectLimit = std::chrono::seconds{10};
    Span handOverBefore = std::chrono::minutes{10}; ///< how long before the venue's own cut
    Span overlap = std::chrono::seconds{2};         ///< both deliver so long after the second's first message
    qint64 mostMessageBytes = 16 * 1024 * 1024;     ///< a longer message closes the connection
    BackoffRule backoff = {};
    Span pauseWhenLimited = std::chrono::seconds{30};   ///< after HTTP 429 instead of a connection
    Span pauseWhenForbidden = std::chrono::seconds{60}; ///< after HTTP 403 and 418
    /// One attempt per host at a time among the links of one thread that share it, as copies of these
    /// settings do.
    std::shared_ptr<HostGate> gate = std::make_shared<HostGate>();
};

/// Keeps one route open: connects, greets, sends heartbeats, notices silence, connects again, and hands over
/// to a second connection before the first is cut. Lives on the thread that made it; all that it does happens
/// in that thread's event loop. It may be destroyed within its own signals.
class StreamLink final : public QObject {
    Q_OBJECT

public:
    /// `address` as parseAddress() takes it; the clock must never jump and lives longer.
    StreamLink(Route route, QString address, LinkSettings settings, const Clock& clock,
               QObject* parent = nullptr);
    ~StreamLink() override;

    void start();
    /// Closes and stays closed until start().
    void stop();
    /// Closes at once and connects again after the back-off, by the next alternative path if asked so.
    void reconnect(const QString& why, bool byAlternative);
    /// Connects a second time and, once messages come there, lets go of the first; both deliver meanwhile.
    /// When that fails the first stays, and the second is tried again by the back-off. Nothing to do while
    /// not open.
    void handOver(const QString& why);

    [[nodiscard]] const Route& route() const;
    [[nodiscard]] bool isOpen() const;
    /// The next attempt; absent while open or connecting, and after HTTP 451, which no try will change.
    [[nodiscard]] std::optional<UtcTime> nextAttempt() const;

signals:
    void opened();
    /// A whole text message, UTF-8; or a binary one as it is. Those of one connection come in its order.
    void messageCame(const QByteArray& text);
    /// One that was too long or no text: it was not read, and the connection ends.
    void messageRefused(const QString& why);
    /// No connection is left that delivered; `why` is a sentence. Sent once for each opened().
    void closed(const QString& why);
    /// An attempt failed, also one to hand over. `httpStatus` is what the venue answered instead of a
    /// connection, 0 when nothing. Not told of attempts that stop() or reconnect() ended.
    void failed(int httpStatus, const QString& why);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace holdline
