// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/briefcommand.h"

#include "app/datasource.h"
#include "models/history/briefload.h"
#include "models/history/readingsettingsfile.h"
#include "models/readings/briefjson.h"
#include "models/readings/brieftext.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

void addBriefOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const char* words, const char* value = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(words), QString::fromLatin1(value)});
    };
    parser.setApplicationDescription(
        u"The readings at a time: what stands out, as sentences with their sources; with --json all of them."_s);
    add("at", "The time (ISO 8601; a date is midnight UTC). Default: now.", "T");
    add("as-of", "Only what was known then; when earlier than --at, windows end there. Default: --at.", "T");
    add("episode", "Reads a bundled episode instead of the store.", "NAME");
    add("instrument", "Of which price (default: binance:BTCUSDT).", "ID");
    add("json", "All readings as JSON.");
    add("markdown", "The sentences as Markdown, with their sources as footnotes.");
}

Result<BriefQuestion> briefQuestion(const QCommandLineParser& parser, const CommandContext& context)
{
    if (!parser.positionalArguments().isEmpty())
        return badUsage(u"brief takes no argument “%1”"_s.arg(parser.positionalArguments().first()));
    if (parser.isSet(u"json"_s) && parser.isSet(u"markdown"_s))
        return badUsage(u"--json and --markdown exclude each other"_s);
    const auto at = timeOption(parser, u"at"_s);
    if (at.hasError())
        return at.error();
    const auto asOf = timeOption(parser, u"as-of"_s);
    if (asOf.hasError())
        return asOf.error();
    for (const QString& name : {u"episode"_s, u"instrument"_s}) {
        if (parser.isSet(name) && parser.value(name).isEmpty())
            return badUsage(u"--%1 needs a name"_s.arg(name));
    }
    BriefQuestion question{.at = at.value().value_or(context.clock.now()),
                           .asOf = {},
                           .instrument = parser.value(u"instrument"_s),
                           .settings = {},
                           .episode = parser.value(u"episode"_s)};
    question.asOf = asOf.value().value_or(question.at);
    const auto settings = loadReadingSettings(context.dataDir);
    if (settings.hasError())
        return settings.error();
    question.settings = settings.value();
    return question;
}

int printBrief(const Brief& brief, const QCommandLineParser& parser, const CommandContext& context)
{
    if (brief.readings.empty())
        return context.fail(
            {Error::Kind::Unavailable, u"Nothing that was recent enough was known of %1 on %2."_s.arg(
                                           brief.instrument, toIso(brief.at))});
    if (parser.isSet(u"json"_s)) {
        context.print(briefToJson(brief));
        return ExitDone;
    }
    const auto form = parser.isSet(u"markdown"_s) ? BriefForm::Markdown : BriefForm::Plain;
    context.print(briefText(brief, outstanding(brief), form).toUtf8());
    return ExitDone;
}

int runBrief(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    addBriefOptions(parser);
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    const auto question = briefQuestion(parser, context);
    if (question.hasError())
        return context.fail(question.error());
    const auto store = openData(context, question.value().episode);
    if (store.hasError())
        return context.fail(store.error());
    const auto brief = loadBrief(*store.value(), question.value());
    if (brief.hasError())
        return context.fail(brief.error());
    return printBrief(brief.value(), parser, context);
}

} // namespace

Command briefCommand()
{
    return {.name = u"brief"_s,
            .summary = u"the readings at a time, as sentences or JSON"_s,
            .needs = Command::Needs::Core,
            .run = runBrief};
}

} // namespace holdline
