// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/route.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>

#include <deque>

namespace holdline {

/// One WebSocket from its opening to its end: greets, sends heartbeats, notices silence. It ends by itself or
/// by being destroyed, which the venue is told by a close frame. Destroy it from the event loop only (by
/// deleteLater), as its socket cannot be destroyed within its own signals.
class StreamConnection final : public QObject {
    Q_OBJECT

public:
    struct Limits {
        Span connect{};
        qint64 mostMessageBytes = 0;
    };

    StreamConnection(const Route& route, const QUrl& url, Limits limits);
    ~StreamConnection() override;

    void open();
    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }

signals:
    /// The venue accepted it, and the first greeting is on its way.
    void opened();
    void messageCame(const QByteArray& bytes);
    /// One that was too long or no text; the end follows.
    void messageRefused(const QString& why);
    /// Once; nothing comes after it. `httpStatus` when the venue answered one instead of opening, else 0.
    void ended(int httpStatus, const QString& why);

private:
    enum class State { Connecting, Open, Ended };

    void connectSocket();
    void greet();
    void take(const QByteArray& bytes);
    void saySome();
    void beat();
    void checkSilence();
    void breakOff();
    void close();
    void finish(int httpStatus, const QString& why);

    Route m_route;
    QUrl m_url;
    Limits m_limits;
    QWebSocket m_socket;
    State m_state = State::Connecting;
    std::deque<QByteArray> m_outbox;
    QElapsedTimer m_sinceMessage;
    QElapsedTimer m_sinceBeat;
    QTimer m_connectTimer;
    QTimer m_silenceTimer;
    QTimer m_beatTimer;
    QTimer m_paceTimer;
};

} // namespace holdline
