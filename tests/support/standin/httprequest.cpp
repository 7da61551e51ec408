// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/httprequest.h"

#include <QUrl>

namespace holdline::testing {

QByteArray HttpRequest::header(const char* lowerCaseName) const
{
    const auto found = headers.find(lowerCaseName);
    return found == headers.end() ? QByteArray() : found->second;
}

QByteArray HttpRequest::parameter(const char* name) const
{
    return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toUtf8();
}

bool HttpRequest::hasParameter(const char* name) const
{
    return query.hasQueryItem(QLatin1String(name));
}

std::optional<qint64> HttpRequest::number(const char* name) const
{
    bool isNumber = false;
    const qint64 value = parameter(name).toLongLong(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

bool HttpRequest::isUpgrade() const
{
    return header("upgrade").toLower() == "websocket" && !header("sec-websocket-key").isEmpty();
}

std::optional<HttpRequest> takeRequest(QByteArray& received)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    const QList<QByteArray> lines = received.left(end).split('\n');
    received.remove(0, end + 4);
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    HttpRequest request;
    request.method = words.value(0);
    const QUrl url = QUrl::fromEncoded(words.value(1));
    request.path = url.path(QUrl::FullyDecoded).toUtf8();
    request.query = QUrlQuery(url.query(QUrl::FullyEncoded));
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    return request;
}

} // namespace holdline::testing
