// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

namespace holdline {

/// `liquidations.long_48h`, `liquidations.short_48h`: what was closed by force in the 48 hours, of all venues
/// stored; and `liquidations.cascade`. Their text names the venues and what is known of their records.
void readLiquidations(const BriefData& data, Brief& brief);

/// Sums of the rows that lie in the 48 hours; absent when nothing is recorded there.
struct LiquidationSums {
    Amount longUsd;
    Amount shortUsd;
};
[[nodiscard]] std::optional<LiquidationSums> liquidationsOf48h(const BriefData& data);

} // namespace holdline
