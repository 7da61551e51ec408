// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/webaddress.h"

#include <QHostAddress>

namespace holdline {

bool isLoopback(const QString& host)
{
    return host == QStringLiteral("localhost") || QHostAddress(host).isLoopback();
}

Result<QUrl> parseWebAddress(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const auto refusal = [](const char* words) {
        return Error{Error::Kind::Usage, QString::fromLatin1(words)};
    };
    if (!url.isValid() || url.host().isEmpty())
        return refusal("the web address names no host");
    if (url.scheme() != QStringLiteral("https") && url.scheme() != QStringLiteral("http"))
        return refusal("the web address does not begin with https://");
    if (url.scheme() == QStringLiteral("http") && !isLoopback(url.host()))
        return refusal("the web address is not encrypted; http:// is accepted for this machine only");
    return url;
}

} // namespace holdline
