// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/store/store.h"
#include "models/views/reportrecord.h"
#include "models/views/viewdata.h"
#include "widgets/report/pdfpicture.h"

#include <QStringList>

namespace holdline {

/// A view and all that is written of it, read at one moment of the store.
struct Report {
    View view;
    ViewData data;
    QByteArray numbers;  ///< those of the view, where they were asked for
    QByteArray recorded; ///< those of recordedView()
};

/// With the author, the logo and the thresholds of readings that are set in `dataDir`. Errors as those of
/// loadViewData() and loadPictureWords(); Malformed for a logo that is no picture.
[[nodiscard]] Result<Report> loadReport(Store& store, const View& view, const Clock& clock,
                                        const QString& dataDir, bool wantsNumbers = false);
/// Unavailable: nothing of what the view shows is stored in its range.
[[nodiscard]] Result<Done> checkShowsSomething(const Report& report);
[[nodiscard]] ReportRecord recordOf(const Report& report);

/// `png`, `svg`, `pdf`, `csv`, `json`.
[[nodiscard]] const QStringList& exportFormats();
/// The bytes of a file of that format; `csv` needs the report's numbers. Storage: not enough memory for the
/// picture.
[[nodiscard]] Result<QByteArray> contentOf(const Report& report, const QString& format, Paper paper);

} // namespace holdline
