// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/reports/reportcontent.h"
#include "models/views/reportrecord.h"

namespace holdline {

/// A report with pages and all that is written of it, read at one moment of the store.
struct PagedReport {
    ReportContent content;
    QByteArray numbers; ///< as reportNumbers() gives them
};

/// `dataDir` holds the settings. Errors as those of loadReportContent(); Malformed for a
/// logo that is no picture.
[[nodiscard]] Result<PagedReport> loadPagedReport(Store& store, const View& view,
                                                  const ReportTemplate& pattern, const QString& dataDir,
                                                  const Clock& clock);
[[nodiscard]] ReportRecord recordOf(const PagedReport& report);

/// `pdf`, `csv`, `json`: what a report is written as.
[[nodiscard]] const QStringList& reportFormats();
[[nodiscard]] QByteArray contentOf(const PagedReport& report, const QString& format);

} // namespace holdline
