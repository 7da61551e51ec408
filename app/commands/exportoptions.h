// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/result.h"
#include "models/reports/reporttemplate.h"
#include "models/views/view.h"
#include "widgets/report/pdfpicture.h"

#include <QCommandLineParser>
#include <QStringList>
#include <QUrl>

namespace holdline {

/// What a picture is to show, before the data are known: a missing range is an empty one.
struct ExportQuestion {
    View view;
    std::optional<UtcTime> from;
    std::optional<UtcTime> to;
    QString content = {};                       ///< as in ReportRecord: empty is the timeline
    std::optional<ReportTemplate> pattern = {}; ///< of a report with pages
};

/// Where it goes.
struct ExportOutput {
    QStringList files;   ///< paths to write; with --views or --every one folder
    QStringList formats; ///< of a folder's files
    Paper paper = Paper::A4;
    std::optional<Interval> every = {};
    std::vector<QUrl> webhooks = {}; ///< each finished file is sent there
};

void addExportOptions(QCommandLineParser& parser);

/// Whether no side has more pixels than a picture may have.
[[nodiscard]] bool isDrawable(const View& view);

/// The view of --view, or the one of a first start. Errors as those of findViewFile() and readViewFile().
[[nodiscard]] Result<View> readExportView(const QCommandLineParser& parser, const QString& dataDir);
/// The view with what the template and then the options change of it. Errors: Usage; those of findTemplate().
[[nodiscard]] Result<ExportQuestion> readExportQuestion(const QCommandLineParser& parser, const View& view,
                                                        const QString& dataDir);
/// `arguments` are those that the parser has parsed. Error: Usage.
[[nodiscard]] Result<ExportOutput> readExportOutput(const QCommandLineParser& parser,
                                                    const QStringList& arguments);

} // namespace holdline
