// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonValue>
#include <QTcpServer>
#include <QTcpSocket>

#include <deque>
#include <functional>
#include <vector>

namespace holdline::testing {

/// A Bitcoin node's HTTP server that does what a test wants, right or wrong.
class StandInNode final : public QObject {
public:
    /// One request; of a batch `id`, `method` and `params` are those of its first question.
    struct Asked {
        QByteArray head;
        QByteArray body;
        QString method;
        QJsonArray params;
        QJsonValue id;

        [[nodiscard]] QByteArray header(const QByteArray& name) const;
    };
    using Reply = std::function<void(QTcpSocket&, const Asked&)>;

    StandInNode();

    [[nodiscard]] quint16 port() const { return m_listener.serverPort(); }
    [[nodiscard]] const std::vector<Asked>& asked() const { return m_asked; }
    [[nodiscard]] int count(const QString& method) const;
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }
    /// For the next requests, one each, before the standing one.
    void replyNext(Reply reply) { m_next.push_back(std::move(reply)); }
    void setReply(Reply reply) { m_reply = std::move(reply); }
    /// Nobody is there any more; open connections end.
    void leave();
    void comeBack();

    // Replies.
    [[nodiscard]] static Reply result(const QJsonValue& value);
    [[nodiscard]] static Reply secondForm(const QJsonValue& value);
    [[nodiscard]] static Reply error(const QByteArray& status, int code, const QString& message);
    /// JSON-RPC 2.0: HTTP 200, and an error instead of a result.
    [[nodiscard]] static Reply errorOfSecondForm(int code, const QString& message);
    [[nodiscard]] static Reply raw(const QByteArray& status, const QByteArray& body);
    /// Announces all of the body, sends so many bytes of it and closes.
    [[nodiscard]] static Reply cut(const QByteArray& body, qsizetype sent);
    [[nodiscard]] static Reply byteByByte(const QByteArray& body);
    [[nodiscard]] static Reply silence();
    [[nodiscard]] static Reply hangUp();

private:
    void accept();
    void read(QTcpSocket& socket);

    QTcpServer m_listener;
    quint16 m_port = 0;
    std::deque<Reply> m_next;
    Reply m_reply;
    std::vector<Asked> m_asked;
    int m_connectionCount = 0;
};

} // namespace holdline::testing
