// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/views/costdistribution.h"

namespace holdline {

/// The cost distribution that was known last by `asOf` (absent: now), or nothing. The only place that windows
/// and pictures get it from: whoever computes one hands it to keepCostDistribution(). Errors: Storage;
/// Malformed when what is kept cannot be read.
[[nodiscard]] Result<std::optional<CostDistribution>> loadCostDistribution(Store& store,
                                                                           std::optional<UtcTime> asOf = {});

/// Replaces the one that is kept. Error: Storage.
[[nodiscard]] Result<Done> keepCostDistribution(Store& store, const CostDistribution& distribution);

} // namespace holdline
