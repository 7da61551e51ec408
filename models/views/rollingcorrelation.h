// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/marketlines.h"
#include "models/series/sampleseries.h"

#include <vector>

namespace holdline {

/// Correlation of the `length` changes that end with each date that both have, oldest first: it covers that
/// UTC day and is known when all that it was computed from is. Dates with fewer changes before them have
/// none.
[[nodiscard]] std::vector<SamplePoint> rollingCorrelation(const MarketLine& a, const MarketLine& b,
                                                          std::size_t length = 30);

/// Whether more than holidays lie between two neighbouring ones.
[[nodiscard]] bool isSharedHole(const SamplePoint& before, const SamplePoint& after);

} // namespace holdline
