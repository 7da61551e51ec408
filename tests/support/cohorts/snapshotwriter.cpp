// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohorts/snapshotwriter.h"

#include "tests/support/cohorts/coinencoding.h"

namespace holdline::testing {

namespace {

QByteArray fromHeight(const WrittenCoin& coin)
{
    return varint(quint64{coin.height} * 2 + (coin.isCoinbase ? 1 : 0)) +
           varint(compressedAmount(coin.satoshi)) + coin.script;
}

QByteArray mark(BitcoinNetwork network, int version)
{
    const NetworkMagic magic = networkMagic(network);
    return QByteArray("utxo\xff", 5) + littleEndian(static_cast<quint64>(version), 2) +
           QByteArray(reinterpret_cast<const char*>(magic.data()), magic.size());
}

} // namespace

QByteArray snapshotHeader(BitcoinNetwork network, const QByteArray& baseHash, quint64 coins, int version)
{
    return mark(network, version) + baseHash + littleEndian(coins, 8);
}

QByteArray writtenCoin(const WrittenCoin& coin)
{
    return compactSize(coin.vout) + fromHeight(coin);
}

QByteArray plainScript(const QByteArray& script)
{
    return varint(static_cast<quint64>(script.size()) + 6) + script;
}

quint64 WrittenSnapshot::coins() const
{
    quint64 count = 0;
    for (const WrittenTransaction& transaction : transactions)
        count += transaction.coins.size();
    return count;
}

QByteArray WrittenSnapshot::grouped() const
{
    QByteArray body;
    for (const WrittenTransaction& transaction : transactions) {
        body += transaction.txid + compactSize(transaction.coins.size());
        for (const WrittenCoin& coin : transaction.coins)
            body += writtenCoin(coin);
    }
    return body;
}

QByteArray WrittenSnapshot::toVersion2() const
{
    return snapshotHeader(network, baseHash, coins()) + grouped();
}

QByteArray WrittenSnapshot::toVersion1(quint32 baseHeight) const
{
    return mark(network, 1) + littleEndian(baseHeight, 4) + baseHash + littleEndian(coins(), 8) + grouped();
}

QByteArray WrittenSnapshot::toLegacy() const
{
    QByteArray file = baseHash + littleEndian(coins(), 8);
    for (const WrittenTransaction& transaction : transactions) {
        for (const WrittenCoin& coin : transaction.coins)
            file += transaction.txid + littleEndian(coin.vout, 4) + fromHeight(coin);
    }
    return file;
}

} // namespace holdline::testing
