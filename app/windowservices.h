// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/alertwatch.h"
#include "app/livesource.h"
#include "models/foundation/progress.h"
#include "models/levels/journalentry.h"
#include "models/levels/markset.h"
#include "models/readings/eventstudy.h"
#include "models/readings/studyquestion.h"
#include "models/reports/reporttemplate.h"
#include "models/views/carddata.h"
#include "models/views/viewdata.h"

#include <QByteArrayList>
#include <QImage>
#include <QString>

#include <functional>
#include <memory>

namespace holdline {

struct CardReport;

/// A view as it came out of the store or an episode.
struct LoadedView {
    View view; ///< completed: range and panes are there
    std::shared_ptr<const ViewData> data;
    QString
        shown; ///< what is shown, for the status strip: `Episode january-2026`, `Data folder /home/a/data`
    QString notice;               ///< a sentence about what happened meanwhile, or empty
    qint64 storeBytes = 0;        ///< 0: no store was read
    std::vector<Mark> marks = {}; ///< all that are stored, of every instrument
};

/// A report as the bytes of a file.
struct MadeReport {
    QByteArray bytes;
    QStringList problems; ///< of typed texts, sentences
};

/// What the window needs from outside itself. Loading has a thread of its own; so have pictures, so have
/// imports.
struct WindowServices {
    const Clock& clock;
    QString dataDir;
    std::function<Result<LoadedView>(const View&)> load;
    std::function<Result<CardData>(const View&, const ViewData&)> loadCards;
    /// Changes of levels and drawings into the data folder, on the thread that loads.
    std::function<Result<Done>(const std::vector<MarkChange>&)> saveMarks = {};
    /// Who changed which level or drawing, oldest first, on the thread that loads.
    std::function<Result<std::vector<JournalEntry>>()> journal = {};
    /// The end of loading, on the thread that loaded.
    std::function<void()> release = {};
    /// The view painted afresh, at its size and scale.
    std::function<Result<QImage>(const View&, const ViewData&)> picture;
    /// The same written to a file; the name's ending says as what: `.png`, `.svg`, `.pdf`, `.csv`,
    /// `.json`; pictures hold what `holdline verify` needs.
    std::function<Result<Done>(const View&, const ViewData&, const QString& path)> save;
    /// A card, a panel or the brief of a view, as it is stored; `content` as in a record. To be drawn on the
    /// interface's thread.
    std::function<Result<std::shared_ptr<CardReport>>(const View&, const QString& content)> card = {};
    /// A report with pages of a view as it is stored, as a file of that format (reportFormats()). Cancelled:
    /// so it was wished.
    std::function<Result<MadeReport>(const View&, const ReportTemplate&, const QString& format,
                                     const Progress&)>
        report = {};
    /// As visibleNumbers() gives them.
    std::function<Result<QByteArray>(const View&, const ViewData&)> numbers = {};
    /// The sentence that tells what a file gave.
    std::function<Result<QString>(const QString& file, const Progress&)> importFile;
    /// The same for what was copied elsewhere, in the forms that it has: the first that is a table is taken.
    std::function<Result<QString>(const QByteArrayList& forms, const Progress&)> importPasted = {};
    /// News of what the view shows, for as long as the window lives; without it the window is not live.
    std::function<std::unique_ptr<LiveSource>(const View&)> live = {};
    /// Who looks at the alerts of the data folder; without it there are none.
    std::function<std::unique_ptr<AlertWatch>()> alerts = {};
    std::function<void(const QString& sound)> playSound = {};
    /// All levels and drawings as they are stored now, on the thread that loads.
    std::function<Result<std::vector<Mark>>()> marks = {};
    /// What followed when something happened before, in an episode or the data folder, on the thread that
    /// loads.
    std::function<Result<EventStudy>(const QString& episode, const StudyQuestion&)> study = {};
};

/// Those of the program: the data folder's store and the bundled episodes. The clock lives longer.
[[nodiscard]] WindowServices windowServices(const QString& dataDir, const Clock& clock);

} // namespace holdline
