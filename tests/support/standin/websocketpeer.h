// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/websocketframes.h"

#include <QObject>
#include <QTcpSocket>

namespace holdline::testing {

/// The server's end of one WebSocket, after the handshake. Answers pings and closing by itself. Owns the
/// socket.
class WebSocketPeer final : public QObject {
    Q_OBJECT

public:
    explicit WebSocketPeer(QTcpSocket* socket, QObject* parent);

    void sendText(const QByteArray& text) { write(serverFrame(FrameKind::Text, text)); }
    /// In frames of at most so many bytes.
    void sendInFragments(const QByteArray& text, qsizetype most);
    void sendPing(const QByteArray& payload) { write(serverFrame(FrameKind::Ping, payload)); }
    void sendClose(quint16 code, const QByteArray& reason);
    /// Frames as they are; for many messages at once.
    void write(const QByteArray& frames);
    /// Half of a fragmented message, then the end of the connection without a word.
    void cutInMessage(const QByteArray& text);
    /// Ends the connection without a word.
    void cut();
    /// Neither answers nor sends from now on, but stays connected.
    void setFrozen(bool isFrozen) { m_isFrozen = isFrozen; }

    [[nodiscard]] bool isFrozen() const { return m_isFrozen; }
    [[nodiscard]] bool isOpen() const
    {
        return m_socket->state() == QAbstractSocket::ConnectedState && !m_isClosing;
    }
    [[nodiscard]] qint64 bytesToWrite() const { return m_socket->bytesToWrite(); }

signals:
    void textCame(const QByteArray& text);
    void pingCame();
    void pongCame(const QByteArray& payload);
    void bytesLeft();
    void gone();

private:
    void read();
    void take(const ClientFrame& frame);

    QTcpSocket* m_socket;
    QByteArray m_received;
    QByteArray m_message; ///< fragments so far
    bool m_isFrozen = false;
    bool m_isClosing = false;
};

} // namespace holdline::testing
