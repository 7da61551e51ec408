// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportcontent.h"

#include "models/store/storesnapshot.h"
#include "models/views/exportdocument.h"
#include "models/views/picturewordsload.h"
#include "widgets/report/logo.h"
#include "widgets/report/picture.h"

namespace holdline {

namespace {

QByteArray pictureOf(const Report& report, const QString& format, Paper paper)
{
    ReportRecord record = recordOf(report);
    if (format == QStringLiteral("pdf")) {
        record.paper = toText(paper);
        return pdfPicture(report.view, report.data, paper, toText(record));
    }
    return format == QStringLiteral("svg") ? svgPicture(report.view, report.data, toText(record))
                                           : pngPicture(report.view, report.data, toText(record));
}

Result<PictureWords> drawnWords(Store& store, const View& view, const ViewData& data, const QString& dataDir)
{
    auto words = loadPictureWords(store, view, data, dataDir);
    if (words.hasValue())
        if (const auto done = checkLogo(words.value().logo); done.hasError())
            return done.error();
    return words;
}

} // namespace

Result<Report> loadReport(Store& store, const View& view, const Clock& clock, const QString& dataDir,
                          bool wantsNumbers)
{
    const auto moment = StoreSnapshot::take(store);
    if (moment.hasError())
        return moment.error();
    auto data = loadViewData(store, view, clock);
    if (data.hasError())
        return data.error();
    Report report{.view = view, .data = std::move(data).value(), .numbers = {}, .recorded = {}};
    auto words = drawnWords(store, view, report.data, dataDir);
    if (words.hasError())
        return words.error();
    report.data.words = std::move(words).value();
    const View recorded = recordedView(view);
    auto numbers = visibleNumbers(store, recorded, report.data);
    if (numbers.hasError())
        return numbers.error();
    report.recorded = std::move(numbers).value();
    if (!wantsNumbers || recorded == view) {
        report.numbers = report.recorded;
        return report;
    }
    numbers = visibleNumbers(store, view, report.data);
    if (numbers.hasError())
        return numbers.error();
    report.numbers = std::move(numbers).value();
    return report;
}

Result<Done> checkShowsSomething(const Report& report)
{
    const bool hasRows = report.recorded.count('\n') > 1; // below the line of names
    if (hasRows)
        return Done{};
    return Error{Error::Kind::Unavailable,
                 QStringLiteral("Nothing that this view shows is stored from %1 to %2.")
                     .arg(toIso(report.view.range.from), toIso(report.view.range.to))};
}

ReportRecord recordOf(const Report& report)
{
    return reportRecord(report.view, report.data.asOf, report.recorded);
}

const QStringList& exportFormats()
{
    static const QStringList formats{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"),
                                     QStringLiteral("csv"), QStringLiteral("json")};
    return formats;
}

Result<QByteArray> contentOf(const Report& report, const QString& format, Paper paper)
{
    if (format == QStringLiteral("csv"))
        return report.numbers;
    if (format == QStringLiteral("json"))
        return withRecord(exportDocument(report.view, report.data), recordOf(report));
    const QByteArray picture = pictureOf(report, format, paper);
    if (picture.isEmpty())
        return Error{Error::Kind::Storage, QStringLiteral("there is not enough memory for this picture")};
    return picture;
}

} // namespace holdline
