// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/levelscommand.h"

#include "app/accountname.h"
#include "app/commands/importrun.h"
#include "app/commands/journaltext.h"
#include "app/commands/ledgertext.h"
#include "app/commands/leveloptions.h"
#include "app/commands/levelstatestext.h"
#include "app/datasource.h"
#include "models/history/judgedcloses.h"
#include "models/history/ledgerquery.h"
#include "models/history/trackededges.h"
#include "models/levels/levelcsv.h"
#include "models/levels/leveljson.h"

#include <algorithm>
#include <array>
#include <map>

namespace holdline {

namespace {

/// What the parts of the command share.
struct LevelsTask {
    const QCommandLineParser& parser;
    const CommandContext& context;
    Store& store;
    bool isCsv = false;

    [[nodiscard]] QString option(const char* name) const { return parser.value(QString::fromLatin1(name)); }
    [[nodiscard]] bool has(const char* name) const { return parser.isSet(QString::fromLatin1(name)); }
};

Error usage(const QString& words)
{
    return {Error::Kind::Usage, words};
}

/// All levels, or the one that --id names.
Result<std::vector<Level>> chosenLevels(const LevelsTask& task)
{
    auto levels = task.store.levels();
    if (levels.hasError() || !task.has("id"))
        return levels;
    std::erase_if(levels.value(), [&](const Level& level) { return level.id != task.option("id"); });
    if (levels.value().empty())
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("There is no level with the id %1.").arg(task.option("id"))};
    return levels;
}

int list(const LevelsTask& task)
{
    const auto levels = chosenLevels(task);
    if (levels.hasError())
        return task.context.fail(levels.error());
    task.context.print(task.isCsv ? levelsToCsv(levels.value()) : levelsToJson(levels.value()));
    return ExitDone;
}

int add(const LevelsTask& task)
{
    const auto level = levelFromOptions(task.parser);
    if (level.hasError())
        return task.context.fail(level.error());
    const auto put = task.store.putLevels(std::vector{level.value()});
    if (put.hasError())
        return task.context.fail(put.error());
    task.context.print(levelToJson(level.value()) + '\n');
    return ExitDone;
}

int remove(const LevelsTask& task)
{
    const QStringList rest = task.parser.positionalArguments().mid(1);
    const QString id = task.has("id") ? task.option("id") : rest.value(0);
    if (id.isEmpty())
        return task.context.fail(usage(QStringLiteral("levels remove needs --id")));
    const auto removed = task.store.removeLevel(id);
    return removed.hasError() ? task.context.fail(removed.error()) : static_cast<int>(ExitDone);
}

int import(const LevelsTask& task)
{
    const QStringList files = task.parser.positionalArguments().mid(1);
    if (files.isEmpty())
        return task.context.fail(usage(QStringLiteral("levels import needs a file")));
    ImportOptions wanted;
    wanted.kind = QStringLiteral("levels");
    wanted.now = task.context.clock.now();
    return importFiles(task.store, files, wanted, task.context);
}

struct StatesQuestion {
    SeriesQuestion price;
    TimeRange rows{earliestTime, latestTime};
    int confirmation = 4;
};

Result<StatesQuestion> statesQuestion(const LevelsTask& task)
{
    StatesQuestion question;
    const auto from = timeOption(task.parser, QStringLiteral("from"));
    const auto to = timeOption(task.parser, QStringLiteral("to"));
    const auto asOf = timeOption(task.parser, QStringLiteral("as-of"));
    for (const auto* time : {&from, &to, &asOf}) {
        if (time->hasError())
            return time->error();
    }
    question.rows = {from.value().value_or(earliestTime), to.value().value_or(latestTime)};
    question.price.asOf = asOf.value();
    question.price.interval =
        task.has("interval") ? parseInterval(task.option("interval")) : std::optional(oneHour);
    if (!question.price.interval)
        return usage(QStringLiteral("“%1” is not an interval; write one of 1m 5m 15m 1h 4h 1d 1w")
                         .arg(task.option("interval")));
    if (task.has("confirm")) {
        bool isNumber = false;
        question.confirmation = task.option("confirm").toInt(&isNumber);
        if (!isNumber || question.confirmation < 1)
            return usage(QStringLiteral("--confirm needs a number of closes, 1 or more"));
    }
    return question;
}

int states(const LevelsTask& task)
{
    const auto question = statesQuestion(task);
    if (question.hasError())
        return task.context.fail(question.error());
    const auto levels = chosenLevels(task);
    if (levels.hasError())
        return task.context.fail(levels.error());
    std::vector<LevelStateRow> rows;
    std::map<QString, std::vector<JudgedClose>> closesOf; // by instrument
    for (const Level& level : levels.value()) {
        SeriesQuestion price = question.value().price;
        price.name = QStringLiteral("price/") + level.instrument;
        if (!closesOf.contains(level.instrument)) {
            auto closes = judgedCloses(task.store, price);
            if (closes.hasError())
                return task.context.fail(closes.error());
            closesOf.emplace(level.instrument, std::move(closes.value()));
        }
        const auto edges = edgesOf(task.store, level, price.asOf);
        if (edges.hasError())
            return task.context.fail(edges.error());
        for (LevelState& state :
             judgeLevel(level, edges.value(), closesOf[level.instrument], question.value().confirmation)) {
            if (question.value().rows.contains(state.at))
                rows.push_back({level.id, std::move(state)});
        }
    }
    task.context.print(task.isCsv ? statesToCsv(rows) : statesToJson(rows));
    return ExitDone;
}

int ledger(const LevelsTask& task)
{
    const auto question = statesQuestion(task);
    if (question.hasError())
        return task.context.fail(question.error());
    const auto levels = chosenLevels(task);
    if (levels.hasError())
        return task.context.fail(levels.error());
    const LedgerQuestion asked{.asOf = question.value().price.asOf,
                               .judging = *question.value().price.interval};
    auto ledgers = levelLedgers(task.store, levels.value(), asked);
    if (ledgers.hasError())
        return task.context.fail(ledgers.error());
    std::vector<LedgerRow> rows;
    for (std::size_t i = 0; i < levels.value().size(); ++i) {
        rows.push_back({levels.value()[i].id, std::move(ledgers.value()[i])});
        std::erase_if(rows.back().ledger.touches,
                      [&](const LevelTouch& touch) { return !question.value().rows.contains(touch.at); });
    }
    task.context.print(task.isCsv ? ledgersToCsv(rows) : ledgersToJson(rows));
    return ExitDone;
}

/// Who changed which level or drawing when, oldest first; documents as they stand in the store.
int journal(const LevelsTask& task)
{
    const auto question = statesQuestion(task);
    if (question.hasError())
        return task.context.fail(question.error());
    const auto entries = task.store.journal(task.option("id"));
    if (entries.hasError())
        return task.context.fail(entries.error());
    std::vector<JournalEntry> rows;
    for (const JournalEntry& entry : entries.value()) {
        if (question.value().rows.contains(entry.at))
            rows.push_back(entry);
    }
    task.context.print(task.isCsv ? journalToCsv(rows) : journalToJson(rows));
    return ExitDone;
}

struct Action {
    QString name;
    int (*run)(const LevelsTask& task);
    bool changes = false; ///< what is stored
};

const std::array<Action, 8>& actions()
{
    static const std::array<Action, 8> all{{{QStringLiteral("list"), list},
                                            {QStringLiteral("add"), add, true},
                                            {QStringLiteral("remove"), remove, true},
                                            {QStringLiteral("import"), import, true},
                                            {QStringLiteral("export"), list},
                                            {QStringLiteral("ledger"), ledger},
                                            {QStringLiteral("states"), states},
                                            {QStringLiteral("journal"), journal}}};
    return all;
}

Result<Action> actionOf(const QCommandLineParser& parser)
{
    const QString name = parser.positionalArguments().value(0);
    const auto found = std::find_if(actions().begin(), actions().end(),
                                    [&](const Action& action) { return action.name == name; });
    if (found == actions().end())
        return usage(QStringLiteral(
            "levels needs one of list, add, remove, import, export, ledger, states and journal"));
    const QString format = parser.value(QStringLiteral("format"));
    if (parser.isSet(QStringLiteral("format")) && format != QStringLiteral("json") &&
        format != QStringLiteral("csv"))
        return usage(QStringLiteral("“%1” is not a format; write json or csv").arg(format));
    if (found->changes && parser.isSet(QStringLiteral("episode")))
        return usage(
            QStringLiteral("an episode cannot be changed; leave --episode out of levels %1").arg(name));
    return *found;
}

int runLevels(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    addLevelOptions(parser);
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    const auto action = actionOf(parser);
    if (action.hasError())
        return context.fail(action.error());
    const auto store = openData(context, parser.value(QStringLiteral("episode")));
    if (store.hasError())
        return context.fail(store.error());
    store.value()->setAuthor(accountName());
    const bool isCsv = parser.value(QStringLiteral("format")) == QStringLiteral("csv");
    return action.value().run({parser, context, *store.value(), isCsv});
}

} // namespace

Command levelsCommand()
{
    return {.name = QStringLiteral("levels"),
            .summary = QStringLiteral("lists and changes levels, and tells their states"),
            .needs = Command::Needs::Core,
            .run = runLevels};
}

} // namespace holdline
