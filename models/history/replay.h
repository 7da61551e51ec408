// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/progress.h"
#include "models/history/livenews.h"
#include "models/history/livewriter.h"

#include <functional>

namespace holdline {

struct ReplaySettings {
    QString dataDir;
    /// Times as fast as it happened; 0: as fast as can be.
    double speed = 0;
    /// What a watcher sees, as it comes; may be empty.
    std::function<void(const LiveNews&)> news = {};
};

struct ReplayReport {
    std::vector<FeedStatus> feeds; ///< of the sources that the capture names and Holdline reads
    qint64 lines = 0;
    qint64 messages = 0;                 ///< messages and answers; those that cannot be read included
    qint64 stored = 0;                   ///< of which something was stored
    std::map<QString, qint64> notStored; ///< the others, by reason: of no use, or rejected
    WriteCounts counts;
};

/// Feeds a capture through the same parsers into the store. Errors: Unavailable (no such file), Malformed (a
/// damaged archive, or not one line that is a message), Storage, Cancelled. Lines that cannot be read are
/// counted with their reason.
[[nodiscard]] Result<ReplayReport> replayCapture(const QString& file, const ReplaySettings& settings,
                                                 const Progress& progress);

} // namespace holdline
