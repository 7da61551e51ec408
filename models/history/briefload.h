// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/newestrun.h"

namespace holdline {

/// What a brief is asked for.
struct BriefQuestion {
    UtcTime at;
    UtcTime asOf;       ///< when earlier than `at`, windows end there
    QString instrument; ///< empty: `binance:BTCUSDT`, else the first of bitcoin that is stored
    ReadingSettings settings = {};
    QString episode = {}; ///< the store is this bundled episode's; empty: it is the data folder's
};

/// All that the readings look at, from what is stored and was known then. Errors: Unavailable for an
/// instrument that is not stored; Storage.
[[nodiscard]] Result<BriefData> loadBriefData(Store& store, const BriefQuestion& question);

/// The readings of what was loaded, cited as loadBrief() does.
[[nodiscard]] Brief briefOf(const BriefData& data, const QString& episode);

/// The readings at a time. In an episode each says that it is a reconstruction, and carries the citation of a
/// figure that was published. Errors as above.
[[nodiscard]] Result<Brief> loadBrief(Store& store, const BriefQuestion& question);

} // namespace holdline
