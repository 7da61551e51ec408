// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/views/holdercohort.h"

namespace holdline {

/// Which moment of the cohorts is asked for.
struct HolderQuestion {
    UtcTime at = {};                  ///< values whose time begins before
    std::optional<UtcTime> asOf = {}; ///< only what was known then; absent: all that is known now
    std::optional<double> price = {}; ///< USD
};

/// Every band of cohortNames() in that order, each source and definition of it one entry, the chosen one
/// first; a band without any is one entry without a cost basis. Supply is that of the same source and
/// definition and of the same time. A cost basis that ended more than 30 days ago is none. Error: Storage.
[[nodiscard]] Result<std::vector<HolderCohort>> loadHolders(Store& store, const HolderQuestion& question);

/// The chosen entry of a band; without a cost basis where there is none.
[[nodiscard]] CohortBasis chosenBasis(const std::vector<HolderCohort>& holders, const QString& band);

} // namespace holdline
