// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortcontext.h"

#include "app/commands/cohortoptions.h"
#include "app/datasource.h"
#include "models/foundation/jsontext.h"

#include <QFileInfo>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr Span sayEvery = std::chrono::seconds{2};

void printTip(const ChainState& state, const CommandContext& context)
{
    const CoinTotals& totals = state.table().totals();
    context.print("{\"at\":" + jsonTime(context.clock.now()) +
                  ",\"tip\":{\"height\":" + QByteArray::number(state.tipHeight()) + ",\"hash\":\"" +
                  state.tipHash().toRpc() + "\"},\"coins\":" + QByteArray::number(totals.count) +
                  ",\"supply_btc\":" + Amount{totals.value}.toText() + "}\n");
}

} // namespace

NodeListener listener(const CommandContext& context)
{
    NodeListener listener;
    listener.said = sayingTo(context);
    listener.progressed = [tell = sayingNowAndThen(context)](const NodeProgress& progress) {
        tell(progress.words());
    };
    return listener;
}

NodeListener printingListener(const CommandContext& context)
{
    NodeListener printing = listener(context);
    printing.reached = [&context](const ChainState& state) { printTip(state, context); };
    return printing;
}

NodeDays::Say sayingTo(const CommandContext& context)
{
    return [&context](const QString& sentence) { context.say(sentence); };
}

NodeDays::Say sayingNowAndThen(const CommandContext& context)
{
    return [&context, saidAt = UtcTime{}](const QString& sentence) mutable {
        const UtcTime now = context.clock.now();
        if (now - saidAt < sayEvery)
            return;
        saidAt = now;
        context.say(sentence);
    };
}

CancelRunOnSignal::CancelRunOnSignal(NodeRun& run)
{
    QObject::connect(&m_signals, &SignalWatch::askedToEnd, &run, [&run] { run.cancel(); });
}

Result<NodeDays> openDays(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto definition = definitionOption(parser);
    if (definition.hasError())
        return definition.error();
    auto store = openData(context, {});
    if (store.hasError())
        return store.error();
    const auto series = parser.isSet(u"prices"_s) ? std::optional(parser.value(u"prices"_s)) : std::nullopt;
    return NodeDays::open(std::move(store).value(), series, definition.value(), sayingTo(context));
}

Result<BitcoinNetwork> networkOfState(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto said = networkOption(parser);
    if (said.hasError())
        return said.error();
    if (said.value())
        return *said.value();
    const auto networks = networksWithState(context.dataDir);
    if (networks.empty())
        return Error{Error::Kind::Unavailable,
                     u"There is no state yet; make one with holdline cohorts scan --snapshot FILE."_s};
    if (networks.size() > 1 && networks.front() != BitcoinNetwork::Main)
        return Error{Error::Kind::Usage, u"states of several networks are kept; say which with --network"_s};
    return networks.front();
}

Result<ChainState> keptState(BitcoinNetwork network, const CommandContext& context)
{
    if (QFileInfo::exists(cohortStatePath(context.dataDir, network)))
        return loadCohortState(context.dataDir, network, context.clock);
    return Error{
        Error::Kind::Unavailable,
        u"There is no state of the network “%1” yet; make one with holdline cohorts scan --snapshot FILE."_s
            .arg(chainName(network))};
}

} // namespace holdline
