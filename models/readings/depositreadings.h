// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `whales.deposits_1d`: of the last UTC day known (within four days), and `whales.previous_spike`: the last
/// day before it on which deposits were at least so many times the median of the 30 days before.
void readDeposits(const BriefData& data, Brief& brief);

} // namespace holdline
