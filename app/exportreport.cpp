// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportreport.h"

#include "models/reports/reportdocument.h"
#include "models/store/storesnapshot.h"
#include "widgets/report/logo.h"
#include "widgets/report/reportpdf.h"

namespace holdline {

Result<PagedReport> loadPagedReport(Store& store, const View& view, const ReportTemplate& pattern,
                                    const QString& dataDir, const Clock& clock)
{
    const auto moment = StoreSnapshot::take(store);
    if (moment.hasError())
        return moment.error();
    auto content = loadReportContent(store, view, pattern, dataDir, clock);
    if (content.hasError())
        return content.error();
    if (const auto done = checkLogo(content.value().data.words->logo); done.hasError())
        return done.error();
    auto numbers = reportNumbers(store, content.value());
    if (numbers.hasError())
        return numbers.error();
    return PagedReport{std::move(content).value(), std::move(numbers).value()};
}

ReportRecord recordOf(const PagedReport& report)
{
    ReportRecord record = reportRecord(report.content.view, report.content.data.asOf, report.numbers);
    record.pattern = toJson(report.content.pattern);
    return record;
}

const QStringList& reportFormats()
{
    static const QStringList formats{QStringLiteral("pdf"), QStringLiteral("csv"), QStringLiteral("json")};
    return formats;
}

QByteArray contentOf(const PagedReport& report, const QString& format)
{
    if (format == QStringLiteral("csv"))
        return report.numbers;
    if (format == QStringLiteral("json"))
        return withRecord(reportDocument(report.content), recordOf(report));
    return reportPdf(report.content, toText(recordOf(report)));
}

} // namespace holdline
