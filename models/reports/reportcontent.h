// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "models/readings/marketreading.h"
#include "models/reports/reporttemplate.h"
#include "models/views/leveldistance.h"
#include "models/views/viewdata.h"

namespace holdline {

/// A view and what it shows.
struct ReportPicture {
    View view;
    ViewData data;
};

/// What is not known of something that a picture shows.
struct ReportGap {
    QString series; ///< of a pane as a whole its title
    Coverage stretch;

    bool operator==(const ReportGap&) const = default;
};

/// All that the pages of a report say, as values: read at one moment of the store, then only looked at.
struct ReportContent {
    ReportTemplate pattern;
    View view;                           ///< the one asked for, with the template's changes
    UtcTime at;                          ///< the moment told about: the end of the view or of what is known
    std::vector<ReportPicture> pictures; ///< one a block `picture`, in their order
    Brief brief;
    QString briefProblem;               ///< why there is no brief; empty when there is one
    std::vector<LevelDistance> levels;  ///< highest first, those shown, with their ledgers
    std::vector<Provenance> provenance; ///< of all that the pictures show, each once, by series
    std::vector<ReportGap> gaps;        ///< in the time that any of them shows, by series and time
    ViewData data;                      ///< of `view`, its words filled, with author and logo
    QStringList texts;                  ///< one a block: its text with its placeholders filled
    QStringList problems;               ///< sentences for the person who typed texts, not for the pages
};

/// With the author, the logo and the thresholds that are set in `dataDir`. Errors: as those of loadViewData()
/// and of the settings; Malformed where a block's view is none.
[[nodiscard]] Result<ReportContent> loadReportContent(Store& store, const View& view,
                                                      const ReportTemplate& pattern, const QString& dataDir,
                                                      const Clock& clock);

/// The numbers of all its pictures, each once, as visibleNumbers() gives them, then each reading as a row of
/// the series `brief/<id>`. Error: Storage.
[[nodiscard]] Result<QByteArray> reportNumbers(Store& store, const ReportContent& content);

} // namespace holdline
