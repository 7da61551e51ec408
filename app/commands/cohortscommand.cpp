// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/cohortscommand.h"

#include "app/commands/cohortaudit.h"
#include "app/commands/cohortcontext.h"
#include "app/commands/cohortoptions.h"
#include "app/commands/cohortscan.h"
#include "app/commands/cohortshistory.h"
#include "app/commands/cohorttext.h"
#include "models/cohorts/statefile.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

constexpr quint32 quickBlocks = 600;        ///< a few minutes
constexpr quint32 blocksAMinute = 480;      ///< half a second each on the main network, four at a time
constexpr quint32 mostFromGenesis = 10'000; ///< blocks that are read one by one where there is no state

void sayHowMuch(quint32 missing, const CommandContext& context)
{
    if (missing > quickBlocks)
        context.say(
            u"%1 blocks are missing; catching up takes about %2 minutes, and a new snapshot may be quicker."_s
                .arg(missing)
                .arg(missing / blocksAMinute + 1));
}

/// The state that is kept, else genesis where the chain is short.
Result<ChainState> stateToFollow(NodeRun& run, const CommandContext& context)
{
    const auto node = run.greet();
    if (node.hasError())
        return node.error();
    auto kept = loadCohortState(context.dataDir, node.value().network, context.clock);
    const quint32 blocks = node.value().chain.blocks;
    if (kept.hasValue())
        sayHowMuch(blocks - std::min(blocks, kept.value().tipHeight()), context);
    if (kept.hasValue() || kept.error().kind != Error::Kind::Unavailable)
        return kept;
    if (blocks > mostFromGenesis)
        return Error{
            Error::Kind::Unavailable,
            u"There is no state of this network yet; make one with holdline cohorts scan --snapshot FILE."_s};
    const auto genesis = run.headers(0);
    if (genesis.hasError())
        return genesis.error();
    return ChainState::atGenesis(node.value().network, genesis.value().hashes.front(),
                                 genesis.value().times.front());
}

int follow(const QCommandLineParser& parser, const CommandContext& context)
{
    if (!parser.isSet(u"node"_s))
        return context.fail(badUsage(u"follow needs --node URL"_s));
    const auto access = nodeOption(parser);
    if (access.hasError())
        return context.fail(access.error());
    const auto length = lengthOption(parser);
    if (length.hasError())
        return context.fail(length.error());
    auto record = openDays(parser, context);
    if (record.hasError())
        return context.fail(record.error());
    NodeRun run(access.value(), printingListener(context), true);
    const CancelRunOnSignal cancel(run);
    const auto state = stateToFollow(run, context);
    if (state.hasError()) // a signal while it waits for the node is no failure
        return state.error().kind == Error::Kind::Cancelled ? int(ExitDone) : context.fail(state.error());
    CohortStateKeeper keeper(context.dataDir, state.value().network(), context.clock);
    record.value().recordFor(run);
    const auto followed = run.follow(state.value(), keeper, false, length.value());
    record.value().keepTip(followed.state, sayingTo(context));
    return followed.error ? context.fail(*followed.error) : ExitDone;
}

Result<CohortAnswer> answerFor(const QCommandLineParser& parser, const CommandContext& context,
                               NodeDays& record)
{
    const auto at = timeOption(parser, u"at"_s);
    if (at.hasError())
        return at.error();
    const auto network = networkOfState(parser, context);
    if (network.hasError())
        return network.error();
    auto state = keptState(network.value(), context);
    if (state.hasError())
        return state.error();
    if (!record.prices())
        return Error{Error::Kind::Unavailable, u"Without prices there is no cost basis."_s};
    return cohortsAt(record.store(), std::move(state).value(), *record.prices(),
                     at.value().value_or(context.clock.now()), record.definition());
}

int show(const QCommandLineParser& parser, const CommandContext& context)
{
    auto record = openDays(parser, context);
    if (record.hasError())
        return context.fail(record.error());
    const auto answer = answerFor(parser, context, record.value());
    if (answer.hasError())
        return context.fail(answer.error());
    for (const QString& note : answer.value().notes)
        context.say(note);
    context.print(parser.isSet(u"json"_s)
                      ? cohortJson(answer.value())
                      : cohortTable(answer.value(), definitionText(record.value().definition()),
                                    record.value().series()));
    return ExitDone;
}

struct Act {
    QLatin1StringView name;
    int (*run)(const QCommandLineParser&, const CommandContext&);
};
constexpr std::array acts{Act{"scan"_L1, scanSnapshot}, Act{"follow"_L1, follow},
                          Act{"history"_L1, storeHistory}, Act{"show"_L1, show}, Act{"audit"_L1, auditState}};

int runCohorts(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Cost bases of holders by age, from your own Bitcoin node.\n"
        "    scan     reads a snapshot of the unspent outputs (bitcoin-cli dumptxoutset FILE latest)\n"
        "    follow   keeps the state at the node's tip, and stores each day that ends\n"
        "    history  stores the days before, back to any date, from the node's undo files\n"
        "    show     prints supply and cost basis of each band\n"
        "    audit    compares the state with the node's own sums"_s);
    parser.addPositionalArgument(u"act"_s, u"scan, follow, history, show or audit"_s, u"ACT"_s);
    addCohortOptions(parser);
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    const QStringList words = parser.positionalArguments();
    const auto act = std::find_if(acts.begin(), acts.end(), [&](const Act& one) {
        return words.size() == 1 && words.first() == one.name;
    });
    if (act == acts.end())
        return context.fail(badUsage(u"cohorts needs one of scan, follow, history, show, audit"_s));
    return act->run(parser, context);
}

} // namespace

Command cohortsCommand()
{
    return {.name = u"cohorts"_s,
            .summary = u"cost bases by age of coins, from your own node"_s,
            .needs = Command::Needs::Core,
            .run = runCohorts};
}

} // namespace holdline
