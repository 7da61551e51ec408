// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `correlation.<A>_<B>_30d` of all pairs that are stored of btc, spx, us10y, dxy, gold and jgb10y, and
/// `correlation.convergence`: whether each pair moves more together than it usually did in its year (its
/// correlation lies above its own median), which needs three of them at least.
void readCorrelations(const BriefData& data, Brief& brief);

} // namespace holdline
