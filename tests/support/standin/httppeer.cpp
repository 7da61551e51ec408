// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/httppeer.h"

#include "tests/support/standin/websocketframes.h"

#include <algorithm>

namespace holdline::testing {

HttpPeer::HttpPeer(QTcpSocket* socket, QObject* parent) : QObject(parent), m_socket(socket)
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &HttpPeer::read);
    connect(socket, &QTcpSocket::disconnected, this, &HttpPeer::gone);
    m_drip.setInterval(1000);
    connect(&m_drip, &QTimer::timeout, this, [this] {
        write(m_slowly.left(m_bytesPerSecond));
        m_slowly.remove(0, m_bytesPerSecond);
        if (m_slowly.isEmpty())
            m_drip.stop();
    });
}

void HttpPeer::read()
{
    m_received += m_socket->readAll();
    while (const auto request = takeRequest(m_received)) {
        emit requestCame(*request);
        if (request->isUpgrade())
            return; // the rest is no HTTP
    }
}

void HttpPeer::write(const QByteArray& bytes)
{
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(bytes);
}

void HttpPeer::send(const HttpReply& reply, UtcTime date)
{
    write(headOf(reply, date, reply.body.size()) + reply.body);
}

void HttpPeer::sendHalf(const HttpReply& reply, UtcTime date)
{
    write(headOf(reply, date, reply.body.size()) + reply.body.left(reply.body.size() / 2));
    m_socket->disconnectFromHost();
}

void HttpPeer::sendLast(HttpReply reply, UtcTime date)
{
    reply.headers.emplace_back("Connection", "close");
    send(reply, date);
    m_socket->disconnectFromHost();
}

void HttpPeer::sendSlowly(const HttpReply& reply, UtcTime date, int bytesPerSecond)
{
    write(headOf(reply, date, reply.body.size()));
    m_slowly += reply.body;
    m_bytesPerSecond = std::max(1, bytesPerSecond);
    m_drip.start();
}

QTcpSocket* HttpPeer::acceptUpgrade(const HttpRequest& request)
{
    m_socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    "Sec-WebSocket-Accept: " +
                    acceptOf(request.header("sec-websocket-key")) + "\r\n\r\n");
    m_socket->disconnect(this);
    return m_socket;
}

} // namespace holdline::testing
