// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webpost.h"

#include "models/feeds/linksentences.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QNetworkReply>
#include <QTimer>

#include <algorithm>
#include <array>
#include <memory>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostHops = 5;
constexpr std::chrono::milliseconds pauseBeforeAgain{1000};

/// How an attempt ended.
struct PostAnswer {
    int status = 0; ///< 0: none came
    QUrl next = {}; ///< where the server sends on to
    bool isUnsafe = false;
    bool isLate = false;
};

bool isSentOn(int status)
{
    static constexpr std::array hops{301, 302, 307, 308};
    return std::find(hops.begin(), hops.end(), status) != hops.end();
}

bool isSameServer(const QUrl& one, const QUrl& other)
{
    const int usualPort = one.scheme() == u"https"_s ? 443 : 80;
    return one.scheme() == other.scheme() && one.host() == other.host() &&
           one.port(usualPort) == other.port(usualPort);
}

bool mayHelpToPostAgain(const PostAnswer& answer)
{
    return !answer.isUnsafe && !answer.isLate && (answer.status == 0 || answer.status >= 500);
}

QNetworkRequest requestFor(const PostedFile& file, const QUrl& address)
{
    QNetworkRequest request(address);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::UserAgentHeader, userAgent());
    request.setHeader(QNetworkRequest::ContentTypeHeader, contentTypeOf(file.name));
    request.setRawHeader("Content-Disposition", contentDisposition(file.name));
    request.setRawHeader("X-Holdline-Digest",
                         "sha256=" +
                             QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex());
    return request;
}

PostAnswer answerOf(const QNetworkReply& reply)
{
    PostAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (isSentOn(answer.status))
        answer.next = reply.url().resolved(QUrl::fromEncoded(reply.rawHeader("Location")));
    answer.isUnsafe = reply.error() == QNetworkReply::SslHandshakeFailedError;
    return answer;
}

PostAnswer postOnce(QNetworkAccessManager& web, const PostedFile& file, const QUrl& address,
                    const QDeadlineTimer& end)
{
    const std::unique_ptr<QNetworkReply> reply(web.post(requestFor(file, address), file.bytes));
    QEventLoop loop;
    QTimer::singleShot(std::max<qint64>(0, end.remainingTime()), &loop, &QEventLoop::quit);
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    if (!reply->isFinished())
        return {.isLate = true};
    return answerOf(*reply);
}

/// One attempt, with the hops that lead to another place of the same server.
PostAnswer postFollowing(QNetworkAccessManager& web, const PostedFile& file, QUrl address,
                         const QDeadlineTimer& end)
{
    PostAnswer answer = postOnce(web, file, address, end);
    for (int hop = 0; hop < mostHops && answer.next.isValid() && isSameServer(answer.next, address); ++hop) {
        address = answer.next;
        answer = postOnce(web, file, address, end);
    }
    return answer;
}

void waitAwhile(std::chrono::milliseconds pause)
{
    QEventLoop loop;
    QTimer::singleShot(pause, &loop, &QEventLoop::quit);
    loop.exec();
}

QString whyNotSent(const PostAnswer& answer, const QString& host, std::chrono::milliseconds limit)
{
    if (answer.isLate)
        return u"%1 did not take it within %2 s"_s.arg(host).arg(static_cast<double>(limit.count()) / 1000);
    if (answer.isUnsafe)
        return u"%1 could not prove who it is"_s.arg(host);
    if (answer.status == 0)
        return u"%1 could not be reached, or hung up"_s.arg(host);
    if (isSentOn(answer.status))
        return u"%1 answered %2 and wants it sent elsewhere"_s.arg(host).arg(answer.status);
    return u"%1 answered %2"_s.arg(host).arg(answer.status);
}

/// What may stand between quotation marks in a header.
QByteArray quotable(const QString& name)
{
    QByteArray text;
    for (const QChar letter : name) {
        if (letter == u'"' || letter == u'\\')
            text += '\\';
        const bool isPlain = letter >= u' ' && letter <= u'~';
        if (!letter.isLowSurrogate())
            text += isPlain ? letter.toLatin1() : '_';
    }
    return text;
}

} // namespace

QByteArray contentDisposition(const QString& name)
{
    const QByteArray plain = quotable(name);
    QByteArray text = "attachment; filename=\"" + plain + '"';
    const bool isWhole =
        std::all_of(name.begin(), name.end(), [](QChar letter) { return letter >= u' ' && letter <= u'~'; });
    if (!isWhole)
        text += "; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
    return text;
}

QByteArray contentTypeOf(const QString& name)
{
    static constexpr std::array<std::pair<const char*, const char*>, 5> types{{
        {"png", "image/png"},
        {"svg", "image/svg+xml"},
        {"pdf", "application/pdf"},
        {"csv", "text/csv; charset=utf-8"},
        {"json", "application/json"},
    }};
    const QString ending = QFileInfo(name).suffix().toLower();
    for (const auto& [format, type] : types)
        if (ending == QLatin1StringView(format))
            return type;
    return "application/octet-stream";
}

WebPost::WebPost(std::chrono::milliseconds limit) : m_limit(limit) {}

Result<Done> WebPost::send(const PostedFile& file, const QUrl& address)
{
    const QDeadlineTimer end(m_limit);
    PostAnswer answer = postFollowing(m_web, file, address, end);
    if (mayHelpToPostAgain(answer)) {
        waitAwhile(std::min(pauseBeforeAgain, std::chrono::milliseconds(end.remainingTime())));
        answer = postFollowing(m_web, file, address, end);
    }
    if (answer.status >= 200 && answer.status < 300)
        return Done{};
    return Error{Error::Kind::Network, whyNotSent(answer, address.host(), m_limit)};
}

} // namespace holdline
