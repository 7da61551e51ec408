// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/readings/crossing.h"

namespace holdline {

std::optional<Crossing> takerCrossing(std::span<const DayClose> days, Amount threshold, int windowDays)
{
    const auto isUnder = [&](const DayClose& day) { return day.netTaker && *day.netTaker <= threshold; };
    if (days.empty() || !isUnder(days.back()))
        return std::nullopt;
    const DayClose& last = days.back();
    Crossing crossing{last.day, *last.netTaker, 1, {}, {}};
    for (std::size_t i = days.size() - 1; i-- > 0;) {
        if (!isUnder(days[i]))
            continue;
        if (!crossing.previous) {
            crossing.previous = days[i].day;
            crossing.previousPrice = days[i].close;
        }
        if (last.day - days[i].day < std::chrono::hours{24} * windowDays)
            ++crossing.count;
    }
    return crossing;
}

} // namespace holdline
