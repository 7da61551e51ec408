// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cohorts/blockfolder.h"

#include "tests/support/cohorts/coinencoding.h"
#include "tests/support/cohorts/snapshotwriter.h"

#include <QDir>
#include <QFile>

namespace holdline::testing {

namespace {

using namespace Qt::StringLiterals;

QByteArray magicText(BitcoinNetwork network)
{
    const NetworkMagic magic = networkMagic(network);
    return {reinterpret_cast<const char*>(magic.data()), qsizetype(magic.size())};
}

QByteArray hashText(const BlockHash& hash)
{
    return {reinterpret_cast<const char*>(hash.bytes.data()), qsizetype(hash.bytes.size())};
}

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

QByteArray undoSpend(quint32 height, bool isCoinbase, quint64 satoshi, const QByteArray& script,
                     quint64 oldVersion)
{
    return varint(quint64{height} * 2 + (isCoinbase ? 1 : 0)) +
           (height > 0 ? varint(oldVersion) : QByteArray()) + varint(compressedAmount(satoshi)) + script;
}

QByteArray undoText(const std::vector<QByteArrayList>& transactions)
{
    QByteArray text = compactSize(transactions.size());
    for (const QByteArrayList& inputs : transactions)
        text += compactSize(quint64(inputs.size())) + inputs.join();
    return text;
}

QByteArray undoRecord(const QByteArray& undo, const BlockHash& previous, BitcoinNetwork network)
{
    return magicText(network) + littleEndian(quint64(undo.size()), 4) + undo +
           doubleSha256Of(hashText(previous) + undo);
}

QByteArray blockRecord(const QByteArray& header, quint64 transactions, BitcoinNetwork network)
{
    const QByteArray block =
        header + compactSize(transactions) + QByteArray(qsizetype(61 * transactions), 't');
    return magicText(network) + littleEndian(quint64(block.size()), 4) + block;
}

QByteArray headerText(const BlockHash& previous, quint32 time, quint32 nonce)
{
    return littleEndian(4, 4) + hashText(previous) + QByteArray(32, 'm') + littleEndian(time, 4) +
           littleEndian(0x207fffff, 4) + littleEndian(nonce, 4);
}

QByteArray hidden(QByteArray bytes, const QByteArray& key)
{
    for (qsizetype i = 0; i < bytes.size() && !key.isEmpty(); ++i)
        bytes[i] = char(bytes[i] ^ key[i % key.size()]);
    return bytes;
}

void BlockFolder::add(int number, const FiledBlock& block, quint32 height)
{
    blocks[number] += block.record();
    if (height > 0)
        undo[number] +=
            undoRecord(undoText(block.spent),
                       BlockHash::fromBytes(reinterpret_cast<const uchar*>(block.header.constData() + 4)));
}

bool BlockFolder::write(const QString& path) const
{
    const QDir folder(path);
    const auto writeAll = [&](const char* kind, const std::map<int, QByteArray>& files) {
        for (const auto& [number, bytes] : files) {
            const QString name =
                u"%1%2.dat"_s.arg(QString::fromLatin1(kind)).arg(number, 5, 10, QLatin1Char('0'));
            if (!writeFile(folder.filePath(name), hidden(bytes, key)))
                return false;
        }
        return true;
    };
    return QDir().mkpath(path) && writeAll("blk", blocks) && writeAll("rev", undo) &&
           (key.isEmpty() || writeFile(folder.filePath(u"xor.dat"_s), key));
}

FiledChain::FiledChain(quint32 seed) : naive(seed)
{
    const QByteArrayList scripts{'\0' + QByteArray(20, 'k'), '\4' + QByteArray(32, 'x'),
                                 plainScript(QByteArray(34, 's')), plainScript({})};
    BlockHash previous;
    for (quint32 height = 0; height < naive.times.size(); ++height) {
        FiledBlock block{headerText(previous, naive.times[height], height), {}};
        for (const NaiveCoin& coin : naive.coins) {
            if (coin.spentAt != height || height == 0)
                continue;
            if (block.spent.empty() || naive.chance(2) == 0)
                block.spent.emplace_back();
            block.spent.back().append(undoSpend(coin.height, coin.isCoinbase, quint64(coin.value),
                                                scripts[naive.chance(4)], naive.chance(3)));
        }
        if (appendHeaders(headers, block.header).hasError())
            qFatal("a header of the test does not fit");
        previous = headers.hashes.back();
        filed.push_back(block);
    }
}

BlockChange FiledChain::expected(quint32 height) const
{
    BlockChange change = naive.blocks[height];
    change.hash = headers.hashes[height];
    change.previous = headers.hashes[height - 1];
    change.created = {};
    return change;
}

std::vector<BlockChange> FiledChain::changes() const
{
    std::vector<BlockChange> changes;
    for (quint32 height = 1; height < naive.times.size(); ++height) {
        changes.push_back(expected(height));
        changes.back().created = naive.blocks[height].created;
    }
    return changes;
}

} // namespace holdline::testing
