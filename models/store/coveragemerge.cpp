// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/coveragemerge.h"

#include <algorithm>

namespace holdline {

namespace {

bool isEarlier(const Coverage& a, const Coverage& b)
{
    return a.range.from < b.range.from;
}

void replace(std::vector<Coverage>& held, const Coverage& given)
{
    std::vector<Coverage> after{given};
    for (const Coverage& entry : held) {
        const TimeRange before{entry.range.from, std::min(entry.range.to, given.range.from)};
        const TimeRange behind{std::max(entry.range.from, given.range.to), entry.range.to};
        if (!before.isEmpty())
            after.push_back({before, entry.state, entry.reason});
        if (!behind.isEmpty())
            after.push_back({behind, entry.state, entry.reason});
    }
    held = std::move(after);
}

bool canJoin(const Coverage& a, const Coverage& b)
{
    return a.range.to == b.range.from && a.state == b.state && a.reason == b.reason;
}

} // namespace

std::vector<Coverage> mergeCoverage(std::span<const Coverage> stored, std::span<const Coverage> given)
{
    std::vector<Coverage> held(stored.begin(), stored.end());
    for (const Coverage& entry : given) {
        if (!entry.range.isEmpty())
            replace(held, entry);
    }
    std::sort(held.begin(), held.end(), isEarlier);
    std::vector<Coverage> joined;
    for (const Coverage& entry : held) {
        if (!joined.empty() && canJoin(joined.back(), entry))
            joined.back().range.to = entry.range.to;
        else
            joined.push_back(entry);
    }
    return joined;
}

} // namespace holdline
