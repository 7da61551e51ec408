// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/importrun.h"

#include "app/commands/cancelonsignal.h"
#include "models/history/addressimport.h"

#include <cstdio>
#include <unistd.h>

namespace holdline {

namespace {

void showProgress(Progress& progress, const CommandContext& context)
{
    if (context.isQuiet || isatty(STDERR_FILENO) == 0)
        return;
    progress.report = [shown = -1](qint64 done, qint64 total) mutable {
        const int percent = total > 0 ? static_cast<int>(100 * done / total) : 0;
        if (percent == shown)
            return;
        shown = percent;
        std::fprintf(stderr, "\r%3d %%\r", percent);
    };
}

/// Whether it was read.
bool tell(const FileOutcome& outcome, const CommandContext& context)
{
    if (outcome.report.hasError()) {
        const Error& error = outcome.report.error();
        static_cast<void>(context.fail({error.kind, outcome.file + QStringLiteral(": ") + error.message}));
        return false;
    }
    for (const QString& words : outcome.report.value().words)
        context.say(QStringLiteral("%1: %2").arg(outcome.file.section(QLatin1Char('/'), -1), words));
    context.print(toJson(outcome.report.value()) + '\n');
    return true;
}

} // namespace

int importFiles(Store& store, const QStringList& files, const ImportOptions& wanted,
                const CommandContext& context)
{
    Progress progress;
    const CancelOnSignal cancel(progress);
    showProgress(progress, context);
    bool isAllRead = true;
    for (const QString& file : files) {
        const auto outcomes = isWebAddress(file) ? importAddress(store, file, wanted, progress)
                                                 : importFile(store, file, wanted, progress);
        for (const auto& outcome : outcomes)
            isAllRead = tell(outcome, context) && isAllRead;
        if (progress.cancelled)
            return ExitCouldNot;
    }
    return isAllRead ? ExitDone : ExitCouldNot;
}

} // namespace holdline
