// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/exportfiles.h"

#include "app/cardreport.h"
#include "app/exportcontent.h"
#include "app/exportreport.h"
#include "models/views/picturewords.h"

namespace holdline {

namespace {

void tellProblems(const QStringList& problems, const CommandContext& context)
{
    for (const QString& problem : problems)
        context.say(problem);
}

Result<ExportFiles> timelineFiles(Store& store, const View& view, const QStringList& formats, Paper paper,
                                  const CommandContext& context)
{
    const bool wantsNumbers = formats.contains(QStringLiteral("csv"));
    auto read = loadReport(store, view, context.clock, context.dataDir, wantsNumbers);
    if (read.hasError())
        return read.error();
    const auto report = std::make_shared<const Report>(std::move(read).value());
    tellProblems(wordsOf(view, report->data).problems, context);
    return ExportFiles{report->recorded,
                       [report, paper](const QString& format) { return contentOf(*report, format, paper); }};
}

Result<ExportFiles> pagedFiles(Store& store, const ExportQuestion& question, const QStringList& formats,
                               const CommandContext& context)
{
    for (const QString& format : formats)
        if (!reportFormats().contains(format))
            return badUsage(QStringLiteral("a report has pages and is written as .pdf, its numbers as .csv, "
                                           "and all that it says as .json; not as .%1")
                                .arg(format));
    auto read = loadPagedReport(store, question.view, *question.pattern, context.dataDir, context.clock);
    if (read.hasError())
        return read.error();
    const auto report = std::make_shared<const PagedReport>(std::move(read).value());
    tellProblems(report->content.problems, context);
    return ExportFiles{report->numbers, [report](const QString& format) {
                           return Result<QByteArray>(contentOf(*report, format));
                       }};
}

/// Cards are painted by widgets, so on this thread.
Result<ExportFiles> cardFiles(Store& store, const ExportQuestion& question, Paper paper,
                              const CommandContext& context)
{
    auto read = loadCardReport(store, question.view, question.content, context.clock, context.dataDir);
    if (read.hasError())
        return read.error();
    if (const auto done = drawSheet(read.value()); done.hasError())
        return done.error();
    const auto report = std::make_shared<const CardReport>(std::move(read).value());
    tellProblems(wordsOf(report->view, report->data).problems, context);
    return ExportFiles{recordedNumbers(report->entry.id, report->numbers),
                       [report, paper](const QString& format) { return cardFile(*report, format, paper); }};
}

} // namespace

Result<ExportFiles> exportFiles(Store& store, const ExportQuestion& question, const QStringList& formats,
                                Paper paper, const CommandContext& context)
{
    if (!question.content.isEmpty())
        return cardFiles(store, question, paper, context);
    return question.pattern ? pagedFiles(store, question, formats, context)
                            : timelineFiles(store, question.view, formats, paper, context);
}

Result<ExportQuestion> questionOf(const ReportRecord& record)
{
    ExportQuestion question{.view = record.view,
                            .from = record.view.range.from,
                            .to = record.view.range.to,
                            .content = record.content};
    if (record.pattern.isEmpty())
        return question;
    auto pattern = templateFromJson(record.pattern);
    if (pattern.hasError())
        return pattern.error();
    question.pattern = std::move(pattern).value();
    return question;
}

Result<Done> checkHoldsSomething(const ExportFiles& files, const ExportQuestion& question)
{
    if (!question.content.isEmpty()) // a card says in its picture what it lacks
        return Done{};
    const bool hasRows = files.recorded.count('\n') > 1; // below the line of names
    if (hasRows)
        return Done{};
    return Error{Error::Kind::Unavailable,
                 QStringLiteral("Nothing that this %1 shows is stored from %2 to %3.")
                     .arg(question.pattern ? QStringLiteral("report") : QStringLiteral("view"),
                          toIso(question.view.range.from), toIso(question.view.range.to))};
}

} // namespace holdline
