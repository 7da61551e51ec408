// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readings/briefdata.h"

#include <span>

namespace holdline {

/// A day at or beyond a threshold, and those before it.
struct Crossing {
    UtcTime day;
    Amount value;
    int count = 0; ///< days at or under it in the window that ends with this day, it included
    std::optional<UtcTime> previous;    ///< the day before it that was at or under it, as far as is stored
    std::optional<Price> previousPrice; ///< close of that day
    bool operator==(const Crossing&) const = default;
};

/// Of the last of the days, oldest first, when its net taker volume is at or under the threshold. Absent
/// otherwise.
[[nodiscard]] std::optional<Crossing> takerCrossing(std::span<const DayClose> days, Amount threshold,
                                                    int windowDays);

} // namespace holdline
