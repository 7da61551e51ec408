// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortscan.h"

#include "app/commands/cancelonsignal.h"
#include "app/commands/cohortstore.h"
#include "app/commands/noderun.h"
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/snapshotfile.h"
#include "models/foundation/jsontext.h"

#include <QFile>
#include <QFileInfo>

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

/// The block that a snapshot with a version says it was taken after; absent for other files.
std::optional<BlockHash> baseOf(const QString& path)
{
    const QByteArray head = headOf(path);
    if (head.size() < headBytes || !head.startsWith("utxo\xff"))
        return std::nullopt;
    return BlockHash::fromBytes(reinterpret_cast<const uchar*>(head.constData()) + 11);
}

/// As a snapshot with a version names it; absent for other files and for a network of one's own.
std::optional<BitcoinNetwork> networkIn(const QString& path)
{
    const QByteArray head = headOf(path);
    if (head.size() < headBytes || !head.startsWith("utxo\xff"))
        return std::nullopt;
    NetworkMagic magic;
    std::copy_n(reinterpret_cast<const uchar*>(head.constData()) + 7, magic.size(), magic.begin());
    return networkOfMagic(magic);
}

/// The one that was said, else that of the genesis, else that of the snapshot.
BitcoinNetwork networkToRead(std::optional<BitcoinNetwork> said, const HeaderChain& headers,
                             const QString& snapshot)
{
    if (!said)
        said = networkOf(headers);
    if (!said)
        said = networkIn(snapshot);
    return said.value_or(BitcoinNetwork::Main);
}

Result<Snapshot> readWithWords(const QString& path, const SnapshotOptions& options,
                               const CommandContext& context)
{
    Progress progress;
    int said = 0;
    progress.report = [&](qint64 done, qint64 total) {
        const int percent = total > 0 ? int(done * 100 / total) : 0;
        if (percent < said + 5)
            return;
        said = percent;
        context.say(u"%1 % of the snapshot"_s.arg(percent));
    };
    const CancelOnSignal cancel(progress);
    return readSnapshot(path, options, progress);
}

/// By a file of headers alone.
Result<ChainState> scanWithHeaders(const QCommandLineParser& parser, std::optional<BitcoinNetwork> said,
                                   const CommandContext& context)
{
    Progress progress;
    const auto headers = readHeaders(parser.value(u"headers"_s), progress);
    if (headers.hasError())
        return headers.error();
    const BitcoinNetwork network = networkToRead(said, headers.value(), parser.value(u"snapshot"_s));
    SnapshotOptions options{.network = network, .baseHeight = {}};
    if (const auto base = baseOf(parser.value(u"snapshot"_s))) {
        options.baseHeight = headers.value().heightOf(*base);
        if (!options.baseHeight)
            return cohortError(CohortFault::Headers, u"The headers do not have the snapshot's block."_s);
    }
    auto snapshot = readWithWords(parser.value(u"snapshot"_s), options, context);
    if (snapshot.hasError())
        return snapshot.error();
    if (headers.value().heightOf(snapshot.value().baseHash) != snapshot.value().baseHeight)
        return cohortError(CohortFault::Headers,
                           u"The headers do not have the snapshot's block at its height."_s);
    return ChainState::fromSnapshot(std::move(snapshot).value(), network, headers.value().times);
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

Result<Snapshot> readForNode(NodeRun& run, const QString& path, BitcoinNetwork network,
                             const CommandContext& context)
{
    SnapshotOptions options{.network = network, .baseHeight = {}};
    if (const auto base = baseOf(path)) { // better told before ten gigabytes were read
        const auto header = baseHeader(run, *base);
        // A file of another network is to be called so, not stale.
        if (header.hasValue())
            options.baseHeight = header.value().height;
        else if (!header.error().detail.startsWith(u"E-SNAP-STALE"_s))
            return header.error();
    }
    return readWithWords(path, options, context);
}

Result<ChainState> scanWithNode(NodeRun& run, const NodeGreeting& node, const QString& path,
                                const CommandContext& context)
{
    auto snapshot = readForNode(run, path, node.network, context);
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
    return ChainState::fromSnapshot(std::move(snapshot).value(), node.network, headers.value().times);
}

void printState(const ChainState& state, const CommandContext& context)
{
    context.print("{\"tip\":{\"height\":" + QByteArray::number(state.tipHeight()) + ",\"hash\":\"" +
                  state.tipHash().toRpc() +
                  "\"},\"coins\":" + QByteArray::number(state.table().totals().count) +
                  ",\"supply_btc\":" + Amount{state.table().totals().value}.toText() + "}\n");
}

int scanByHeaders(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto network = networkOption(parser);
    if (network.hasError())
        return context.fail(network.error());
    auto record = CohortStore::open(parser, context);
    if (record.hasError())
        return context.fail(record.error());
    const auto state = scanWithHeaders(parser, network.value(), context);
    if (state.hasError())
        return context.fail(state.error());
    CohortStateKeeper keeper(context.dataDir, state.value().network(), context.clock);
    if (const auto kept = keeper.keep(state.value()); kept.hasError())
        return context.fail(kept.error());
    record.value().keepDistribution(state.value(), context);
    printState(state.value(), context);
    return ExitDone;
}

int scanByNode(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto access = nodeOption(parser);
    if (access.hasError())
        return context.fail(access.error());
    auto record = CohortStore::open(parser, context);
    if (record.hasError())
        return context.fail(record.error());
    NodeRun run(access.value(), context, false);
    const auto node = run.greet();
    if (node.hasError())
        return context.fail(node.error());
    const auto state = scanWithNode(run, node.value(), parser.value(u"snapshot"_s), context);
    if (state.hasError())
        return context.fail(state.error());
    CohortStateKeeper keeper(context.dataDir, state.value().network(), context.clock);
    if (const auto kept = keeper.keep(state.value()); kept.hasError())
        return context.fail(kept.error());
    record.value().recordFor(run);
    run.printTips();
    const auto followed = run.follow(state.value(), keeper, true);
    record.value().keepDistribution(followed.state, context);
    return followed.error ? context.fail(*followed.error) : ExitDone;
}

} // namespace

int scanSnapshot(const QCommandLineParser& parser, const CommandContext& context)
{
    if (parser.value(u"snapshot"_s).isEmpty())
        return context.fail({Error::Kind::Usage, u"scan needs --snapshot FILE"_s});
    if (parser.isSet(u"node"_s) == parser.isSet(u"headers"_s))
        return context.fail({Error::Kind::Usage, u"scan needs either --node URL or --headers FILE"_s});
    return parser.isSet(u"node"_s) ? scanByNode(parser, context) : scanByHeaders(parser, context);
}

} // namespace holdline
