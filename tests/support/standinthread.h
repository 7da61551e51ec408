// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin/standin.h"

#include <QThread>

namespace holdline::testing {

/// A stand-in venue that listens on a thread of its own from the beginning to the end of this object.
class StandInThread final {
public:
    explicit StandInThread(StandInOptions options) : m_server(std::move(options))
    {
        m_server.moveToThread(&m_thread);
        m_thread.start();
        bool isListening = false;
        QMetaObject::invokeMethod(
            &m_server, [this, &isListening] { isListening = m_server.start(); },
            Qt::BlockingQueuedConnection);
        if (!isListening)
            qFatal("no port for the stand-in");
    }
    ~StandInThread()
    {
        QMetaObject::invokeMethod(
            &m_server, [this] { m_server.stop(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(StandInThread)

    [[nodiscard]] StandIn& server() { return m_server; }
    /// What `--endpoint` takes, for REST and the stream.
    [[nodiscard]] QStringList endpoints(const QString& provider) const
    {
        return {provider + QStringLiteral(".rest=") + m_server.restAddress(),
                provider + QStringLiteral(".ws=") + m_server.streamAddress()};
    }

private:
    StandIn m_server;
    QThread m_thread;
};

} // namespace holdline::testing
