// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodetransfer.h"

#include "models/feeds/linksentences.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <cstring>

namespace holdline {

namespace {

constexpr qint64 readAhead = 1024 * 1024; ///< bytes that wait to be read at most
constexpr qint64 mostKept = 64 * 1024;    ///< beside a sink
constexpr qint64 mostBytes = 64 * 1024 * 1024;

/// A body that can be read once: so Qt does not send it a second time by itself when the connection breaks,
/// as it does with others.
class OneTimeBody final : public QIODevice {
public:
    OneTimeBody(const QByteArray& bytes, QObject* parent) : QIODevice(parent), m_bytes(bytes)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }
    bool reset() override { return false; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_read);
        std::memcpy(data, m_bytes.constData() + m_read, std::size_t(count));
        m_read += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

QNetworkRequest requestFor(const NodeTransfer::Request& asked)
{
    QNetworkRequest request(asked.url);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept-Encoding", "identity");
    if (!asked.authorization.isEmpty())
        request.setRawHeader("Authorization", asked.authorization);
    return request;
}

} // namespace

NodeTransfer::NodeTransfer(QNetworkAccessManager& network, const Request& request, QObject* parent)
    : QObject(parent),
      m_request(request)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { settle(m_isConnected ? End::Silent : End::NoConnection); });
    start(network);
    watch();
    waitFor(m_request.connect);
}

NodeTransfer::~NodeTransfer()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void NodeTransfer::start(QNetworkAccessManager& network)
{
    QNetworkRequest request = requestFor(m_request);
    if (m_request.body.isEmpty()) {
        m_reply = network.get(request);
    } else if (m_request.isOnce) {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
        m_reply = network.post(request, new OneTimeBody(m_request.body, this));
    } else {
        m_reply = network.post(request, m_request.body);
    }
    m_reply->setReadBufferSize(readAhead);
}

void NodeTransfer::watch()
{
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        m_isConnected = true;
        waitFor(m_request.silence);
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &NodeTransfer::readSome);
    connect(m_reply, &QNetworkReply::finished, this, &NodeTransfer::readEnd);
}

void NodeTransfer::waitFor(Span span)
{
    if (span > Span::zero())
        m_timer.start(span);
    else
        m_timer.stop();
}

void NodeTransfer::readSome()
{
    if (m_isSettled)
        return;
    waitFor(m_request.silence);
    m_status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray piece = m_reply->readAll();
    m_received += piece.size();
    const bool isForSink = m_request.sink && m_status == 200;
    keep(isForSink ? piece.left(std::max<qint64>(mostKept - m_body.size(), 0)) : piece);
    if (!isForSink)
        return;
    if (!m_hasSinkBegun)
        m_request.sink->begin();
    m_hasSinkBegun = true;
    if (!m_request.sink->take(piece) && m_received > mostKept)
        settle(End::Unwanted);
}

void NodeTransfer::keep(const QByteArray& piece)
{
    if (m_body.size() + piece.size() > mostBytes)
        settle(End::TooLong);
    else
        m_body += piece;
}

void NodeTransfer::readEnd()
{
    if (m_isSettled)
        return;
    if (m_reply->isOpen() && m_reply->bytesAvailable() > 0)
        readSome();
    if (m_isSettled)
        return;
    m_status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    if (m_status == 0)
        return settle(error == QNetworkReply::RemoteHostClosedError ||
                              error == QNetworkReply::ContentReSendError
                          ? End::CutOff
                          : End::NoConnection);
    const auto length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    const bool isShort = length.isValid() && length.toLongLong() > m_received;
    // Errors above are those of the status itself.
    const bool isBroken = error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied;
    settle(isShort || isBroken ? End::Cut : End::Whole);
}

void NodeTransfer::settle(End end)
{
    if (m_isSettled)
        return;
    m_isSettled = true;
    m_end = end;
    m_timer.stop();
    m_reply->disconnect(this);
    emit finished();
}

} // namespace holdline
