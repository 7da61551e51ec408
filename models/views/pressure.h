// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/costdistribution.h"
#include "models/views/holdercohort.h"
#include "models/views/leveldistance.h"

namespace holdline {

/// Coins whose holders are even again when the price rises to a level of resistance: their cost basis lies
/// above the price and not above the level's upper edge.
struct Pressure {
    QString levelId;
    QString levelName;
    int colourRole = 0;                  ///< LevelData::colourRole
    QString ownColour;                   ///< `#rrggbb`, or empty
    Price at;                            ///< the level's upper edge
    std::vector<QString> bands = {};     ///< ages whose average holder is even there, youngest first
    std::optional<double> bandsBtc = {}; ///< their supply; absent when none of them, or not of all, is known
    std::optional<CoinCount> coins = {}; ///< by the cost distribution; absent without one
    QString source = {};                 ///< of the bands
    QString definition = {};

    bool operator==(const Pressure&) const = default;
};

/// Of each level of role resistance that is valid at the time and lies above the price, nearest first. Bands
/// are ages alone, which no coin belongs to twice, and all of one source and definition: the one that is
/// chosen for most of them.
[[nodiscard]] std::vector<Pressure> pressures(const std::vector<LevelDistance>& levels,
                                              const std::vector<HolderCohort>& holders,
                                              const CostDistribution& distribution,
                                              std::optional<double> price, UtcTime at);

/// The nearest of those levels at which a band's average holder is even; null for a band that is not under
/// water, or whose cost basis lies above them all.
[[nodiscard]] const Pressure* breakEvenOf(const HolderCohort& cohort, const std::vector<Pressure>& pressures);

} // namespace holdline
