// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/daysback.h"
#include "models/history/cohortprices.h"

namespace holdline {

/// How far back days are stored, and who hears of it.
struct CohortHistoryOptions {
    /// UTC day (days since 1970-01-01); absent: as far as there are prices.
    std::optional<qint64> firstDay = {};
    std::function<void(qint64 day)> stored = [](qint64) {}; ///< after each day
};

/// What was stored.
struct CohortHistory {
    int days = 0;
    qint64 first = 0; ///< days since 1970-01-01, the earliest; like `last` only with days
    qint64 last = 0;
    std::optional<Error> end = {}; ///< why it ended earlier than asked for
};

/// Stores the days of a state that are over, the last one first, by what its blocks spent: the rows are those
/// that following the node would have stored. A day whose spends are not all known is stored without SOPR,
/// and is the last. Errors at `end`: those of `spent` and of the prices; StateDrift; Storage.
[[nodiscard]] CohortHistory storeDaysBack(Store& store, CohortPrices& prices, const ChainState& state,
                                          const CohortDefinition& definition, DaysBack::Spent spent,
                                          const CohortHistoryOptions& options);

} // namespace holdline
