// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exportcommand.h"

#include "app/commands/exportoptions.h"
#include "app/datasource.h"
#include "models/foundation/savefile.h"
#include "models/history/episodes.h"
#include "models/views/exportdocument.h"
#include "widgets/report/picture.h"

#include <QFileInfo>

#include <algorithm>

namespace holdline {

namespace {

constexpr Span defaultLength = std::chrono::hours{24 * 12};

/// The episode's story, where one is shown and nothing else is asked for.
TimeRange storyOf(const QString& episode)
{
    const auto catalog = episodeCatalog();
    const auto found = std::find_if(catalog.begin(), catalog.end(),
                                    [&](const EpisodeInfo& info) { return info.name == episode; });
    return found == catalog.end() ? TimeRange{} : found->story;
}

/// End of the instrument's stored candles; absent without any.
Result<std::optional<UtcTime>> endOfCandles(Store& store, const View& view)
{
    const auto stored = store.find(QStringLiteral("price/") + view.instrument);
    if (stored.hasError())
        return stored.error();
    std::optional<UtcTime> end;
    for (const StoredSeries& series : stored.value()) {
        const auto extent = store.extent(series.id);
        if (extent.hasError())
            return extent.error();
        if (extent.value().rows > 0 && (!end || extent.value().range.to > *end))
            end = extent.value().range.to;
    }
    if (end && view.asOf)
        end = std::min(*end, *view.asOf);
    return end;
}

Result<Done> completeRange(Store& store, ExportQuestion& question)
{
    const TimeRange story = storyOf(question.view.episode);
    if (!question.from && !question.to && !story.isEmpty()) {
        question.view.range = story;
        return Done{};
    }
    if (!question.to) {
        const auto end = endOfCandles(store, question.view);
        if (end.hasError())
            return end.error();
        if (end.value())
            question.to =
                question.from ? std::max(*end.value(), *question.from + oneHour.length) : *end.value();
    }
    if (question.to)
        question.view.range = {question.from.value_or(*question.to - defaultLength), *question.to};
    return Done{};
}

Result<QByteArray> contentOf(const QString& suffix, Store& store, const View& view, const ViewData& data)
{
    if (suffix == QStringLiteral("csv"))
        return visibleNumbers(store, view, data);
    if (suffix == QStringLiteral("json"))
        return exportDocument(view, data);
    const QByteArray picture =
        suffix == QStringLiteral("svg") ? svgPicture(view, data) : pngPicture(view, data);
    if (picture.isEmpty())
        return Error{Error::Kind::Storage, QStringLiteral("there is not enough memory for this picture")};
    return picture;
}

Result<Done> writeAll(const ExportQuestion& question, Store& store, const ViewData& data)
{
    for (const QString& path : question.files) {
        const auto content = contentOf(QFileInfo(path).suffix().toLower(), store, question.view, data);
        if (content.hasError())
            return content.error();
        if (const auto done = saveFile(path, content.value()); done.hasError())
            return done;
    }
    return Done{};
}

Result<Done> exportView(ExportQuestion question, const CommandContext& context)
{
    const auto store = openData(context, question.view.episode);
    if (store.hasError())
        return store.error();
    if (const auto done = completeRange(*store.value(), question); done.hasError())
        return done;
    const auto data = loadViewData(*store.value(), question.view, context.clock);
    if (data.hasError())
        return data.error();
    if (const QString notice = fontNotice(); !notice.isEmpty())
        context.say(notice);
    return writeAll(question, *store.value(), data.value());
}

int runExport(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Writes a view as a picture, as numbers, or as a document."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("More files to write, behind the first."),
                                 QStringLiteral("-o FILE…"));
    addExportOptions(parser);
    if (const auto exit = parseArguments(parser, arguments, context))
        return *exit;
    const auto question = readExportOptions(parser, arguments);
    if (question.hasError())
        return context.fail(question.error());
    const auto done = exportView(question.value(), context);
    return done.hasError() ? context.fail(done.error()) : ExitDone;
}

} // namespace

Command exportCommand()
{
    return {.name = QStringLiteral("export"),
            .summary = QStringLiteral("writes a view as a picture, as numbers, or as a document"),
            .needs = Command::Needs::Gui,
            .run = runExport};
}

} // namespace holdline
