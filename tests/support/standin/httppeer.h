// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/httpreply.h"
#include "tests/support/standin/httprequest.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

namespace holdline::testing {

/// The server's end of one connection while it speaks HTTP. Owns the socket until it is given away.
class HttpPeer final : public QObject {
    Q_OBJECT

public:
    HttpPeer(QTcpSocket* socket, QObject* parent);

    void send(const HttpReply& reply, UtcTime date);
    /// Promises twice as much as it sends, then ends the connection.
    void sendHalf(const HttpReply& reply, UtcTime date);
    /// And ends the connection.
    void sendLast(HttpReply reply, UtcTime date);
    void sendSlowly(const HttpReply& reply, UtcTime date, int bytesPerSecond);
    /// Accepts the upgrade and gives the socket away.
    [[nodiscard]] QTcpSocket* acceptUpgrade(const HttpRequest& request);
    void cut() { m_socket->abort(); }

signals:
    void requestCame(const HttpRequest& request);
    void gone();

private:
    void read();
    void write(const QByteArray& bytes);

    QTcpSocket* m_socket;
    QByteArray m_received;
    QByteArray m_slowly; ///< what is still to be sent a few bytes at a time
    int m_bytesPerSecond = 1;
    QTimer m_drip;
};

} // namespace holdline::testing
