// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/streamconnection.h"

#include "models/feeds/linksentences.h"

#include <QNetworkRequest>

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// A frame header takes up to 14 bytes and an answer to the upgrade some thousand.
constexpr qint64 roomBesideMessage = 64 * 1024;

/// Between two messages of ours. One message a second is left for the pong that the socket sends by itself.
Span spacing(int messagesPerSecond)
{
    return Span{messagesPerSecond > 0 ? 1000 / std::max(1, messagesPerSecond - 1) : 0};
}

/// Codes with which this side closes because of what came.
bool isRefusal(QWebSocketProtocol::CloseCode code)
{
    return code == QWebSocketProtocol::CloseCodeTooMuchData ||
           code == QWebSocketProtocol::CloseCodeWrongDatatype;
}

auto errorSignal()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return &QWebSocket::errorOccurred;
#else
    return qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
#endif
}

QTimer& prepare(QTimer& timer, Qt::TimerType type)
{
    timer.setSingleShot(true);
    timer.setTimerType(type);
    return timer;
}

} // namespace

StreamConnection::StreamConnection(const Route& route, const QUrl& url, Limits limits)
    : m_route(route),
      m_url(url),
      m_limits(limits)
{
    connectSocket();
    connect(&prepare(m_connectTimer, Qt::CoarseTimer), &QTimer::timeout, this,
            [this] { finish(0, u"The venue did not answer within %1."_s.arg(inWords(m_limits.connect))); });
    connect(&prepare(m_silenceTimer, Qt::CoarseTimer), &QTimer::timeout, this,
            &StreamConnection::checkSilence);
    connect(&prepare(m_beatTimer, Qt::PreciseTimer), &QTimer::timeout, this, &StreamConnection::beat);
    connect(&prepare(m_paceTimer, Qt::PreciseTimer), &QTimer::timeout, this, &StreamConnection::saySome);
}

StreamConnection::~StreamConnection()
{
    m_socket.disconnect(this); // closing it would be told to timers that are gone
}

void StreamConnection::connectSocket()
{
    const auto most = quint64(m_limits.mostMessageBytes);
    m_socket.setMaxAllowedIncomingFrameSize(most);
    m_socket.setMaxAllowedIncomingMessageSize(most);
    m_socket.setReadBufferSize(m_limits.mostMessageBytes + roomBesideMessage);
    connect(&m_socket, &QWebSocket::connected, this, &StreamConnection::greet);
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
            [this](const QString& text) { take(text.toUtf8()); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, &StreamConnection::take);
    connect(&m_socket, errorSignal(), this, &StreamConnection::breakOff);
    // Earlier than `disconnected`, which waits for a peer that may no longer read.
    connect(&m_socket, &QWebSocket::aboutToClose, this, &StreamConnection::close);
    connect(&m_socket, &QWebSocket::disconnected, this, &StreamConnection::close);
}

void StreamConnection::open()
{
    QNetworkRequest request(m_url);
    request.setRawHeader("User-Agent", userAgent());
    m_connectTimer.start(m_limits.connect);
    m_socket.open(request);
}

void StreamConnection::greet()
{
    m_state = State::Open;
    m_connectTimer.stop();
    m_sinceMessage.start();
    m_sinceBeat.start();
    if (m_route.silence > Span::zero())
        m_silenceTimer.start(m_route.silence);
    if (m_route.heartbeat.every > Span::zero())
        m_beatTimer.start(m_route.heartbeat.every);
    m_outbox.assign(m_route.greetings.begin(), m_route.greetings.end());
    saySome();
    emit opened();
}

void StreamConnection::take(const QByteArray& bytes)
{
    if (m_state != State::Open)
        return;
    m_sinceMessage.start();
    emit messageCame(bytes);
}

void StreamConnection::saySome()
{
    while (m_state == State::Open && !m_outbox.empty() && !m_paceTimer.isActive()) {
        const QByteArray text = m_outbox.front();
        m_outbox.pop_front();
        if (m_route.messagesPerSecond > 0)
            m_paceTimer.start(spacing(m_route.messagesPerSecond));
        m_socket.sendTextMessage(QString::fromUtf8(text));
    }
}

void StreamConnection::beat()
{
    const Heartbeat& heartbeat = m_route.heartbeat;
    Span quiet{m_sinceBeat.elapsed()};
    if (heartbeat.onlyWhenIdle)
        quiet = std::min(quiet, Span{m_sinceMessage.elapsed()});
    if (quiet < heartbeat.every) {
        m_beatTimer.start(heartbeat.every - quiet);
        return;
    }
    m_sinceBeat.start();
    m_beatTimer.start(heartbeat.every);
    m_outbox.push_back(heartbeat.message);
    saySome();
}

// The timer is not begun anew with each message, which would cost more than the message: when it runs out, it
// is asked how long ago the last one came.
void StreamConnection::checkSilence()
{
    const Span quiet{m_sinceMessage.elapsed()};
    if (quiet < m_route.silence)
        m_silenceTimer.start(m_route.silence - quiet);
    else
        finish(0, u"Nothing came for %1."_s.arg(inWords(m_route.silence)));
}

void StreamConnection::breakOff()
{
    const QString error = m_socket.errorString();
    if (m_state == State::Connecting)
        finish(upgradeStatus(error), attemptSentence(error));
    else
        finish(0, u"The connection was cut: %1."_s.arg(excerpt(error)));
}

void StreamConnection::close()
{
    if (m_state == State::Connecting)
        return breakOff();
    const QString why =
        closeSentence(m_socket.closeCode(), m_socket.closeReason(), m_limits.mostMessageBytes);
    if (m_state == State::Open && isRefusal(m_socket.closeCode()))
        emit messageRefused(why);
    finish(0, why);
}

void StreamConnection::finish(int httpStatus, const QString& why)
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_socket.disconnect(this);
    for (QTimer* timer : {&m_connectTimer, &m_silenceTimer, &m_beatTimer, &m_paceTimer})
        timer->stop();
    emit ended(httpStatus, why);
}

} // namespace holdline
