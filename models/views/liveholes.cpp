// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/liveholes.h"

#include "models/store/coveragemerge.h"

#include <algorithm>

namespace holdline {

std::vector<Coverage> holesBefore(std::vector<Coverage> coverage, UtcTime end)
{
    std::erase_if(coverage, [&](const Coverage& stretch) { return stretch.range.from >= end; });
    return coverage;
}

bool growKnown(std::vector<Coverage>& holes, UtcTime end, TimeRange known)
{
    if (known.from > end && end > earliestTime) {
        holes.push_back({{end, known.from}, CoverageState::Missing, {}});
        return true;
    }
    const bool isInHole = std::any_of(holes.begin(), holes.end(), [&](const Coverage& hole) {
        return hole.range.from < known.to && hole.range.to > known.from;
    });
    if (!isInHole)
        return false;
    const Coverage entry{known, CoverageState::Known, {}};
    holes = mergeCoverage(holes, {&entry, 1});
    std::erase_if(holes, [](const Coverage& hole) { return hole.state == CoverageState::Known; });
    return true;
}

std::vector<Coverage> upTo(UtcTime now, const std::vector<Coverage>& holes, UtcTime due)
{
    std::vector<Coverage> all = holes;
    if (due < now)
        all.push_back({{due, now}, CoverageState::Missing, {}});
    for (Coverage& stretch : all)
        stretch.range.to = std::min(stretch.range.to, now);
    std::erase_if(all, [](const Coverage& stretch) { return stretch.range.isEmpty(); });
    return all;
}

} // namespace holdline
