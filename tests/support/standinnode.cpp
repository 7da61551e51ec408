// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standinnode.h"

#include "tests/support/rawhttpserver.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace holdline::testing {

namespace {

using namespace Qt::StringLiterals;

QByteArray text(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject errorObject(int code, const QString& message)
{
    return {{u"code"_s, code}, {u"message"_s, message}};
}

QJsonObject firstCall(const QByteArray& body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isArray() ? document.array().first().toObject() : document.object();
}

} // namespace

QByteArray StandInNode::Asked::header(const QByteArray& name) const
{
    const QByteArray begin = name.toLower() + ": ";
    for (const QByteArray& line : head.split('\n')) {
        if (line.toLower().startsWith(begin))
            return line.mid(begin.size()).trimmed();
    }
    return {};
}

StandInNode::StandInNode() : m_reply(result(QJsonValue::Null))
{
    connect(&m_listener, &QTcpServer::pendingConnectionAvailable, this, &StandInNode::accept);
    m_listener.listen(QHostAddress::LocalHost);
    m_port = m_listener.serverPort();
}

int StandInNode::count(const QString& method) const
{
    return int(std::count_if(m_asked.begin(), m_asked.end(),
                             [&](const Asked& asked) { return asked.method == method; }));
}

void StandInNode::leave()
{
    m_listener.close();
    for (QTcpSocket* socket : m_listener.findChildren<QTcpSocket*>())
        socket->abort();
}

void StandInNode::comeBack()
{
    if (!m_listener.isListening())
        m_listener.listen(QHostAddress::LocalHost, m_port);
}

void StandInNode::accept()
{
    while (QTcpSocket* socket = m_listener.nextPendingConnection()) {
        ++m_connectionCount;
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        read(*socket);
    }
}

void StandInNode::read(QTcpSocket& socket)
{
    const QByteArray seen = socket.peek(1024 * 1024);
    const auto end = seen.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Asked asked;
    asked.head = seen.left(end + 4);
    const auto length = asked.header("content-length").toLongLong();
    if (seen.size() < end + 4 + length)
        return;
    socket.read(end + 4);
    asked.body = socket.read(length);
    const QJsonObject call = firstCall(asked.body);
    asked.method = call.value("method"_L1).toString();
    asked.params = call.value("params"_L1).toArray();
    asked.id = call.value("id"_L1);
    m_asked.push_back(asked);
    Reply reply = m_reply;
    if (!m_next.empty()) {
        reply = m_next.front();
        m_next.pop_front();
    }
    reply(socket, asked);
}

StandInNode::Reply StandInNode::result(const QJsonValue& value)
{
    return [value](QTcpSocket& socket, const Asked& asked) {
        socket.write(httpAnswer(
            "200 OK", text({{u"result"_s, value}, {u"error"_s, QJsonValue::Null}, {u"id"_s, asked.id}})));
    };
}

StandInNode::Reply StandInNode::secondForm(const QJsonValue& value)
{
    return [value](QTcpSocket& socket, const Asked& asked) {
        socket.write(httpAnswer("200 OK",
                                text({{u"jsonrpc"_s, u"2.0"_s}, {u"result"_s, value}, {u"id"_s, asked.id}})));
    };
}

StandInNode::Reply StandInNode::error(const QByteArray& status, int code, const QString& message)
{
    return [=](QTcpSocket& socket, const Asked& asked) {
        socket.write(httpAnswer(status, text({{u"result"_s, QJsonValue::Null},
                                              {u"error"_s, errorObject(code, message)},
                                              {u"id"_s, asked.id}})));
    };
}

StandInNode::Reply StandInNode::errorOfSecondForm(int code, const QString& message)
{
    return [=](QTcpSocket& socket, const Asked& asked) {
        socket.write(httpAnswer(
            "200 OK",
            text({{u"jsonrpc"_s, u"2.0"_s}, {u"error"_s, errorObject(code, message)}, {u"id"_s, asked.id}})));
    };
}

StandInNode::Reply StandInNode::raw(const QByteArray& status, const QByteArray& body)
{
    return [=](QTcpSocket& socket, const Asked&) { socket.write(httpAnswer(status, body)); };
}

StandInNode::Reply StandInNode::cut(const QByteArray& body, qsizetype sent)
{
    return [=](QTcpSocket& socket, const Asked&) {
        const QByteArray whole = httpAnswer("200 OK", body);
        socket.write(whole.left(whole.size() - body.size() + sent));
        socket.flush();
        socket.disconnectFromHost();
    };
}

StandInNode::Reply StandInNode::byteByByte(const QByteArray& body)
{
    return [=](QTcpSocket& socket, const Asked&) {
        for (const char c : httpAnswer("200 OK", body)) {
            socket.write(&c, 1);
            socket.flush();
        }
    };
}

StandInNode::Reply StandInNode::silence()
{
    return [](QTcpSocket&, const Asked&) {};
}

StandInNode::Reply StandInNode::hangUp()
{
    return [](QTcpSocket& socket, const Asked&) { socket.abort(); };
}

} // namespace holdline::testing
