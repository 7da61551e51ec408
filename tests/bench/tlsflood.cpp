// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/tlsflood.h"

#include "models/foundation/clock.h"
#include "tests/support/selfsigned.h"
#include "tests/support/standin/floodtext.h"
#include "tests/support/standin/websocketframes.h"

#include <QSslConfiguration>
#include <QSslSocket>

namespace holdline::bench {

namespace {

constexpr qint64 mostWaiting = 1024 * 1024;
constexpr int batch = 512;

QByteArray upgradeAnswer(const QByteArray& request)
{
    const QByteArray name = "sec-websocket-key:";
    const qsizetype begin = request.toLower().indexOf(name) + name.size();
    const QByteArray key = request.mid(begin, request.indexOf("\r\n", begin) - begin).trimmed();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           testing::acceptOf(key) + "\r\n\r\n";
}

} // namespace

/// Lives on the server's thread.
class TlsFlood::Client final : public QObject {
public:
    Client(QSslSocket* socket, qint64 count, Writing writing)
        : QObject(socket),
          m_socket(*socket),
          m_left(count),
          m_writing(writing),
          m_text(R"({"stream":"btcusdt@aggTrade","data":{"e":"aggTrade","E":1111111111111,"s":"BTCUSDT",)"
                 R"("a":777777777777,"p":"86455.10000000","q":"0.88888888","f":777777777777,)"
                 R"("l":777777777777,"T":1111111111111,"m":true,"M":true}})")
    {
        connect(socket, &QSslSocket::readyRead, this, &Client::read);
        connect(socket, &QSslSocket::encryptedBytesWritten, this, [this] { send(); });
    }

private:
    void read()
    {
        m_request += m_socket.readAll();
        if (m_isOpen || !m_request.contains("\r\n\r\n"))
            return;
        m_isOpen = true;
        m_socket.write(upgradeAnswer(m_request));
        m_socket.flush();
        send();
    }

    void send()
    {
        while (m_isOpen && m_left > 0 &&
               m_socket.bytesToWrite() + m_socket.encryptedBytesToWrite() < mostWaiting) {
            const bool isBatched = m_writing == Writing::Batched;
            const int count = isBatched ? static_cast<int>(std::min<qint64>(m_left, batch)) : 1;
            QByteArray frames;
            m_text.append(frames, count, m_clock.now());
            m_left -= count;
            m_socket.write(frames);
            if (!isBatched)
                m_socket.flush();
        }
    }

    QSslSocket& m_socket;
    qint64 m_left;
    Writing m_writing;
    testing::FloodText m_text;
    SystemClock m_clock;
    QByteArray m_request;
    bool m_isOpen = false;
};

TlsFlood::TlsFlood(qint64 count, Writing writing)
    : m_count(count),
      m_writing(writing),
      m_server(testing::selfSignedServer())
{
    if (!m_server)
        return;
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificate(m_server->sslConfiguration().localCertificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(),
                     [this] { accept(); });
    if (!m_server->listen(QHostAddress::LocalHost))
        return;
    m_port = m_server->serverPort();
    m_server->moveToThread(&m_thread);
    m_thread.start();
}

TlsFlood::~TlsFlood()
{
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            m_server.get(), [this] { m_server.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void TlsFlood::accept()
{
    while (auto* socket = qobject_cast<QSslSocket*>(m_server->nextPendingConnection()))
        new Client(socket, m_count, m_writing); // owned by the socket
}

} // namespace holdline::bench
