// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"
#include "models/store/store.h"

namespace holdline {

/// What is asked of the past.
struct PastQuestion {
    UtcTime at;                                ///< intervals end there at the latest
    UtcTime asOf;                              ///< as known then
    Span reach = std::chrono::hours{24} * 366; ///< so far back
};

/// The values stored under a name: those of one column and one definition, of several the one whose last
/// value is the newest, then the first made; where several sources share it, the first made has an interval.
/// Absent when there is none.  Error: Storage.
[[nodiscard]] Result<std::optional<SampleRun>> newestRun(Store& store, const QString& name,
                                                         const QString& column, const PastQuestion& question);

} // namespace holdline
