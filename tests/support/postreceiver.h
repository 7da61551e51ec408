// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/rawhttpserver.h"

#include <QList>

namespace holdline::testing {

/// What came by POST.
struct Received {
    QByteArray head;
    QByteArray body;

    /// The value of a header, or empty.
    [[nodiscard]] QByteArray header(const QByteArray& name) const
    {
        for (const QByteArray& line : head.split('\n'))
            if (line.toLower().startsWith(name.toLower() + ": "))
                return line.mid(name.size() + 2).trimmed();
        return {};
    }
};

/// Takes what is sent to it whole and answers with the next of its answers, then with 200.
class PostReceiver final {
public:
    explicit PostReceiver(QByteArrayList answers = {},
                          std::unique_ptr<QTcpServer> listener = std::make_unique<QTcpServer>())
        : m_answers(std::move(answers)),
          m_server(std::move(listener))
    {
        m_server.setHandler([this](QTcpSocket& socket, int, const QByteArray& head) {
            QObject::connect(&socket, &QTcpSocket::readyRead, &m_server,
                             [this, &socket, head] { take(socket, head); });
            take(socket, head);
        });
    }

    /// An empty answer is a hang-up; `-` is none at all.
    void setAnswers(const QByteArrayList& answers) { m_answers = answers; }
    [[nodiscard]] QString address(const QString& path, const QString& scheme = QStringLiteral("http")) const
    {
        return m_server.address(scheme) + path;
    }
    [[nodiscard]] const QList<Received>& received() const { return m_received; }
    [[nodiscard]] int connectionCount() const { return m_server.connectionCount(); }

private:
    void take(QTcpSocket& socket, const QByteArray& head)
    {
        Received post{head, {}};
        const qint64 length = post.header("Content-Length").toLongLong();
        if (socket.bytesAvailable() < length)
            return;
        post.body = socket.read(length);
        m_received.append(post);
        socket.disconnect(&m_server);
        const QByteArray answer =
            m_answers.isEmpty() ? httpAnswer("200 OK", {}, {"Connection: close"}) : m_answers.takeFirst();
        if (answer == "-")
            return;
        socket.write(answer);
        socket.disconnectFromHost();
    }

    QByteArrayList m_answers;
    QList<Received> m_received;
    RawHttpServer m_server;
};

} // namespace holdline::testing
