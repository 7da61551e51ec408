// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortshistory.h"

#include "app/commands/cancelonsignal.h"
#include "app/commands/cohortcontext.h"
#include "app/commands/cohortoptions.h"
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/undofolder.h"
#include "models/foundation/jsontext.h"
#include "models/history/cohorthistory.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

/// What is kept, and the chain of headers that it ends.
struct KnownChain {
    ChainState state;
    HeaderChain headers;
};

UtcTime beginOf(qint64 day)
{
    return fromMsecs(day * secondsOfDay * 1000);
}

QString dateOf(qint64 day)
{
    return toIso(beginOf(day)).left(10);
}

/// The state's tip must be in the headers, and what is beyond it is of no use.
Result<KnownChain> joined(ChainState state, HeaderChain headers)
{
    const std::size_t heights = state.table().heights();
    if (headers.hashes.size() < heights)
        return cohortError(CohortFault::Headers,
                           u"The headers end at height %1, before the state's last block %2."_s
                               .arg(qint64(headers.hashes.size()) - 1)
                               .arg(state.tipHeight()));
    headers.hashes.resize(heights);
    headers.times.resize(heights);
    if (headers.hashes.back() != state.tipHash())
        return cohortError(
            CohortFault::Headers,
            u"The state's last block, %1, is not in the chain; bring the state up to date with holdline cohorts follow."_s
                .arg(state.tipHeight()));
    return KnownChain{std::move(state), std::move(headers)};
}

Result<KnownChain> chainByHeaders(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto said = networkOption(parser);
    if (said.hasError())
        return said.error();
    Progress progress;
    const CancelOnSignal cancel(progress);
    auto headers = readHeaders(parser.value(u"headers"_s), progress);
    if (headers.hasError())
        return headers.error();
    const auto network = said.value() ? said.value() : networkOf(headers.value());
    auto state = keptState(network.value_or(BitcoinNetwork::Main), context);
    if (state.hasError())
        return state.error();
    return joined(std::move(state).value(), std::move(headers).value());
}

Result<KnownChain> chainByNode(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto access = nodeOption(parser);
    if (access.hasError())
        return access.error();
    NodeRun run(access.value(), listener(context), false);
    const CancelRunOnSignal cancel(run);
    const auto node = run.greet();
    if (node.hasError())
        return node.error();
    auto state = keptState(node.value().network, context);
    if (state.hasError())
        return state.error();
    auto headers = run.headers(state.value().tipHeight());
    if (headers.hasError())
        return headers.error();
    return joined(std::move(state).value(), std::move(headers).value());
}

/// --from.
Result<std::optional<qint64>> firstDayOption(const QCommandLineParser& parser)
{
    const auto from = timeOption(parser, u"from"_s);
    if (from.hasError())
        return from.error();
    if (!from.value())
        return std::optional<qint64>{};
    return std::optional(
        dayOf(std::chrono::floor<std::chrono::seconds>(*from.value()).time_since_epoch().count()));
}

QByteArray historyJson(const CohortHistory& history)
{
    return "{\"days\":" + QByteArray::number(history.days) + ",\"from\":" + jsonTime(beginOf(history.first)) +
           ",\"to\":" + jsonTime(beginOf(history.last + 1)) + "}\n";
}

int report(const CohortHistory& history, const CommandContext& context)
{
    if (history.days == 0)
        return context.fail(history.end.value_or(
            Error{Error::Kind::Unavailable,
                  u"No day that is asked for is over at the state's last block and has a price."_s}));
    if (history.end)
        context.say(u"The history ends with %1. %2"_s.arg(dateOf(history.first), history.end->message));
    context.print(historyJson(history));
    return ExitDone;
}

CohortHistory storedFrom(UndoFolder& folder, const ChainState& state, NodeDays& record,
                         std::optional<qint64> firstDay, const CommandContext& context)
{
    Progress progress;
    const CancelOnSignal cancel(progress);
    const auto spent = [&](quint32 height) { return folder.blockChange(height, progress); };
    const auto stored = [tell = sayingNowAndThen(context)](qint64 day) {
        tell(u"days are stored back to %1"_s.arg(dateOf(day)));
    };
    return storeDaysBack(record.store(), *record.prices(), state, record.definition(), spent,
                         {.firstDay = firstDay, .stored = stored});
}

int history(const QCommandLineParser& parser, const CommandContext& context)
{
    const auto firstDay = firstDayOption(parser);
    if (firstDay.hasError())
        return context.fail(firstDay.error());
    auto record = openDays(parser, context);
    if (record.hasError())
        return context.fail(record.error());
    if (!record.value().prices())
        return context.fail({Error::Kind::Unavailable, u"Without prices there is no cost basis."_s});
    auto chain = parser.isSet(u"node"_s) ? chainByNode(parser, context) : chainByHeaders(parser, context);
    if (chain.hasError())
        return context.fail(chain.error());
    const ChainState& state = chain.value().state;
    auto folder =
        UndoFolder::open(parser.value(u"blocks"_s), state.network(), std::move(chain.value().headers));
    if (folder.hasError())
        return context.fail(folder.error());
    const auto history = storedFrom(folder.value(), state, record.value(), firstDay.value(), context);
    record.value().keepTip(state, sayingTo(context));
    return report(history, context);
}

} // namespace

int storeHistory(const QCommandLineParser& parser, const CommandContext& context)
{
    if (parser.value(u"blocks"_s).isEmpty())
        return context.fail(badUsage(u"history needs --blocks DIR"_s));
    if (parser.isSet(u"node"_s) == parser.isSet(u"headers"_s))
        return context.fail(badUsage(u"history needs either --node URL or --headers FILE"_s));
    return history(parser, context);
}

} // namespace holdline
