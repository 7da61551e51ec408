// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace holdline {

/// How lively the market is, minute by minute.
struct Liveliness {
    std::vector<double> activity; ///< by hour of day: 1 is average
    std::vector<double> sigma;    ///< typical move of a minute, dollars
};

/// Calm and storm: a table by hand of what the days were like, the hours of the day, and clusters by chance.
[[nodiscard]] Liveliness makeLiveliness(std::uint64_t seed);

} // namespace holdline
