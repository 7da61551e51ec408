// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodescan.h"

#include "models/cohorts/cohorterror.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 headBytes = 51;

Error staleError()
{
    return {Error::Kind::Unavailable, u"The snapshot's block was replaced by another. Make a new one."_s,
            u"E-SNAP-STALE"_s};
}

/// The beginning of an ordinary file; a pipe can be read once only.
QByteArray headOf(const QString& path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(headBytes) : QByteArray();
}

/// What the node says of the snapshot's block, when it is in the best chain.
Result<HeaderFacts> baseHeader(NodeRun& run, const BlockHash& base)
{
    const auto header = run.header(base);
    const bool isUnknown = header.hasError() && header.error().detail.startsWith(u"E-RPC-NOTFOUND"_s);
    if (isUnknown || (header.hasValue() && !header.value().isInBestChain))
        return staleError();
    return header;
}

Result<Snapshot> readForNode(NodeRun& run, BitcoinNetwork network, const QString& path,
                             const SnapshotReading& read)
{
    SnapshotOptions options{.network = network, .baseHeight = {}};
    if (const auto base = snapshotBase(path)) { // better told before ten gigabytes were read
        const auto header = baseHeader(run, *base);
        // A file of another network is to be called so, not stale.
        if (header.hasValue())
            options.baseHeight = header.value().height;
        else if (!header.error().detail.startsWith(u"E-SNAP-STALE"_s))
            return header.error();
    }
    return read(path, options);
}

} // namespace

std::optional<BlockHash> snapshotBase(const QString& path)
{
    const QByteArray head = headOf(path);
    if (head.size() < headBytes || !head.startsWith("utxo\xff"))
        return std::nullopt;
    return BlockHash::fromBytes(reinterpret_cast<const uchar*>(head.constData()) + 11);
}

std::optional<BitcoinNetwork> snapshotNetwork(const QString& path)
{
    const QByteArray head = headOf(path);
    if (head.size() < headBytes || !head.startsWith("utxo\xff"))
        return std::nullopt;
    NetworkMagic magic;
    std::copy_n(reinterpret_cast<const uchar*>(head.constData()) + 7, magic.size(), magic.begin());
    return networkOfMagic(magic);
}

Result<ChainState> scanWithNode(NodeRun& run, BitcoinNetwork network, const QString& path,
                                const SnapshotReading& read)
{
    auto snapshot = readForNode(run, network, path, read);
    if (snapshot.hasError())
        return snapshot.error();
    const auto header = baseHeader(run, snapshot.value().baseHash);
    if (header.hasError())
        return header.error();
    if (header.value().height != snapshot.value().baseHeight)
        return cohortError(CohortFault::SnapCorrupt,
                           u"The snapshot's highest coins are of block %1, its block is %2."_s
                               .arg(snapshot.value().baseHeight)
                               .arg(header.value().height));
    const auto headers = run.headers(snapshot.value().baseHeight);
    if (headers.hasError())
        return headers.error();
    if (headers.value().hashes.back() != snapshot.value().baseHash)
        return staleError();
    return ChainState::fromSnapshot(std::move(snapshot).value(), network, headers.value().times);
}

} // namespace holdline
