// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/querycommand.h"

#include "app/commands/rowwriter.h"
#include "app/datasource.h"
#include "models/foundation/jsontext.h"
#include "models/history/serieslist.h"
#include "models/history/seriesquery.h"

namespace holdline {

namespace {

struct QueryRequest {
    SeriesQuestion question;
    QString episode;
    RowFormat format = RowFormat::Csv;
    bool isList = false;
    bool isSingly = false; ///< liquidations one by one
};

void addOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Prints a stored series over [from, to), or with --list what there is.\n"
        "Gaps in the list: for candles runs of empty slots of the finest interval, for samples holes "
        "between\n"
        "them; where all are shorter than a day (exchange sessions) only holes longer than four days."));
    const auto add = [&parser](const char* name, const char* words, const char* value = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(words), QString::fromLatin1(value)});
    };
    parser.addPositionalArgument(QStringLiteral("series"), QStringLiteral("e.g. price/binance:BTCUSDT"),
                                 QStringLiteral("[SERIES]"));
    add("list", "Prints what there is, one line of JSON a series.");
    add("from", "First time (ISO 8601; a date is midnight UTC).", "T");
    add("to", "Time behind the last.", "T");
    add("interval", "1m 5m 15m 1h 4h 1d 1w; for liquidations also event.", "I");
    add("as-of", "Only what was known then.", "T");
    add("format", "csv or json.", "FORMAT");
    add("episode", "Reads a bundled episode instead of the store.", "NAME");
    add("source", "Only what was stored from that source.", "TEXT");
    add("definition", "Only what was stored under that definition.", "TEXT");
}

Result<Done> readTimes(const QCommandLineParser& parser, SeriesQuestion& question)
{
    const auto from = timeOption(parser, QStringLiteral("from"));
    if (from.hasError())
        return from.error();
    const auto to = timeOption(parser, QStringLiteral("to"));
    if (to.hasError())
        return to.error();
    const auto asOf = timeOption(parser, QStringLiteral("as-of"));
    if (asOf.hasError())
        return asOf.error();
    question.range = {from.value().value_or(earliestTime), to.value().value_or(latestTime)};
    question.asOf = asOf.value();
    if (question.range.isEmpty())
        return badUsage(QStringLiteral("--to is not after --from"));
    return Done{};
}

Result<Done> readInterval(const QCommandLineParser& parser, QueryRequest& request)
{
    const QString interval = parser.value(QStringLiteral("interval"));
    if (interval.isEmpty() && !parser.isSet(QStringLiteral("interval")))
        return Done{};
    if (interval == QStringLiteral("event") &&
        request.question.name.startsWith(QStringLiteral("liquidations/"))) {
        request.isSingly = true;
        return Done{};
    }
    request.question.interval = parseInterval(interval);
    if (!request.question.interval)
        return badUsage(
            QStringLiteral("“%1” is not an interval; write one of 1m 5m 15m 1h 4h 1d 1w").arg(interval));
    return Done{};
}

Result<Done> readFormat(const QCommandLineParser& parser, QueryRequest& request)
{
    const QString format = parser.value(QStringLiteral("format"));
    if (!parser.isSet(QStringLiteral("format")) || format == QStringLiteral("csv"))
        return Done{};
    if (format != QStringLiteral("json"))
        return badUsage(QStringLiteral("“%1” is not a format; write csv or json").arg(format));
    request.format = RowFormat::Json;
    return Done{};
}

Result<Done> readName(const QCommandLineParser& parser, QueryRequest& request)
{
    const QStringList names = parser.positionalArguments();
    request.isList = parser.isSet(QStringLiteral("list"));
    if (request.isList ? !names.isEmpty() : names.size() != 1)
        return badUsage(QStringLiteral("query needs one series, or --list alone"));
    request.question.name = request.isList ? QString() : names.first();
    return Done{};
}

Result<QueryRequest> readRequest(const QCommandLineParser& parser)
{
    QueryRequest request;
    request.episode = parser.value(QStringLiteral("episode"));
    if (parser.isSet(QStringLiteral("episode")) && request.episode.isEmpty())
        return badUsage(QStringLiteral("--episode needs a name"));
    if (parser.isSet(QStringLiteral("source")))
        request.question.source = parser.value(QStringLiteral("source"));
    if (parser.isSet(QStringLiteral("definition")))
        request.question.definition = parser.value(QStringLiteral("definition"));
    if (auto done = readName(parser, request); done.hasError())
        return done.error();
    if (auto done = readTimes(parser, request.question); done.hasError())
        return done.error();
    if (auto done = readInterval(parser, request); done.hasError())
        return done.error();
    if (auto done = readFormat(parser, request); done.hasError())
        return done.error();
    return request;
}

QByteArray listLine(const SeriesEntry& entry)
{
    const bool isEmpty = entry.extent.rows == 0;
    return "{\"series\":" + jsonText(entry.name) + ",\"kind\":" + jsonText(toText(entry.kind)) +
           ",\"source\":" + jsonText(entry.source) + ",\"definition\":" + jsonText(entry.definition) +
           ",\"unit\":" + jsonText(entry.unit) +
           ",\"from\":" + (isEmpty ? QByteArrayLiteral("null") : jsonTime(entry.extent.range.from)) +
           ",\"to\":" + (isEmpty ? QByteArrayLiteral("null") : jsonTime(entry.extent.range.to)) +
           ",\"rows\":" + QByteArray::number(entry.extent.rows) +
           ",\"gaps\":" + QByteArray::number(entry.extent.gaps) + "}\n";
}

int printList(Store& store, const CommandContext& context)
{
    const auto entries = listSeries(store);
    if (entries.hasError())
        return context.fail(entries.error());
    for (const SeriesEntry& entry : entries.value())
        context.print(listLine(entry));
    return ExitDone;
}

int printSeries(Store& store, const QueryRequest& request, const CommandContext& context)
{
    RowWriter writer(request.format, [&context](QByteArrayView piece) { return context.print(piece); });
    const auto notes = querySeries(store, request.question, request.isSingly, writer);
    if (notes.hasError())
        return context.fail(notes.error());
    writer.finish();
    for (const QString& note : notes.value())
        context.say(note);
    return ExitDone;
}

int runQuery(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (const auto code = parseArguments(parser, arguments, context))
        return *code;
    const auto request = readRequest(parser);
    if (request.hasError())
        return context.fail(request.error());
    const auto store = openData(context, request.value().episode);
    if (store.hasError())
        return context.fail(store.error());
    return request.value().isList ? printList(*store.value(), context)
                                  : printSeries(*store.value(), request.value(), context);
}

} // namespace

Command queryCommand()
{
    return {.name = QStringLiteral("query"),
            .summary = QStringLiteral("prints stored series"),
            .needs = Command::Needs::Core,
            .run = runQuery};
}

} // namespace holdline
