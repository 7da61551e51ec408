// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/bitcoinnetwork.h"

#include <algorithm>

namespace holdline {

NetworkMagic networkMagic(BitcoinNetwork network)
{
    switch (network) {
    case BitcoinNetwork::Main:
        return {0xf9, 0xbe, 0xb4, 0xd9};
    case BitcoinNetwork::Testnet3:
        return {0x0b, 0x11, 0x09, 0x07};
    case BitcoinNetwork::Testnet4:
        return {0x1c, 0x16, 0x3f, 0x28};
    case BitcoinNetwork::Signet:
        return {0x0a, 0x03, 0xcf, 0x40};
    case BitcoinNetwork::Regtest:
        return {0xfa, 0xbf, 0xb5, 0xda};
    }
    Q_UNREACHABLE();
}

std::optional<BitcoinNetwork> networkOfMagic(const NetworkMagic& magic)
{
    for (const BitcoinNetwork network : bitcoinNetworks) {
        if (networkMagic(network) == magic)
            return network;
    }
    return std::nullopt;
}

QString chainName(BitcoinNetwork network)
{
    switch (network) {
    case BitcoinNetwork::Main:
        return QStringLiteral("main");
    case BitcoinNetwork::Testnet3:
        return QStringLiteral("test");
    case BitcoinNetwork::Testnet4:
        return QStringLiteral("testnet4");
    case BitcoinNetwork::Signet:
        return QStringLiteral("signet");
    case BitcoinNetwork::Regtest:
        return QStringLiteral("regtest");
    }
    Q_UNREACHABLE();
}

std::optional<BitcoinNetwork> networkOfChain(const QString& chain)
{
    for (const BitcoinNetwork network : bitcoinNetworks) {
        if (chainName(network) == chain)
            return network;
    }
    return std::nullopt;
}

qint64 issuedSatoshi(BitcoinNetwork network, quint32 height)
{
    const qint64 epoch = network == BitcoinNetwork::Regtest ? 150 : 210'000;
    qint64 blocks = qint64{height} + 1;
    qint64 sum = 0;
    for (qint64 subsidy = 5'000'000'000; subsidy > 0 && blocks > 0; subsidy /= 2, blocks -= epoch)
        sum += subsidy * std::min(blocks, epoch);
    return sum;
}

std::optional<quint32> overwrittenCoinbase(BitcoinNetwork network, quint32 height)
{
    if (network != BitcoinNetwork::Main)
        return std::nullopt;
    switch (height) {
    case 91'842:
        return 91'812;
    case 91'880:
        return 91'722;
    default:
        return std::nullopt;
    }
}

} // namespace holdline
