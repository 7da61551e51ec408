// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/levelledger.h"
#include "models/views/viewdata.h"

#include <optional>

namespace holdline {

/// A level and how far the price is from it.
struct LevelDistance {
    LevelData level;    ///< without its states
    QString state = {}; ///< at the asked time; empty before its first
    std::optional<UtcTime> since = {};
    bool isInside = false; ///< low <= price <= high
    /// From the price to the nearest edge in per cent of the price, positive when the level is above it; 0
    /// when inside; absent when no price is known.
    std::optional<double> distancePct = {};
    std::optional<double> difference = {};  ///< the same in the quote currency
    std::optional<LevelLedger> ledger = {}; ///< absent while it is not computed
};

/// Highest level first, each with its state at the time.
[[nodiscard]] std::vector<LevelDistance> levelDistances(const std::vector<LevelData>& levels,
                                                        std::optional<double> price, UtcTime at);

} // namespace holdline
