// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/leveldistance.h"

#include <algorithm>

namespace holdline {

namespace {

LevelDistance distanceOf(const LevelData& level, std::optional<double> price, UtcTime at)
{
    const double low = level.level.low.toDouble();
    const double high = level.level.high.toDouble();
    LevelDistance result{.level = {.level = level.level, .colourRole = level.colourRole},
                         .isInside = price && *price >= low && *price <= high};
    if (const LevelState* const state = stateAt(level, at)) {
        result.state = state->state;
        result.since = state->since;
    }
    if (!price || *price <= 0)
        return result;
    const double edge = result.isInside ? *price : *price < low ? low : high;
    result.distancePct = (edge / *price - 1) * 100;
    result.difference = edge - *price;
    return result;
}

} // namespace

std::vector<LevelDistance> levelDistances(const std::vector<LevelData>& levels, std::optional<double> price,
                                          UtcTime at)
{
    std::vector<LevelDistance> result;
    result.reserve(levels.size());
    for (const auto& level : levels)
        result.push_back(distanceOf(level, price, at));
    std::stable_sort(result.begin(), result.end(), [](const LevelDistance& a, const LevelDistance& b) {
        return a.level.level.high > b.level.level.high;
    });
    return result;
}

} // namespace holdline
