// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importcommand.h"

#include "app/commands/importrun.h"
#include "models/imports/columntargets.h"
#include "models/store/store.h"

#include <QTimeZone>

namespace holdline {

namespace {

struct Option {
    QString name;
    QString value;
    QString says;
};

std::vector<Option> options()
{
    return {
        {QStringLiteral("as"), QStringLiteral("KIND"),
         QStringLiteral(
             "candles, etf/btc, etf/eth, cohorts, liquidations/VENUE, table, events or levels, where the "
             "file does not tell")},
        {QStringLiteral("instrument"), QStringLiteral("ID"),
         QStringLiteral("what is priced: binance:BTCUSDT")},
        {QStringLiteral("source"), QStringLiteral("NAME"), QStringLiteral("where the numbers come from")},
        {QStringLiteral("definition"), QStringLiteral("TEXT"), QStringLiteral("the rule behind the numbers")},
        {QStringLiteral("map"), QStringLiteral("COLUMN=SERIES[:COLUMN]"),
         QStringLiteral("a column of a table and the series that it is; may be given again and again")},
        {QStringLiteral("time"), QStringLiteral("COLUMN"),
         QStringLiteral("the column of times of a mapped table")},
        {QStringLiteral("zone"), QStringLiteral("IANA"),
         QStringLiteral("of times without one; UTC unless told")},
        {QStringLiteral("unit"), QStringLiteral("TEXT"), QStringLiteral("of the numbers: USD, BTC, %")},
    };
}

Result<Done> takeMap(const QStringList& entries, ImportOptions& wanted)
{
    for (const QString& entry : entries) {
        const auto target = parseColumnTarget(entry);
        if (!target)
            return badUsage(
                QStringLiteral("--map %1: write COLUMN=SERIES or COLUMN=SERIES:COLUMN").arg(entry));
        wanted.map.push_back(*target);
    }
    return checkTargets(wanted.map);
}

Result<ImportOptions> readOptions(const QCommandLineParser& parser, UtcTime now)
{
    ImportOptions wanted;
    wanted.now = now;
    const auto value = [&](const char* name) { return parser.value(QString::fromLatin1(name)); };
    if (parser.isSet(QStringLiteral("as")) && !applyKind(value("as"), wanted))
        return badUsage(
            QStringLiteral("--as %1: the kinds are candles, etf, cohorts, liquidations, table, events and "
                           "levels")
                .arg(value("as")));
    wanted.instrument = value("instrument");
    wanted.source = value("source");
    wanted.definition = value("definition");
    wanted.unit = value("unit");
    wanted.timeColumn = value("time");
    wanted.zone = value("zone");
    if (!wanted.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(wanted.zone.toUtf8()))
        return badUsage(
            QStringLiteral("--zone %1: there is no such zone; write one like Asia/Tokyo").arg(wanted.zone));
    const auto mapped = takeMap(parser.values(QStringLiteral("map")), wanted);
    if (mapped.hasError())
        return mapped.error();
    return wanted;
}

int runImport(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Reads files of candles, flows, cohorts, liquidations, events, levels or any table "
                       "into the store."));
    for (const auto& option : options())
        parser.addOption({option.name, option.says, option.value});
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("plain, gzip, zstd or zip, or an address: https://…"),
                                 QStringLiteral("FILE…"));
    if (const auto exit = parseArguments(parser, arguments, context))
        return *exit;
    const auto wanted = readOptions(parser, context.clock.now());
    if (wanted.hasError())
        return context.fail(wanted.error());
    if (parser.positionalArguments().isEmpty())
        return context.fail(badUsage(QStringLiteral("import needs at least one file")));
    const auto store = Store::open(context.dataDir, context.clock);
    if (store.hasError())
        return context.fail(store.error());
    if (!store.value()->notice().isEmpty())
        context.say(store.value()->notice());
    return importFiles(*store.value(), parser.positionalArguments(), wanted.value(), context);
}

} // namespace

Command importCommand()
{
    return {.name = QStringLiteral("import"),
            .summary = QStringLiteral("reads files: prices, flows, cohorts, events, levels, any table"),
            .needs = Command::Needs::Core,
            .run = runImport};
}

} // namespace holdline
