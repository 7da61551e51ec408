// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawhttpserver.h"

namespace holdline::testing {

QByteArray httpAnswer(const QByteArray& status, const QByteArray& body, const QByteArrayList& headers)
{
    QByteArray answer = "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size());
    for (const QByteArray& header : headers)
        answer += "\r\n" + header;
    return answer + "\r\n\r\n" + body;
}

RawHttpServer::RawHttpServer(std::unique_ptr<QTcpServer> listener) : m_listener(std::move(listener))
{
    connect(m_listener.get(), &QTcpServer::pendingConnectionAvailable, this, &RawHttpServer::accept);
    m_listener->listen(QHostAddress::LocalHost);
}

RawHttpServer::~RawHttpServer() = default;

QString RawHttpServer::address(const QString& scheme) const
{
    return QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(m_listener->serverPort());
}

void RawHttpServer::setAnswer(const QByteArray& bytes)
{
    m_handler = [bytes](QTcpSocket& socket, int, const QByteArray&) { socket.write(bytes); };
}

void RawHttpServer::accept()
{
    while (QTcpSocket* socket = m_listener->nextPendingConnection()) {
        ++m_connectionCount;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        read(*socket);
    }
}

void RawHttpServer::read(QTcpSocket& socket)
{
    const QByteArray seen = socket.peek(64 * 1024);
    const auto end = seen.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    m_requests.append(socket.read(end + 4));
    if (m_handler)
        m_handler(socket, int(m_requests.size()) - 1, m_requests.last());
}

} // namespace holdline::testing
