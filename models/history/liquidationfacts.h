// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history/newestrun.h"

namespace holdline {

/// Liquidations of bitcoin of the last 32 days before a time. Where CoinGlass, which is itself the sum of
/// many venues, covers the last 48 hours, it is taken alone; else all other venues stored are added up.
/// Absent when nothing is stored. Error: Storage.
[[nodiscard]] Result<std::optional<LiquidationFacts>> loadLiquidationFacts(Store& store,
                                                                           const PastQuestion& question);

} // namespace holdline
