// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exportcommand.h"

#include "app/commands/exportfiles.h"
#include "app/commands/exportoptions.h"
#include "app/commands/exportrange.h"
#include "app/commands/exportseries.h"
#include "app/commands/exportwriter.h"
#include "app/datasource.h"
#include "widgets/report/picture.h"

#include <QFileInfo>

#include <algorithm>

namespace holdline {

namespace {

QString formatOf(const QString& path)
{
    return QFileInfo(path).suffix().toLower();
}

Result<Done> exportOne(ExportQuestion question, const ExportOutput& output, ExportWriter& writer,
                       const CommandContext& context)
{
    const auto store = openData(context, question.view.episode);
    if (store.hasError())
        return store.error();
    if (const auto done = completeRange(*store.value(), question); done.hasError())
        return done;
    QStringList formats;
    for (const QString& path : output.files)
        formats.append(formatOf(path));
    const auto files = exportFiles(*store.value(), question, formats, output.paper, context);
    if (files.hasError())
        return files.error();
    if (const auto done = checkHoldsSomething(files.value(), question); done.hasError())
        return done;
    for (const QString& path : output.files) {
        const auto content = files.value().make(formatOf(path));
        if (content.hasError())
            return content.error();
        if (const auto done = writer.write(path, content.value()); done.hasError())
            return done;
    }
    return Done{};
}

int exportFolder(const QCommandLineParser& parser, const ExportOutput& output, const CommandContext& context)
{
    bool isWhole = false;
    const auto items = itemsOfFolder(parser, output, context, isWhole);
    if (items.hasError())
        return context.fail(items.error());
    const int exit = exportItems(items.value(), output, context);
    return isWhole ? exit : std::max<int>(exit, ExitCouldNot);
}

int exportSteps(const ExportQuestion& question, const ExportOutput& output, const CommandContext& context)
{
    const auto items = itemsOfSteps(question, output, context);
    return items.hasError() ? context.fail(items.error()) : exportItems(items.value(), output, context);
}

int exportAsked(const QCommandLineParser& parser, const ExportOutput& output, const CommandContext& context)
{
    if (const QString notice = fontNotice(); !notice.isEmpty())
        context.say(notice);
    if (parser.isSet(QStringLiteral("views")))
        return exportFolder(parser, output, context);
    const auto view = readExportView(parser, context.dataDir);
    if (view.hasError())
        return context.fail(view.error());
    const auto question = readExportQuestion(parser, view.value(), context.dataDir);
    if (question.hasError())
        return context.fail(question.error());
    if (output.every)
        return exportSteps(question.value(), output, context);
    ExportWriter writer(output.webhooks, context);
    const auto done = exportOne(question.value(), output, writer, context);
    return done.hasError() ? context.fail(done.error()) : writer.exitCode();
}

int runExport(const QStringList& arguments, const CommandContext& context)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Writes a view as a picture, as a page, as numbers, or as a document."));
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("More files to write, behind the first."),
                                 QStringLiteral("-o FILE…"));
    addExportOptions(parser);
    if (const auto exit = parseArguments(parser, arguments, context))
        return *exit;
    const auto output = readExportOutput(parser, arguments);
    return output.hasError() ? context.fail(output.error()) : exportAsked(parser, output.value(), context);
}

} // namespace

Command exportCommand()
{
    return {.name = QStringLiteral("export"),
            .summary = QStringLiteral("writes a view as a picture, a page, numbers or a document"),
            .needs = Command::Needs::Widgets, // cards are painted by theirs
            .run = runExport};
}

} // namespace holdline
