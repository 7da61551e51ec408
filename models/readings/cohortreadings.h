// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `cohort.<band>.cost_basis`, `.unrealized_pct`, `.under_water`, `.supply_btc` of each band of which a value
/// of the last 30 days is known.
void readCohorts(const BriefData& data, Brief& brief);

} // namespace holdline
