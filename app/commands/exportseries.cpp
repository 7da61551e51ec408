// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exportseries.h"

#include "app/commands/exportfiles.h"
#include "app/commands/exportrange.h"
#include "app/commands/exportwriter.h"
#include "app/datasource.h"
#include "app/viewfile.h"

#include <QDir>

#include <algorithm>
#include <map>

namespace holdline {

namespace {

constexpr qint64 mostSteps = 100'000;

/// Opened when first asked for: a folder of views may show the store and several episodes.
class OpenedData final {
public:
    explicit OpenedData(const CommandContext& context) : m_context(context) {}
    [[nodiscard]] Result<Store*> of(const QString& episode)
    {
        const auto found = m_stores.find(episode);
        if (found != m_stores.end())
            return found->second.get();
        auto store = openData(m_context, episode);
        if (store.hasError())
            return store.error();
        return m_stores.emplace(episode, std::move(store).value()).first->second.get();
    }

private:
    const CommandContext& m_context;
    std::map<QString, std::unique_ptr<Store>> m_stores;
};

/// `2026-01-21T06-00-00Z`: some file systems know no colon.
QString fileNameOf(UtcTime time)
{
    return toIso(time).replace(u':', u'-');
}

Result<ExportQuestion> readItem(const QCommandLineParser& parser, const QString& path, const QString& dataDir)
{
    const auto view = readViewFile(path);
    if (view.hasError())
        return view.error();
    return readExportQuestion(parser, view.value(), dataDir);
}

Result<Done> writeItem(const ExportItem& item, const ExportOutput& output, OpenedData& opened,
                       ExportWriter& writer, const CommandContext& context)
{
    const auto store = opened.of(item.question.view.episode);
    if (store.hasError())
        return store.error();
    ExportQuestion question = item.question;
    if (const auto done = completeRange(*store.value(), question); done.hasError())
        return done;
    const auto files = exportFiles(*store.value(), question, output.formats, output.paper, context);
    if (files.hasError())
        return files.error();
    if (const auto done = checkHoldsSomething(files.value(), question); done.hasError())
        return done;
    for (const QString& format : output.formats) {
        const auto content = files.value().make(format);
        if (content.hasError())
            return content.error();
        if (const auto done = writer.write(item.path + u'.' + format, content.value()); done.hasError())
            return done;
    }
    return Done{};
}

} // namespace

Result<std::vector<ExportItem>> itemsOfFolder(const QCommandLineParser& parser, const ExportOutput& output,
                                              const CommandContext& context, bool& isWhole)
{
    const QDir folder(parser.value(QStringLiteral("views")));
    const auto files = folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return Error{Error::Kind::Unavailable,
                     folder.exists() ? QStringLiteral("%1 holds no view (*.json)").arg(folder.path())
                                     : QStringLiteral("there is no folder %1").arg(folder.path())};
    std::vector<ExportItem> items;
    isWhole = true;
    for (const QFileInfo& file : files) {
        auto question = readItem(parser, file.filePath(), context.dataDir);
        if (question.hasError() && question.error().kind == Error::Kind::Usage)
            return question.error();
        if (question.hasError()) {
            context.fail(question.error());
            isWhole = false;
            continue;
        }
        items.push_back(
            {QDir(output.files.first()).filePath(file.completeBaseName()), std::move(question).value()});
    }
    return items;
}

Result<std::vector<ExportItem>> itemsOfSteps(ExportQuestion question, const ExportOutput& output,
                                             const CommandContext& context)
{
    const auto store = openData(context, question.view.episode);
    if (store.hasError())
        return store.error();
    const View view = question.view;
    if (const auto done = completeRange(*store.value(), question); done.hasError())
        return done.error();
    const TimeRange range = question.view.range;
    if (range.length() / output.every->length >= mostSteps)
        return badUsage(QStringLiteral("--every: these would be more than %1 pictures").arg(mostSteps));
    std::vector<ExportItem> items;
    for (UtcTime time = range.from; time < range.to; time += output.every->length) {
        const View at = viewAt(view, time);
        items.push_back({QDir(output.files.first()).filePath(fileNameOf(time)),
                         {.view = at,
                          .from = at.range.from,
                          .to = at.range.to,
                          .content = question.content,
                          .pattern = question.pattern}});
    }
    return items;
}

int exportItems(const std::vector<ExportItem>& items, const ExportOutput& output,
                const CommandContext& context)
{
    const QString& folder = output.files.first();
    if (items.empty())
        return context.fail(
            {Error::Kind::Unavailable, QStringLiteral("there is nothing to draw a picture of")});
    if (!QDir().mkpath(folder))
        return context.fail(
            {Error::Kind::Storage, QStringLiteral("the folder %1 could not be made").arg(folder)});
    OpenedData opened(context);
    ExportWriter writer(output.webhooks, context);
    int exit = ExitDone;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ExportItem& item = items[i];
        const auto done = writeItem(item, output, opened, writer, context);
        if (done.hasError())
            exit = context.fail({done.error().kind, item.path + QStringLiteral(": ") + done.error().message});
        else
            context.say(QStringLiteral("%1 of %2: %3").arg(i + 1).arg(items.size()).arg(item.path));
    }
    return std::max(exit, writer.exitCode());
}

} // namespace holdline
