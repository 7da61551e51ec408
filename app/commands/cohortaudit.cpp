// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortaudit.h"

#include "app/commands/cohortcontext.h"
#include "app/commands/cohortoptions.h"
#include "models/cohorts/cohorterror.h"

#include <QJsonObject>
#include <QRegularExpression>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr int tries = 3; ///< a block may come while the node counts

/// What `gettxoutsetinfo` says.
struct NodeSums {
    BlockHash best;
    qint64 coins = 0;
    Amount total;
};

/// The digits of an amount as they stand in the answer: a double would round them.
std::optional<Amount> totalIn(const QByteArray& answer)
{
    static const QRegularExpression form(u"\"total_amount\"\\s*:\\s*([0-9]+(?:\\.[0-9]{1,8})?)\\s*[,}]"_s);
    const auto match = form.match(QString::fromLatin1(answer));
    return match.hasMatch() ? Amount::parse(match.captured(1).toLatin1()) : std::nullopt;
}

Result<NodeSums> nodeSums(NodeRun& run)
{
    const auto answer = run.ask({u"gettxoutsetinfo"_s, {u"none"_s}}, NodePatience::Endless);
    if (answer.hasError())
        return answer.error();
    const QJsonObject told = answer.value().result.toObject();
    const auto best = readHash(told.value("bestblock"_L1));
    const auto total = totalIn(answer.value().text);
    if (!best || !total || !told.contains("txouts"_L1))
        return oddAnswer(u"gettxoutsetinfo"_s).toError();
    return NodeSums{*best, told.value("txouts"_L1).toInteger(), *total};
}

QByteArray sumsJson(qint64 coins, Amount total)
{
    return "{\"txouts\":" + QByteArray::number(coins) + ",\"total_amount\":" + total.toText() + "}";
}

int report(const NodeSums& node, const ChainState& state, const CommandContext& context)
{
    const CoinTotals& ours = state.table().totals();
    const bool isSame = node.coins == ours.count && node.total == Amount{ours.value};
    context.print("{\"same\":" + QByteArray(isSame ? "true" : "false") +
                  ",\"tip\":{\"height\":" + QByteArray::number(state.tipHeight()) + ",\"hash\":\"" +
                  state.tipHash().toRpc() + "\"},\"node\":" + sumsJson(node.coins, node.total) +
                  ",\"state\":" + sumsJson(ours.count, Amount{ours.value}) + "}\n");
    if (isSame)
        return ExitDone;
    return context.fail(
        cohortError(CohortFault::StateDrift,
                    u"The local copy does not match the node any more. A new snapshot is needed."_s));
}

int audit(NodeRun& run, ChainState state, CohortStateKeeper& keeper, const CommandContext& context)
{
    for (int i = 0; i < tries; ++i) {
        auto followed = run.follow(std::move(state), keeper, true);
        if (followed.error)
            return context.fail(*followed.error);
        state = std::move(followed.state);
        context.say(u"The node counts its coins; that takes a while."_s);
        const auto sums = nodeSums(run);
        if (sums.hasError())
            return context.fail(sums.error());
        if (sums.value().best == state.tipHash())
            return report(sums.value(), state, context);
    }
    return context.fail(
        {Error::Kind::Unavailable, u"Blocks came faster than the node could count; try again."_s});
}

} // namespace

int auditState(const QCommandLineParser& parser, const CommandContext& context)
{
    if (!parser.isSet(u"node"_s))
        return context.fail({Error::Kind::Usage, u"audit needs --node URL"_s});
    const auto access = nodeOption(parser);
    if (access.hasError())
        return context.fail(access.error());
    NodeRun run(access.value(), listener(context), false);
    const CancelRunOnSignal cancel(run);
    const auto node = run.greet();
    if (node.hasError())
        return context.fail(node.error());
    const auto state = keptState(node.value().network, context);
    if (state.hasError())
        return context.fail(state.error());
    CohortStateKeeper keeper(context.dataDir, node.value().network, context.clock);
    return audit(run, state.value(), keeper, context);
}

} // namespace holdline
