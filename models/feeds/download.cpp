// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/download.h"

#include "models/feeds/linksentences.h"
#include "models/foundation/webaddress.h"

#include <QEventLoop>
#include <QIODevice>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostHops = 5;
constexpr qint64 mostWaitingBytes = 1024 * 1024;
constexpr auto cancelCheck = std::chrono::milliseconds{50};

QNetworkRequest downloadRequest(const QUrl& address)
{
    QNetworkRequest request(address);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setMaximumRedirectsAllowed(mostHops);
    request.setRawHeader("Accept-Encoding", "identity"); // gzip that comes all the same is unpacked as a file
    return request;
}

bool mayLeadTo(const QUrl& from, const QUrl& to)
{
    if (parseWebAddress(to.toString(QUrl::FullyEncoded)).hasError())
        return false;
    const bool staysEncrypted = from.scheme() != "https"_L1 || to.scheme() == "https"_L1;
    const bool staysOutside = isLoopback(from.host()) || !isLoopback(to.host());
    return staysEncrypted && staysOutside;
}

/// One download, from its request to its end, in an event loop of its own.
class Download final {
public:
    Download(const QUrl& address, QIODevice& file, const DownloadLimits& limits, const Progress& progress)
        : m_address(address),
          m_file(file),
          m_limits(limits),
          m_progress(progress)
    {
    }

    Result<Done> run()
    {
        m_reply.reset(m_network.get(downloadRequest(m_address)));
        m_reply->setReadBufferSize(mostWaitingBytes);
        watchReply();
        startTimers();
        if (!m_isSettled)
            m_loop.exec();
        m_reply->disconnect(&m_loop);
        return m_outcome;
    }

private:
    QUrl m_address;
    QIODevice& m_file;
    const DownloadLimits& m_limits;
    const Progress& m_progress;
    QEventLoop m_loop;
    QTimer m_idle;
    QTimer m_total;
    QTimer m_cancel;
    QNetworkAccessManager m_network;
    std::unique_ptr<QNetworkReply> m_reply; ///< its end aborts what is on its way, before the network's
    Result<Done> m_outcome = Done{};
    qint64 m_got = 0;
    bool m_isSettled = false;

    void watchReply()
    {
        QNetworkReply* reply = m_reply.get();
        QObject::connect(reply, &QNetworkReply::requestSent, &m_loop,
                         [this] { m_idle.start(m_limits.idle); });
        QObject::connect(reply, &QNetworkReply::redirected, &m_loop,
                         [this](const QUrl& target) { checkTarget(target); });
        QObject::connect(reply, &QNetworkReply::metaDataChanged, &m_loop, [this] { checkSize(length()); });
        QObject::connect(reply, &QNetworkReply::readyRead, &m_loop, [this] { readSome(); });
        QObject::connect(reply, &QNetworkReply::finished, &m_loop, [this] { readEnd(); });
    }
    void startTimers()
    {
        m_idle.setSingleShot(true);
        m_total.setSingleShot(true);
        QObject::connect(&m_idle, &QTimer::timeout, &m_loop,
                         [this] { fail(Error::Kind::Network, u"the server was silent for too long"_s); });
        QObject::connect(&m_total, &QTimer::timeout, &m_loop, [this] {
            fail(Error::Kind::Network, u"the file was not complete after %1"_s.arg(inWords(m_limits.total)));
        });
        QObject::connect(&m_cancel, &QTimer::timeout, &m_loop, [this] {
            if (m_progress.cancelled)
                fail(Error::Kind::Cancelled, u"stopped; nothing of this file was taken"_s);
        });
        m_idle.start(m_limits.connect);
        m_total.start(m_limits.total);
        m_cancel.start(cancelCheck);
    }
    [[nodiscard]] int status() const
    {
        return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    [[nodiscard]] qint64 length() const ///< as told, 0: not
    {
        return m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    }
    void checkTarget(const QUrl& target)
    {
        if (mayLeadTo(m_address, target))
            emit m_reply->redirectAllowed();
        else
            refuseRedirect();
    }
    void refuseRedirect()
    {
        fail(Error::Kind::Malformed, u"the server leads on to where Holdline does not follow"_s);
    }
    void checkSize(qint64 bytes)
    {
        if (bytes > m_limits.mostBytes)
            fail(Error::Kind::Malformed,
                 u"the file is longer than %1 bytes, the most that is read from an address"_s.arg(
                     QLocale(QLocale::English).toString(m_limits.mostBytes)));
    }
    void readSome()
    {
        if (m_isSettled || status() != 200)
            return;
        m_idle.start(m_limits.idle);
        const QByteArray bytes = m_reply->readAll();
        m_got += bytes.size();
        checkSize(m_got);
        if (!m_isSettled && m_file.write(bytes) != bytes.size())
            fail(Error::Kind::Storage, u"the file cannot be kept: %1"_s.arg(m_file.errorString()));
        m_progress.advance(m_got, length());
    }
    void readEnd()
    {
        readSome();
        if (m_isSettled)
            return;
        const int answered = status();
        if (answered >= 300 && answered < 400)
            refuseRedirect();
        else if (answered >= 400)
            fail(answered < 500 ? Error::Kind::Unavailable : Error::Kind::Network,
                 u"the server answered HTTP %1"_s.arg(answered));
        else if (answered != 0 && answered != 200)
            fail(Error::Kind::Malformed, u"the server answered HTTP %1"_s.arg(answered));
        else if (answered == 200 && (m_reply->error() != QNetworkReply::NoError || m_got < length()))
            fail(Error::Kind::Network, u"the file was cut short"_s);
        else if (answered == 0)
            fail(Error::Kind::Network, unreachable());
        else
            settle();
    }
    /// Qt's sentence where it does not hold the address, and with it perhaps a secret.
    [[nodiscard]] QString unreachable() const
    {
        const QString said = m_reply->errorString();
        const bool isSafe =
            !said.contains("://"_L1) && (m_address.path().size() < 2 || !said.contains(m_address.path()));
        return isSafe ? u"the server cannot be reached: %1"_s.arg(excerpt(said))
                      : u"the server cannot be reached"_s;
    }
    void fail(Error::Kind kind, const QString& sentence)
    {
        if (m_isSettled)
            return;
        m_outcome = Error{kind, sentence};
        settle();
    }
    void settle()
    {
        m_isSettled = true;
        m_loop.quit();
    }
};

} // namespace

Result<Done> download(const QUrl& address, QIODevice& file, const DownloadLimits& limits,
                      const Progress& progress)
{
    return Download(address, file, limits, progress).run();
}

} // namespace holdline
