// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/websocketpeer.h"

#include <QtEndian>

#include <utility>

namespace holdline::testing {

WebSocketPeer::WebSocketPeer(QTcpSocket* socket, QObject* parent) : QObject(parent), m_socket(socket)
{
    socket->setParent(this);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(socket, &QTcpSocket::readyRead, this, &WebSocketPeer::read);
    connect(socket, &QTcpSocket::bytesWritten, this, &WebSocketPeer::bytesLeft);
    connect(socket, &QTcpSocket::disconnected, this, &WebSocketPeer::gone);
    if (socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(this, &WebSocketPeer::read, Qt::QueuedConnection);
}

void WebSocketPeer::write(const QByteArray& frames)
{
    if (isOpen() && !m_isFrozen)
        m_socket->write(frames);
}

void WebSocketPeer::sendInFragments(const QByteArray& text, qsizetype most)
{
    for (qsizetype from = 0; from < text.size() || from == 0; from += most) {
        const bool isLast = from + most >= text.size();
        write(
            serverFrame(from == 0 ? FrameKind::Text : FrameKind::Continuation, text.mid(from, most), isLast));
    }
}

void WebSocketPeer::sendClose(quint16 code, const QByteArray& reason)
{
    QByteArray payload(2, '\0');
    qToBigEndian(code, payload.data());
    write(serverFrame(FrameKind::Close, payload + reason));
    if (m_isFrozen || m_isClosing)
        return;
    m_isClosing = true;
    m_socket->disconnectFromHost(); // after all bytes have gone
}

void WebSocketPeer::cutInMessage(const QByteArray& text)
{
    const qsizetype half = text.size() / 2;
    write(serverFrame(FrameKind::Text, text.left(half), false));
    write(serverFrame(FrameKind::Continuation, text.mid(half, half / 2), true,
                      static_cast<quint64>(text.size() - half)));
    m_isClosing = true;
    m_socket->disconnectFromHost();
}

void WebSocketPeer::cut()
{
    m_isClosing = true;
    m_socket->abort();
}

void WebSocketPeer::read()
{
    m_received += m_socket->readAll();
    if (m_isFrozen) {
        m_received.clear();
        return;
    }
    while (const auto frame = takeFrame(m_received)) {
        take(*frame);
        if (!isOpen())
            return;
    }
}

void WebSocketPeer::take(const ClientFrame& frame)
{
    if (!frame.isMasked) {
        sendClose(1002, "frames of a client must be masked");
        return;
    }
    switch (frame.kind) {
    case FrameKind::Ping:
        write(serverFrame(FrameKind::Pong, frame.payload));
        emit pingCame();
        return;
    case FrameKind::Pong:
        emit pongCame(frame.payload);
        return;
    case FrameKind::Close:
        sendClose(1000, {});
        return;
    case FrameKind::Text:
    case FrameKind::Binary:
    case FrameKind::Continuation:
        m_message += frame.payload;
        if (frame.isFinal)
            emit textCame(std::exchange(m_message, {}));
        return;
    }
    sendClose(1002, "unknown kind of frame");
}

} // namespace holdline::testing
