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
#include "models/history/levelfile.h"
#include "models/history/trackededges.h"
#include "models/levels/levelcsv.h"
#include "models/levels/leveldifferences.h"
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
        return task.context.fail(badUsage(QStringLiteral("levels remove needs --id")));
    const auto removed = task.store.removeLevel(id);
    return removed.hasError() ? task.context.fail(removed.error()) : static_cast<int>(ExitDone);
}

int import(const LevelsTask& task)
{
    const QStringList files = task.parser.positionalArguments().mid(1);
    if (files.isEmpty())
        return task.context.fail(badUsage(QStringLiteral("levels import needs a file")));
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
        return badUsage(QStringLiteral("“%1” is not an interval; write one of 1m 5m 15m 1h 4h 1d 1w")
                            .arg(task.option("interval")));
    if (task.has("confirm")) {
        bool isNumber = false;
        question.confirmation = task.option("confirm").toInt(&isNumber);
        if (!isNumber || question.confirmation < 1)
            return badUsage(QStringLiteral("--confirm needs a number of closes, 1 or more"));
    }
    return question;
}

/// Gives the levels of each instrument to `use`. One without candles is said and left out, unless there is no
/// other.
template <typename Use>
Result<Done> byInstrument(const LevelsTask& task, const std::vector<Level>& levels, const Use& use)
{
    std::map<QString, std::vector<Level>> groups;
    for (const Level& level : levels)
        groups[level.instrument].push_back(level);
    std::vector<Error> missing;
    for (const auto& [instrument, some] : groups) {
        const auto done = use(some);
        if (done.hasError() && done.error().kind != Error::Kind::Unavailable)
            return done;
        if (done.hasError())
            missing.push_back(done.error());
    }
    if (!missing.empty() && missing.size() == groups.size())
        return missing.front();
    for (const Error& error : missing)
        task.context.say(error.message + QStringLiteral(" Levels on it are left out."));
    return Done{};
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
    const auto judged =
        byInstrument(task, levels.value(), [&](const std::vector<Level>& some) -> Result<Done> {
            SeriesQuestion price = question.value().price;
            price.name = QStringLiteral("price/") + some.front().instrument;
            const auto closes = judgedCloses(task.store, price);
            if (closes.hasError())
                return closes.error();
            for (const Level& level : some) {
                const auto edges = edgesOf(task.store, level, price.asOf);
                if (edges.hasError())
                    return edges.error();
                for (LevelState& state :
                     judgeLevel(level, edges.value(), closes.value(), question.value().confirmation)) {
                    if (question.value().rows.contains(state.at))
                        rows.push_back({level.id, std::move(state)});
                }
            }
            return Done{};
        });
    if (judged.hasError())
        return task.context.fail(judged.error());
    std::ranges::stable_sort(rows, {}, &LevelStateRow::id);
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
    std::vector<LedgerRow> rows;
    const auto counted =
        byInstrument(task, levels.value(), [&](const std::vector<Level>& some) -> Result<Done> {
            auto ledgers = levelLedgers(task.store, some, asked);
            if (ledgers.hasError())
                return ledgers.error();
            for (std::size_t i = 0; i < some.size(); ++i)
                rows.push_back({some[i].id, std::move(ledgers.value()[i])});
            return Done{};
        });
    if (counted.hasError())
        return task.context.fail(counted.error());
    std::ranges::stable_sort(rows, {}, &LedgerRow::id);
    for (LedgerRow& row : rows)
        std::erase_if(row.ledger.touches,
                      [&](const LevelTouch& touch) { return !question.value().rows.contains(touch.at); });
    task.context.print(task.isCsv ? ledgersToCsv(rows) : ledgersToJson(rows));
    return ExitDone;
}

/// What differs from the levels of a file.
Result<std::vector<JournalEntry>> differences(const LevelsTask& task)
{
    auto before = levelsOfFile(task.option("against"), task.context.clock);
    if (before.hasError())
        return before.error();
    const auto after = task.store.levels();
    if (after.hasError())
        return after.error();
    auto entries = levelDifferences(before.value(), after.value(), task.context.clock.now());
    if (task.has("id"))
        std::erase_if(entries, [&](const JournalEntry& entry) { return entry.id != task.option("id"); });
    return entries;
}

/// Who changed which level or drawing when, oldest first; documents as they stand in the store.
int journal(const LevelsTask& task)
{
    const auto question = statesQuestion(task);
    if (question.hasError())
        return task.context.fail(question.error());
    const auto entries = task.has("against") ? differences(task) : task.store.journal(task.option("id"));
    if (entries.hasError())
        return task.context.fail(entries.error());
    if (task.has("id") && !task.has("against") && entries.value().empty())
        return task.context.fail(
            {Error::Kind::Unavailable,
             QStringLiteral("Nothing with the id %1 was ever changed.").arg(task.option("id"))});
    std::vector<JournalEntry> rows;
    for (const JournalEntry& entry : entries.value()) {
        if (question.value().rows.contains(entry.at))
            rows.push_back(entry);
    }
    task.context.print(task.isCsv ? journalToCsv(rows) : journalToJson(rows));
    return ExitDone;
}

struct LevelsAction {
    QString name;
    int (*run)(const LevelsTask& task);
    bool changes = false; ///< what is stored
};

const std::array<LevelsAction, 8>& levelsActions()
{
    static const std::array<LevelsAction, 8> all{{{QStringLiteral("list"), list},
                                                  {QStringLiteral("add"), add, true},
                                                  {QStringLiteral("remove"), remove, true},
                                                  {QStringLiteral("import"), import, true},
                                                  {QStringLiteral("export"), list},
                                                  {QStringLiteral("ledger"), ledger},
                                                  {QStringLiteral("states"), states},
                                                  {QStringLiteral("journal"), journal}}};
    return all;
}

Result<LevelsAction> levelsActionOf(const QCommandLineParser& parser)
{
    const QString name = parser.positionalArguments().value(0);
    const auto found = std::find_if(levelsActions().begin(), levelsActions().end(),
                                    [&](const LevelsAction& action) { return action.name == name; });
    if (found == levelsActions().end())
        return badUsage(QStringLiteral(
            "levels needs one of list, add, remove, import, export, ledger, states and journal"));
    const qsizetype words = parser.positionalArguments().size();
    if (words > 1 && name != QStringLiteral("import") && !(name == QStringLiteral("remove") && words == 2))
        return badUsage(QStringLiteral("levels %1 does not know what “%2” means")
                            .arg(name, parser.positionalArguments().value(1)));
    const QString format = parser.value(QStringLiteral("format"));
    if (parser.isSet(QStringLiteral("format")) && format != QStringLiteral("json") &&
        format != QStringLiteral("csv"))
        return badUsage(QStringLiteral("“%1” is not a format; write json or csv").arg(format));
    if (found->changes && parser.isSet(QStringLiteral("episode")))
        return badUsage(
            QStringLiteral("an episode cannot be changed; leave --episode out of levels %1").arg(name));
    return *found;
}

int runLevels(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    addLevelOptions(parser);
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    const auto action = levelsActionOf(parser);
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
