// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslServer>
#include <QThread>

#include <memory>

namespace holdline::bench {

/// A WebSocket server over TLS, on a thread of its own, that sends so many trades to its first client as fast
/// as they go. Its certificate is trusted by this process from then on.
class TlsFlood final {
public:
    enum class Writing { Batched, OneRecordAMessage };

    TlsFlood(qint64 count, Writing writing);
    ~TlsFlood();
    Q_DISABLE_COPY_MOVE(TlsFlood)

    /// 0: it does not listen.
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    class Client;

    void accept();

    qint64 m_count;
    Writing m_writing;
    QThread m_thread;
    std::unique_ptr<QSslServer> m_server;
    quint16 m_port = 0;
};

} // namespace holdline::bench
