// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/resttransfer.h"

#include "models/feeds/gzipbody.h"
#include "models/feeds/linksentences.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostRedirects = 5;
constexpr qint64 readAhead = 1024 * 1024; ///< bytes that wait to be read at most

QUrl withKey(QUrl url, const ShownKey& key)
{
    if (key.parameter.isEmpty())
        return url;
    const QByteArray part = key.parameter + '=' + key.key.toPercentEncoding();
    const QString query = url.query(QUrl::FullyEncoded);
    url.setQuery((query.isEmpty() ? QString() : query + u'&') + QString::fromLatin1(part));
    return url;
}

QNetworkRequest requestFor(const QUrl& url, const ShownKey& key)
{
    QNetworkRequest request(withKey(url, key));
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(mostRedirects);
    request.setRawHeader("Accept-Encoding", "gzip"); // told so, Qt leaves the unpacking to us
    if (!key.header.isEmpty())
        request.setRawHeader(key.header, key.value); // no redirect leads to another host
    return request;
}

bool isEncrypted(const QUrl& url)
{
    return url.scheme() == "https"_L1;
}

/// Encrypted stays encrypted, and nothing goes to another host; on loopback a port is a host.
bool isSamePlace(const QUrl& from, const QUrl& to)
{
    if (from.host() != to.host() || from.scheme() != to.scheme())
        return false;
    return isEncrypted(from) || from.port(80) == to.port(80);
}

} // namespace

RestTransfer::RestTransfer(QNetworkAccessManager& network, const QUrl& url, Limits limits,
                           const ShownKey& key, QObject* parent)
    : QObject(parent),
      m_url(url),
      m_limits(std::move(limits)),
      m_outcome(HttpAnswer{})
{
    m_reply = network.get(requestFor(url, key));
    m_reply->setReadBufferSize(readAhead);
    watch();
    startTimers();
}

RestTransfer::~RestTransfer()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void RestTransfer::watch()
{
    QNetworkReply* reply = m_reply;
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_idleTimer.start(m_limits.idle); });
    connect(reply, &QNetworkReply::redirected, this, &RestTransfer::checkRedirect);
    connect(reply, &QNetworkReply::metaDataChanged, this, &RestTransfer::checkLength);
    connect(reply, &QNetworkReply::readyRead, this, &RestTransfer::readSome);
    connect(reply, &QNetworkReply::finished, this, &RestTransfer::readEnd);
}

void RestTransfer::startTimers()
{
    m_idleTimer.setSingleShot(true);
    m_totalTimer.setSingleShot(true);
    connect(&m_idleTimer, &QTimer::timeout, this,
            [this] { fail(Error::Kind::Network, u"The venue was silent for too long."_s); });
    connect(&m_totalTimer, &QTimer::timeout, this, [this] {
        fail(Error::Kind::Network,
             u"The venue's answer was not complete after %1."_s.arg(inWords(m_limits.total)));
    });
    m_idleTimer.start(m_limits.connect);
    m_totalTimer.start(m_limits.total);
}

void RestTransfer::checkRedirect(const QUrl& target)
{
    if (isSamePlace(m_url, target))
        emit m_reply->redirectAllowed();
    else
        fail(Error::Kind::Malformed,
             u"The venue sends the question on to another place (%1)."_s.arg(excerpt(target.host())));
}

void RestTransfer::checkLength()
{
    const auto length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (length.isValid() && length.toLongLong() > m_limits.mostBytes)
        fail(Error::Kind::Malformed,
             u"The venue's answer is longer than %1 bytes."_s.arg(m_limits.mostBytes));
}

void RestTransfer::readSome()
{
    m_idleTimer.start(m_limits.idle);
    m_body.append(m_reply->read(m_limits.mostBytes + 1 - m_body.size()));
    if (m_body.size() > m_limits.mostBytes)
        fail(Error::Kind::Malformed,
             u"The venue's answer is longer than %1 bytes."_s.arg(m_limits.mostBytes));
}

void RestTransfer::readEnd()
{
    if (m_reply->isOpen() && m_reply->bytesAvailable() > 0)
        readSome();
    if (m_isSettled)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    // Errors above are those of the status itself, which is told with the answer.
    const bool hasAnswer =
        status != 0 && (error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied);
    if (status >= 300 && status < 400)
        fail(Error::Kind::Malformed, u"The venue sends the question on to where Holdline cannot follow."_s);
    else if (!hasAnswer || (status == 200 && error != QNetworkReply::NoError))
        fail(Error::Kind::Network, networkSentence());
    else if (isCutShort())
        fail(Error::Kind::Network, u"The venue's answer was cut short."_s);
    else
        settleWithAnswer();
}

void RestTransfer::settleWithAnswer()
{
    const QByteArray packing = m_reply->rawHeader("content-encoding").trimmed().toLower();
    const bool isPacked = !packing.isEmpty() && packing != "identity" && !m_body.isEmpty();
    if (isPacked) {
        auto unpacked = unpackGzip(m_body, m_limits.mostBytes);
        if (unpacked.hasError())
            return fail(unpacked.error().kind, unpacked.error().message);
        m_body = std::move(unpacked).value();
    }
    m_outcome = answer();
    settle();
}

// Of an error with a status Qt's sentence holds the whole address, and with it a key; these do not.
QString RestTransfer::networkSentence() const
{
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return u"The venue's answer was cut short."_s;
    const QString said = m_reply->errorString();
    const bool isSafe = !said.contains("://"_L1) && !said.contains(m_url.path());
    return isSafe ? u"The venue cannot be reached: %1."_s.arg(excerpt(said))
                  : u"The venue cannot be reached."_s;
}

bool RestTransfer::isCutShort() const
{
    const auto length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    return length.isValid() && length.toLongLong() > m_body.size();
}

HttpAnswer RestTransfer::answer() const
{
    return {.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .contentType = m_reply->rawHeader("content-type"),
            .date = m_reply->rawHeader("date"),
            .retryAfter = m_reply->rawHeader("retry-after"),
            .usedWeight =
                m_limits.usedHeader.isEmpty() ? QByteArray() : m_reply->rawHeader(m_limits.usedHeader),
            .reset = m_limits.resetHeader.isEmpty() ? QByteArray() : m_reply->rawHeader(m_limits.resetHeader),
            .body = m_body};
}

void RestTransfer::fail(Error::Kind kind, const QString& message)
{
    if (m_isSettled)
        return;
    // A venue that refuses has said the important thing, however its body goes on.
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 400)
        m_outcome = answer();
    else
        m_outcome = Error{kind, message};
    settle();
}

void RestTransfer::settle()
{
    m_isSettled = true;
    m_idleTimer.stop();
    m_totalTimer.stop();
    m_reply->disconnect(this);
    emit finished();
}

} // namespace holdline
