// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/chainstate.h"
#include "models/cohorts/cohortday.h"
#include "models/history/cohortprices.h"
#include "models/views/costdistribution.h"

namespace holdline {

/// The coins of a state by the price at which they were made, as of its tip: buckets of one width from 0 up,
/// some hundreds to the highest price; coins without a price are in none. Errors: Storage; Unavailable when
/// no candle closed by the tip.
[[nodiscard]] Result<CostDistribution> costDistributionOf(const ChainState& state, CohortPrices& prices,
                                                          const CohortDefinition& definition);

} // namespace holdline
