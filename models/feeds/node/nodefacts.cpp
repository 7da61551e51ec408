// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/node/nodefacts.h"

#include <QJsonObject>

#include <cmath>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

std::optional<quint32> whole(const QJsonValue& value)
{
    const double number = value.toDouble(-1);
    if (number < 0 || number > 0xffffffffu || number != std::floor(number))
        return std::nullopt;
    return static_cast<quint32>(number);
}

} // namespace

QString versionText(int version)
{
    return u"%1.%2.%3"_s.arg(version / 10000).arg(version / 100 % 100).arg(version % 100);
}

std::optional<BlockHash> readHash(const QJsonValue& result)
{
    return BlockHash::fromRpc(result.toString().toLatin1());
}

std::optional<ChainFacts> readChainFacts(const QJsonValue& result)
{
    const QJsonObject object = result.toObject();
    const auto blocks = whole(object.value("blocks"_L1));
    const auto best = readHash(object.value("bestblockhash"_L1));
    const QString chain = object.value("chain"_L1).toString();
    if (!blocks || !best || chain.isEmpty())
        return std::nullopt;
    ChainFacts facts{.chain = chain, .blocks = *blocks, .best = *best};
    facts.isInitialDownload = object.value("initialblockdownload"_L1).toBool();
    facts.verified = object.value("verificationprogress"_L1).toDouble(1);
    if (object.value("pruned"_L1).toBool())
        facts.pruneHeight = whole(object.value("pruneheight"_L1));
    return facts;
}

std::optional<HeaderFacts> readHeaderFacts(const QJsonValue& result)
{
    const QJsonObject object = result.toObject();
    const auto hash = readHash(object.value("hash"_L1));
    const auto height = whole(object.value("height"_L1));
    const auto time = whole(object.value("time"_L1));
    const auto previous = readHash(object.value("previousblockhash"_L1));
    if (!hash || !height || !time || (*height > 0 && !previous))
        return std::nullopt;
    return HeaderFacts{*hash, previous.value_or(BlockHash{}), *height, *time,
                       object.value("confirmations"_L1).toInt(-1) >= 0};
}

NodeFailure oddAnswer(const QString& method)
{
    return {NodeFault::NoNode, u"The node's answer to %1 is not what a Bitcoin node answers."_s.arg(method)};
}

Error chainError(const QString& ofNode, BitcoinNetwork ofState)
{
    return {
        Error::Kind::Unavailable,
        u"The node follows the network “%1”, the stored state is of “%2”."_s.arg(ofNode, chainName(ofState)),
        u"E-RPC-CHAIN"_s};
}

Error prunedError(quint32 first, quint32 last)
{
    return {Error::Kind::Unavailable,
            u"Blocks between %1 and %2 were pruned. A new snapshot is needed."_s.arg(first).arg(last),
            u"E-RPC-PRUNED"_s};
}

} // namespace holdline
