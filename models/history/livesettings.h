// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/streamlink.h"
#include "models/feeds/tunedfeed.h"
#include "models/foundation/result.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace holdline {

/// What a person set for live data, in `live.json` of the data folder; absent is the default.
struct LiveSettings {
    std::map<QString, QString> endpoints = {};  ///< `binance.rest` to address
    std::optional<Span> backfill = {};          ///< of minutes
    QStringList sources = {};                   ///< providers; empty: all
    LinkSettings link = {};                     ///< of connections
    std::map<QString, FeedTuning> tunings = {}; ///< by provider
    double warnAbovePct = 0.5;                  ///< difference of two sources of one series
};

/// Keys: `warnAbovePct` (a number), `endpoints` (an object), `backfill` (a duration), `sources` (an array of
/// providers), `backoff`
/// (`first` and `longest` as durations, `jitter` from 0 to 1), `link` (durations `connectLimit`,
/// `handOverBefore`, `overlap`, `pauseWhenLimited`, `pauseWhenForbidden`) and `providers`, which has an
/// object for each (`page`, `weight`, `questionsPerSecond` as numbers, `reach`, `silence`, `heartbeat`,
/// `lifetime` as durations). Keys that are not known are passed over. No file is no setting. Error:
/// Malformed, naming the key.
[[nodiscard]] Result<LiveSettings> loadLiveSettings(const QString& dataDir);

} // namespace holdline
