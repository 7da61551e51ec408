// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortoptions.h"

#include "models/foundation/duration.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

Result<NodeCredentials> credentialsOf(const QCommandLineParser& parser, const NodeAddress& address)
{
    const QString cookie = parser.value(u"cookie"_s);
    if (!address.user.isEmpty() && parser.isSet(u"cookie"_s))
        return badUsage(u"--node names a user already; it goes without --cookie"_s);
    if (!address.user.isEmpty())
        return NodeCredentials(address.user, address.password);
    const QString file = cookie.isEmpty() ? usualCookieFile(address.url.port()) : cookie;
    if (file.isEmpty())
        return badUsage(
            u"port %1 is that of no network, so say where the node's cookie is with --cookie FILE"_s.arg(
                address.url.port()));
    return NodeCredentials(file);
}

} // namespace

void addCohortOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const char* words, const char* value = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(words), QString::fromLatin1(value)});
    };
    add("snapshot", "scan: what the node's dumptxoutset wrote.", "FILE");
    add("headers", "scan and history without a node: headers of 80 bytes each from genesis on.", "FILE");
    add("blocks", "history: the folder blocks of Bitcoin Core, with rev*.dat and blk*.dat.", "DIR");
    add("from", "history: back to that day; without it as far as prices and files go.", "T");
    add("node", "http://user:password@host:port, or without user and password by cookie.", "URL");
    add("cookie", "The node's cookie file, if not at its usual place.", "FILE");
    add("remote-node",
        "Accepts a node that is not on this machine. RPC is plain HTTP, and its credentials can "
        "spend from loaded wallets.");
    add("network", "main, test, testnet4, signet or regtest, where no node says it.", "NAME");
    add("prices", "Series of the price, such as price/binance:BTCUSDT.", "SERIES");
    add("daily-close", "Coins cost the close of their UTC day, not of the finest candle.");
    add("threshold", "What makes a long-term holder: 155 (days), 150, or logistic.", "RULE");
    add("for", "follow: ends after that time (90s, 5m, 2h, 7d).", "duration");
    add("at", "show: at the last candle closed by then.", "T");
    add("json", "show: prints JSON.");
}

Result<NodeAccess> nodeOption(const QCommandLineParser& parser)
{
    const auto remote = parser.isSet(u"remote-node"_s) ? RemoteNode::Accepted : RemoteNode::Refused;
    const auto address = parseNodeAddress(parser.value(u"node"_s), remote);
    if (address.hasError())
        return badUsage(u"--node: "_s + address.error().message);
    const auto credentials = credentialsOf(parser, address.value());
    if (credentials.hasError())
        return credentials.error();
    return NodeAccess{address.value(), credentials.value()};
}

Result<std::optional<BitcoinNetwork>> networkOption(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"network"_s))
        return std::optional<BitcoinNetwork>{};
    const auto network = networkOfChain(parser.value(u"network"_s));
    if (!network)
        return badUsage(u"“%1” is no network; there are main, test, testnet4, signet, regtest"_s.arg(
            parser.value(u"network"_s)));
    return network;
}

Result<CohortDefinition> definitionOption(const QCommandLineParser& parser)
{
    CohortDefinition definition;
    if (parser.isSet(u"daily-close"_s))
        definition.priceMode = PriceMode::DailyClose;
    const QString rule = parser.value(u"threshold"_s);
    if (!parser.isSet(u"threshold"_s) || rule == u"155"_s)
        return definition;
    if (rule == u"150"_s)
        definition.threshold.days = 150;
    else if (rule == u"logistic"_s)
        definition.threshold.rule = HolderThreshold::Rule::Logistic;
    else
        return badUsage(u"“%1” is no threshold; write 155, 150 or logistic"_s.arg(rule));
    return definition;
}

Result<std::optional<Span>> lengthOption(const QCommandLineParser& parser)
{
    if (!parser.isSet(u"for"_s))
        return std::optional<Span>{};
    const auto length = parseDuration(parser.value(u"for"_s));
    if (!length)
        return badUsage(u"“%1” is no duration; write 90s, 5m, 2h or 7d"_s.arg(parser.value(u"for"_s)));
    return length;
}

} // namespace holdline
