// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowservices.h"

#include "app/alertsound.h"
#include "app/cardreport.h"
#include "app/datasource.h"
#include "app/exportcontent.h"
#include "app/exportreport.h"
#include "app/viewsource.h"
#include "models/foundation/savefile.h"
#include "models/history/fileimport.h"
#include "models/views/exportdocument.h"
#include "models/views/picturewordsload.h"
#include "widgets/report/logo.h"
#include "widgets/report/picture.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace holdline {

namespace {

struct DataFolder {
    QString path;
    const Clock& clock;
};

QString serviceWords(const char* text)
{
    return QCoreApplication::translate("holdline::WindowServices", text);
}

QString outcomeText(const FileOutcome& outcome)
{
    const QString name = QFileInfo(outcome.file).fileName();
    if (outcome.report.hasError())
        return serviceWords("%1: %2").arg(name, outcome.report.error().message);
    const ImportReport& report = outcome.report.value();
    QString text = serviceWords("%1: %2 rows of %3, %4 added, %5 unchanged, %6 revised, %7 rejected")
                       .arg(name)
                       .arg(report.rows)
                       .arg(report.kind)
                       .arg(report.added)
                       .arg(report.unchanged)
                       .arg(report.revised)
                       .arg(report.rejected);
    if (!report.rejects.empty())
        text +=
            serviceWords("; first in line %1: %2").arg(report.rejects[0].line).arg(report.rejects[0].reason);
    return text;
}

Result<QString> readFile(const QString& dataDir, const Clock& clock, const QString& file,
                         const Progress& progress)
{
    const auto store = Store::open(dataDir, clock);
    if (store.hasError())
        return store.error();
    ImportOptions options;
    options.now = clock.now();
    QStringList lines;
    for (const FileOutcome& outcome : importFile(*store.value(), file, options, progress))
        lines.append(outcomeText(outcome));
    return lines.join(u'\n');
}

Result<QString> readPasted(const DataFolder& folder, const QByteArrayList& forms, const Progress& progress)
{
    const auto store = Store::open(folder.path, folder.clock);
    if (store.hasError())
        return store.error();
    ImportOptions options;
    options.now = folder.clock.now();
    const QString name = serviceWords("Clipboard");
    std::optional<Error> first;
    for (const QByteArray& form : forms) {
        MemorySource source(form);
        auto report = importBytes(*store.value(), source, name, options, progress);
        if (report.hasValue())
            return outcomeText({name, std::move(report)});
        if (!first)
            first = report.error();
    }
    if (!first)
        return Error{Error::Kind::Malformed, serviceWords("The clipboard holds no text.")};
    return Error{first->kind, serviceWords("Nothing was taken from the clipboard: %1").arg(first->message)};
}

Result<QByteArray> numbersOf(const DataFolder& folder, const View& view, const ViewData& data)
{
    const auto store = openData(folder.path, view.episode, folder.clock);
    if (store.hasError())
        return store.error();
    return visibleNumbers(*store.value(), view, data);
}

/// With the words of the view filled from what is stored; where it cannot tell, the data as they are.
Result<ViewData> withWords(const DataFolder& folder, const View& view, const ViewData& data)
{
    const auto store = openData(folder.path, view.episode, folder.clock);
    if (store.hasError())
        return data;
    auto words = loadPictureWords(*store.value(), view, data, folder.path);
    if (words.hasError())
        return words.error();
    if (const auto done = checkLogo(words.value().logo); done.hasError())
        return done.error();
    ViewData filled = data;
    filled.words = std::move(words).value();
    return filled;
}

Result<QImage> copiedPicture(const DataFolder& folder, const View& view, const ViewData& data)
{
    const auto filled = withWords(folder, view, data);
    if (filled.hasError())
        return filled.error();
    return paintPicture(view, filled.value());
}

/// Painted of what the store holds as of the data, so that it can be verified; where the store cannot tell
/// it, of the data as they are.
Result<QByteArray> savedPicture(const QString& suffix, const DataFolder& folder, View view,
                                const ViewData& data)
{
    const View shown = view;
    view.asOf = view.asOf.value_or(data.asOf);
    const auto store = openData(folder.path, view.episode, folder.clock);
    if (store.hasValue()) {
        const auto report = loadReport(*store.value(), view, folder.clock, folder.path);
        if (report.hasValue())
            return contentOf(report.value(), suffix, Paper::A4);
        if (report.error().kind == Error::Kind::Malformed) // of what a person set
            return report.error();
    }
    if (suffix == QStringLiteral("pdf"))
        return pdfPicture(shown, data, Paper::A4);
    return suffix == QStringLiteral("svg") ? svgPicture(shown, data) : pngPicture(shown, data);
}

Result<QByteArray> savedContent(const QString& suffix, const DataFolder& folder, const View& view,
                                const ViewData& data)
{
    if (suffix == QStringLiteral("csv"))
        return numbersOf(folder, view, data);
    if (suffix == QStringLiteral("json"))
        return exportDocument(view, data);
    const bool isKnown = suffix == QStringLiteral("pdf") || suffix == QStringLiteral("svg");
    return savedPicture(isKnown ? suffix : QStringLiteral("png"), folder, view, data);
}

Result<std::shared_ptr<CardReport>> readCard(const DataFolder& folder, const View& view,
                                             const QString& content)
{
    const auto store = openData(folder.path, view.episode, folder.clock);
    if (store.hasError())
        return store.error();
    auto report = loadCardReport(*store.value(), view, content, folder.clock, folder.path);
    if (report.hasError())
        return report.error();
    return std::make_shared<CardReport>(std::move(report).value());
}

/// As `holdline export --template` makes it.
Result<MadeReport> madeReport(const DataFolder& folder, const View& view, const ReportTemplate& pattern,
                              const QString& format, const Progress& progress)
{
    const auto changed = changedView(view, pattern.changes);
    if (changed.hasError())
        return changed.error();
    const auto store = openData(folder.path, view.episode, folder.clock);
    if (store.hasError())
        return store.error();
    const auto report = loadPagedReport(*store.value(), changed.value(), pattern, folder.path, folder.clock);
    if (report.hasError())
        return report.error();
    if (progress.cancelled)
        return Error{Error::Kind::Cancelled, {}};
    return MadeReport{contentOf(report.value(), format), report.value().content.problems};
}

Result<Done> saveView(const DataFolder& folder, const View& view, const ViewData& data, const QString& path)
{
    const auto content = savedContent(QFileInfo(path).suffix().toLower(), folder, view, data);
    if (content.hasError())
        return content.error();
    return saveFile(path, content.value());
}

} // namespace

WindowServices windowServices(const QString& dataDir, const Clock& clock)
{
    auto source = std::make_shared<ViewSource>(dataDir, clock);
    return {
        .clock = clock,
        .dataDir = dataDir,
        .load = [source](const View& view) { return source->load(view); },
        .loadCards = [source](const View& view,
                              const ViewData& data) { return source->loadCards(view, data); },
        .saveMarks = [source](const std::vector<MarkChange>& changes) { return source->saveMarks(changes); },
        .journal = [source] { return source->journal(); },
        .release = [source] { source->close(); },
        .picture =
            [dataDir, &clock](const View& view, const ViewData& data) {
                return copiedPicture({.path = dataDir, .clock = clock}, view, data);
            },
        .save =
            [dataDir, &clock](const View& view, const ViewData& data, const QString& path) {
                return saveView({.path = dataDir, .clock = clock}, view, data, path);
            },
        .card =
            [dataDir, &clock](const View& view, const QString& content) {
                return readCard({.path = dataDir, .clock = clock}, view, content);
            },
        .report =
            [dataDir, &clock](const View& view, const ReportTemplate& pattern, const QString& format,
                              const Progress& progress) {
                return madeReport({.path = dataDir, .clock = clock}, view, pattern, format, progress);
            },
        .numbers =
            [dataDir, &clock](const View& view, const ViewData& data) {
                return numbersOf({.path = dataDir, .clock = clock}, view, data);
            },
        .importFile = [dataDir,
                       &clock](const QString& file,
                               const Progress& progress) { return readFile(dataDir, clock, file, progress); },
        .importPasted =
            [dataDir, &clock](const QByteArrayList& forms, const Progress& progress) {
                return readPasted({.path = dataDir, .clock = clock}, forms, progress);
            },
        .alerts = [dataDir, &clock] { return std::make_unique<AlertWatch>(dataDir, clock); },
        .playSound = [player = std::make_shared<AlertSound>()](const QString& sound) { player->play(sound); },
        .marks = [source] { return source->marks(); },
        .study = [source](const QString& episode,
                          const StudyQuestion& question) { return source->study(episode, question); }};
}

} // namespace holdline
