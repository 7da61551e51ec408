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

BlockHash genesisHash(BitcoinNetwork network)
{
    const auto hash = [](const char* digits) { return BlockHash::fromRpc(digits).value_or(BlockHash{}); };
    switch (network) {
    case BitcoinNetwork::Main:
        return hash("000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f");
    case BitcoinNetwork::Testnet3:
        return hash("000000000933ea01ad0ee984209779baaec3ced90fa3f408719526f8d77f4943");
    case BitcoinNetwork::Testnet4:
        return hash("00000000da84f2bafbbc53dee25a72ae507ff4914b867c565be350b0da8bf043");
    case BitcoinNetwork::Signet:
        return hash("00000008819873e925422c1ff0f99f7cc9bbb232af63a077a480a3633bee1ef6");
    case BitcoinNetwork::Regtest:
        return hash("0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206");
    }
    Q_UNREACHABLE();
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
