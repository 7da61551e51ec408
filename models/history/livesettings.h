// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feeds/backoff.h"
#include "models/foundation/result.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace holdline {

/// `90s`, `5m`, `2h`, `7d`. Absent for any other text and for nothing at all.
[[nodiscard]] std::optional<Span> parseDuration(QStringView text);

/// What a person set for live data, in `live.json` of the data folder; absent is the default.
struct LiveSettings {
    std::map<QString, QString> endpoints = {}; ///< `binance.rest` to address
    std::optional<Span> backfill = {};         ///< of minutes
    QStringList sources = {};                  ///< providers; empty: all
    BackoffRule backoff = {};                  ///< of connections
};

/// Keys: `endpoints` (an object), `backfill` (a duration), `sources` (an array), `backoff` (`first` and
/// `longest` as durations, `jitter` from 0 to 1); keys that are not known stay. No file is no setting. Error:
/// Malformed, naming the key.
[[nodiscard]] Result<LiveSettings> loadLiveSettings(const QString& dataDir);

} // namespace holdline
