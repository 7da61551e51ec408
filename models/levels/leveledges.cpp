// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/leveledges.h"

#include <algorithm>

namespace holdline {

LevelEdges fixedEdges(const Level& level)
{
    return {{earliestTime, level.low, level.high}};
}

const EdgeStep* edgesAt(const LevelEdges& edges, UtcTime time)
{
    const auto after = std::upper_bound(edges.begin(), edges.end(), time,
                                        [](UtcTime at, const EdgeStep& step) { return at < step.from; });
    return after == edges.begin() ? nullptr : &*std::prev(after);
}

} // namespace holdline
