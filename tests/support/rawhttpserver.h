// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>

namespace holdline::testing {

/// An answer with its length told.
[[nodiscard]] QByteArray httpAnswer(const QByteArray& status, const QByteArray& body,
                                    const QByteArrayList& headers = {});

/// An HTTP server of raw bytes, which does what a test wants, right or wrong. Connections stay open until the
/// test or the client ends them.
class RawHttpServer final : public QObject {
public:
    /// Given the head of the n-th request (from 0) and the socket on which it came.
    using Handler = std::function<void(QTcpSocket& socket, int number, const QByteArray& head)>;

    /// On loopback; `listener` when it should be another kind of server (TLS).
    explicit RawHttpServer(std::unique_ptr<QTcpServer> listener = std::make_unique<QTcpServer>());
    ~RawHttpServer() override;

    [[nodiscard]] QString address(const QString& scheme = QStringLiteral("http")) const;
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// The same bytes for each request.
    void setAnswer(const QByteArray& bytes);

    [[nodiscard]] const QByteArrayList& requests() const { return m_requests; }
    [[nodiscard]] int connectionCount() const { return m_connectionCount; }

private:
    void accept();
    void read(QTcpSocket& socket);

    std::unique_ptr<QTcpServer> m_listener;
    Handler m_handler;
    QByteArrayList m_requests;
    int m_connectionCount = 0;
};

} // namespace holdline::testing
