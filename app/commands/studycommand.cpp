// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/studycommand.h"

#include "app/datasource.h"
#include "models/history/studyload.h"
#include "models/readings/studytext.h"

namespace holdline {

namespace {

using namespace Qt::StringLiterals;

struct StudyRequest {
    StudyQuestion question;
    QString episode;
};

void addStudyOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(u"What price, liquidations, takers and funds did 1 hour, 1, 3 and 7 "
                                     u"days after something happened before:\n"
                                     "    holdline study --series taker/binance:BTCUSDT --below -300000000\n"
                                     "    holdline study --touch defense-band\n"
                                     "    holdline study --event auction"_s);
    const auto add = [&parser](const char* name, const char* words, const char* value = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(words), QString::fromLatin1(value)});
    };
    add("series", "Values of this series that come to a threshold.", "SERIES");
    add("below", "Or under it, from above.", "X");
    add("above", "Or over it, from below.", "X");
    add("touch", "Touches of a level.", "LEVEL");
    add("event", "Events of a category.", "CATEGORY");
    add("instrument", "Whose price is looked at (default: binance:BTCUSDT).", "ID");
    add("as-of", "Nothing that was known only later (default: now).", "T");
    add("episode", "Reads a bundled episode instead of the store.", "NAME");
    add("json", "All of it as JSON.");
}

Result<Done> readCrossing(const QCommandLineParser& parser, StudyQuestion& question)
{
    const bool isBelow = parser.isSet(u"below"_s);
    if (isBelow == parser.isSet(u"above"_s))
        return badUsage(u"--series needs either --below X or --above X"_s);
    const QString text = parser.value(isBelow ? u"below"_s : u"above"_s);
    const auto threshold = Amount::parse(text.toLatin1());
    if (!threshold)
        return badUsage(u"“%1” is no number"_s.arg(text));
    question.kind = isBelow ? StudyQuestion::Kind::FallsTo : StudyQuestion::Kind::RisesTo;
    question.name = parser.value(u"series"_s);
    question.threshold = *threshold;
    return Done{};
}

Result<Done> readSubject(const QCommandLineParser& parser, StudyQuestion& question)
{
    const int subjects = (parser.isSet(u"series"_s) ? 1 : 0) + (parser.isSet(u"touch"_s) ? 1 : 0) +
                         (parser.isSet(u"event"_s) ? 1 : 0);
    if (subjects != 1 || !parser.positionalArguments().isEmpty())
        return badUsage(u"study needs one of --series, --touch and --event"_s);
    if (parser.isSet(u"series"_s))
        return readCrossing(parser, question);
    const bool isTouch = parser.isSet(u"touch"_s);
    question.kind = isTouch ? StudyQuestion::Kind::Touches : StudyQuestion::Kind::Events;
    question.name = parser.value(isTouch ? u"touch"_s : u"event"_s);
    return Done{};
}

Result<StudyRequest> studyRequest(const QCommandLineParser& parser, const CommandContext& context)
{
    StudyRequest request;
    if (const auto done = readSubject(parser, request.question); done.hasError())
        return done.error();
    if (request.question.name.isEmpty())
        return badUsage(u"study needs a name"_s);
    const auto asOf = timeOption(parser, u"as-of"_s);
    if (asOf.hasError())
        return asOf.error();
    request.question.asOf = asOf.value().value_or(context.clock.now());
    if (parser.isSet(u"instrument"_s))
        request.question.instrument = parser.value(u"instrument"_s);
    request.episode = parser.value(u"episode"_s);
    return request;
}

int runStudy(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    addStudyOptions(parser);
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    const auto request = studyRequest(parser, context);
    if (request.hasError())
        return context.fail(request.error());
    const auto store = openData(context, request.value().episode);
    if (store.hasError())
        return context.fail(store.error());
    const auto data = loadStudyData(*store.value(), request.value().question);
    if (data.hasError())
        return context.fail(data.error());
    const EventStudy study = studyOf(data.value());
    const UtcTime asOf = request.value().question.asOf;
    context.print(parser.isSet(u"json"_s) ? studyToJson(study, asOf) : studyText(study, asOf).toUtf8());
    return ExitDone;
}

} // namespace

Command studyCommand()
{
    return {.name = u"study"_s,
            .summary = u"what followed earlier occurrences"_s,
            .needs = Command::Needs::Core,
            .run = runStudy};
}

} // namespace holdline
