// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawstreamserver.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace holdline::testing {

namespace {

QByteArray bigEndian(quint64 value, int bytes)
{
    QByteArray text;
    for (int i = bytes - 1; i >= 0; --i)
        text.append(char(value >> (8 * i) & 0xff));
    return text;
}

QByteArray headerOf(const QByteArray& request, const QByteArray& name)
{
    for (const QByteArray& line : request.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QByteArray acceptance(const QByteArray& request)
{
    const QByteArray key = headerOf(request, "Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           QCryptographicHash::hash(key, QCryptographicHash::Sha1).toBase64() + "\r\n\r\n";
}

} // namespace

QByteArray frame(Opcode opcode, const QByteArray& payload, bool isFinal, std::optional<quint64> declared)
{
    const quint64 length = declared.value_or(quint64(payload.size()));
    QByteArray bytes(1, char((isFinal ? 0x80 : 0) | int(opcode)));
    if (length < 126)
        bytes.append(char(length));
    else if (length < 65536)
        bytes.append(char(126)).append(bigEndian(length, 2));
    else
        bytes.append(char(127)).append(bigEndian(length, 8));
    return bytes + payload;
}

QByteArray closePayload(quint16 code, const QByteArray& reason)
{
    return bigEndian(code, 2) + reason;
}

RawStreamServer::RawStreamServer(QObject* parent) : QTcpServer(parent)
{
    connect(this, &QTcpServer::newConnection, this, &RawStreamServer::accept);
    listen(QHostAddress::LocalHost);
}

RawStreamServer::~RawStreamServer()
{
    for (const Client& client : m_clients) {
        if (client.socket)
            client.socket->disconnect(this);
    }
}

QString RawStreamServer::address() const
{
    return QStringLiteral("ws://127.0.0.1:%1").arg(serverPort());
}

int RawStreamServer::openCount() const
{
    return int(std::count_if(m_clients.begin(), m_clients.end(),
                             [](const Client& client) { return client.isOpen && !client.isGone; }));
}

void RawStreamServer::accept()
{
    while (QTcpSocket* socket = nextPendingConnection()) {
        const int index = clientCount();
        m_clients.push_back({});
        m_clients.back().socket = socket;
        connect(socket, &QTcpSocket::readyRead, this, [this, index] { read(index); });
        connect(socket, &QTcpSocket::disconnected, this,
                [this, index] { m_clients[size_t(index)].isGone = true; });
    }
}

void RawStreamServer::send(int client, const QByteArray& bytes)
{
    QTcpSocket* socket = m_clients.at(size_t(client)).socket;
    if (socket && socket->state() == QAbstractSocket::ConnectedState)
        socket->write(bytes);
}

void RawStreamServer::cut(int client)
{
    if (QTcpSocket* socket = m_clients.at(size_t(client)).socket) {
        socket->flush();
        socket->disconnectFromHost();
    }
}

void RawStreamServer::read(int index)
{
    Client& client = m_clients[size_t(index)];
    client.unread += client.socket->readAll();
    if (!client.isOpen) {
        readRequest(client);
        if (client.isOpen)
            emit clientOpened(index);
    }
    while (m_clients[size_t(index)].isOpen && readFrame(index)) {
    }
}

void RawStreamServer::readRequest(Client& client)
{
    const auto end = client.unread.indexOf("\r\n\r\n");
    if (end < 0 || m_isMute)
        return;
    client.request = client.unread.left(end);
    client.unread.remove(0, end + 4);
    client.isOpen = m_answer.isEmpty();
    client.socket->write(client.isOpen ? acceptance(client.request) : m_answer);
    if (!client.isOpen)
        client.socket->disconnectFromHost();
}

bool RawStreamServer::readFrame(int index)
{
    Client& client = m_clients[size_t(index)];
    const QByteArray& bytes = client.unread;
    if (bytes.size() < 6)
        return false;
    qsizetype length = bytes[1] & 0x7f; // a client's frames are masked
    qsizetype mask = 2;
    if (length == 126) {
        length = qFromBigEndian<quint16>(bytes.constData() + 2);
        mask = 4;
    }
    if (bytes.size() < mask + 4 + length)
        return false;
    QByteArray payload = bytes.mid(mask + 4, length);
    for (qsizetype i = 0; i < length; ++i)
        payload[i] = char(payload[i] ^ bytes[mask + i % 4]);
    const auto opcode = Opcode(bytes[0] & 0x0f);
    client.unread.remove(0, mask + 4 + length);
    if (opcode == Opcode::Pong)
        client.pongs.push_back(payload);
    else if (opcode == Opcode::Close)
        client.closeCode = payload.size() < 2 ? 0 : qFromBigEndian<quint16>(payload.constData());
    if (opcode != Opcode::Text)
        return true;
    client.texts.push_back(payload);
    emit textCame(index, payload);
    return true;
}

} // namespace holdline::testing
