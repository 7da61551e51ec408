// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortscan.h"

#include "app/commands/cancelonsignal.h"
#include "app/commands/cohortcontext.h"
#include "app/commands/cohortoptions.h"
#include "app/nodescan.h"
#include "models/cohorts/cohorterror.h"
#include "models/foundation/jsontext.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// The one that was said, else that of the genesis, else that of the snapshot.
BitcoinNetwork networkToRead(std::optional<BitcoinNetwork> said, const HeaderChain& headers,
                             const QString& snapshot)
{
    if (!said)
        said = networkOf(headers);
    if (!said)
        said = snapshotNetwork(snapshot);
    return said.value_or(BitcoinNetwork::Main);
}

Result<Snapshot> readWithWords(const QString& path, const SnapshotOptions& options,
                               const CommandContext& context)
{
    Progress progress;
    progress.report = [tell = listener(context).progressed](qint64 done, qint64 total) {
        tell({NodeProgress::Step::Snapshot, done, total});
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
    if (const auto base = snapshotBase(parser.value(u"snapshot"_s))) {
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
    auto record = openDays(parser, context);
    if (record.hasError())
        return context.fail(record.error());
    const auto state = scanWithHeaders(parser, network.value(), context);
    if (state.hasError())
        return context.fail(state.error());
    CohortStateKeeper keeper(context.dataDir, state.value().network(), context.clock);
    if (const auto kept = keeper.keep(state.value()); kept.hasError())
        return context.fail(kept.error());
    record.value().keepTip(state.value(), sayingTo(context));
    printState(state.value(), context);
    return ExitDone;
}

int scanByNode(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto access = nodeOption(parser);
    if (access.hasError())
        return context.fail(access.error());
    auto record = openDays(parser, context);
    if (record.hasError())
        return context.fail(record.error());
    NodeRun run(access.value(), printingListener(context), false);
    const CancelRunOnSignal cancel(run);
    const auto node = run.greet();
    if (node.hasError())
        return context.fail(node.error());
    const auto read = [&](const QString& path, const SnapshotOptions& options) {
        return readWithWords(path, options, context);
    };
    const auto state = scanWithNode(run, node.value().network, parser.value(u"snapshot"_s), read);
    if (state.hasError())
        return context.fail(state.error());
    CohortStateKeeper keeper(context.dataDir, state.value().network(), context.clock);
    if (const auto kept = keeper.keep(state.value()); kept.hasError())
        return context.fail(kept.error());
    record.value().recordFor(run);
    const auto followed = run.follow(state.value(), keeper, true);
    record.value().keepTip(followed.state, sayingTo(context));
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
