// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodeaddress.h"

#include "models/foundation/webaddress.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int mainPort = 8332;

Error refusal(const QString& sentence)
{
    return {Error::Kind::Usage, sentence};
}

/// Why a text that QUrl understands is no address of a node, or empty.
QString objection(const QUrl& url)
{
    if (url.scheme() != "http"_L1)
        return u"the address of a node begins with http://"_s;
    if (url.host().isEmpty() || url.port() == 0)
        return u"the address of the node names no host and port that can be reached"_s;
    if ((!url.path().isEmpty() && url.path() != "/"_L1) || url.hasQuery() || url.hasFragment())
        return u"the address of the node has more than user, password, host and port"_s;
    if (url.userName().isEmpty() != url.password().isEmpty())
        return u"the address of the node has only one of user and password; with neither of them a cookie file is used"_s;
    return {};
}

QUrl bare(const QUrl& url)
{
    QUrl place;
    place.setScheme(url.scheme());
    place.setHost(url.host());
    place.setPort(url.port(mainPort));
    return place;
}

} // namespace

QString NodeAddress::place() const
{
    return url.authority();
}

Result<NodeAddress> parseNodeAddress(const QString& text, RemoteNode remote)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative())
        return refusal(u"this is no address of a node; one looks like http://user:password@127.0.0.1:8332"_s);
    const QString reason = objection(url);
    if (!reason.isEmpty())
        return refusal(reason);
    if (remote == RemoteNode::Refused && !isLoopback(url.host()))
        return refusal(
            u"the node at %1 is not on this machine: RPC is plain HTTP, so everyone on the way can read the "
            "credentials, and these can spend from loaded wallets; say --remote-node to connect nevertheless"_s
                .arg(bare(url).authority()));
    return NodeAddress{bare(url), url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded)};
}

} // namespace holdline
