// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/coveragejoin.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace holdline {

namespace {

std::set<UtcTime> boundsOf(const std::vector<CoveragePart>& parts)
{
    std::set<UtcTime> bounds;
    for (const CoveragePart& part : parts) {
        for (const Coverage& entry : part.entries) {
            bounds.insert(entry.range.from);
            bounds.insert(entry.range.to);
        }
    }
    return bounds;
}

CoverageState stateAt(const CoveragePart& part, UtcTime time, QString& reason)
{
    const auto after =
        std::upper_bound(part.entries.begin(), part.entries.end(), time,
                         [](UtcTime value, const Coverage& entry) { return value < entry.range.from; });
    if (after == part.entries.begin() || (after - 1)->range.to <= time)
        return CoverageState::Never;
    reason = (after - 1)->reason;
    return (after - 1)->state;
}

Coverage joinedAt(const std::vector<CoveragePart>& parts, TimeRange range, CoverageOf of)
{
    int lacking = 0;
    CoverageState worst = CoverageState::Known;
    QStringList reasons;
    for (const CoveragePart& part : parts) {
        QString reason;
        const CoverageState state = stateAt(part, range.from, reason);
        worst = std::max(worst, state);
        if (reason.endsWith(QLatin1Char('.')))
            reason.chop(1); // more may follow
        lacking += state >= CoverageState::Missing ? 1 : 0;
        if (state != CoverageState::Known)
            reasons.append(reason.isEmpty() ? part.name + QStringLiteral(": ") + toText(state)
                                            : part.name + QStringLiteral(": ") + reason);
    }
    const bool isPartial = of == CoverageOf::Sum && lacking < static_cast<int>(parts.size());
    return {range, isPartial ? std::min(worst, CoverageState::Sampled) : worst,
            reasons.join(QStringLiteral("; "))};
}

} // namespace

std::vector<Coverage> joinCoverage(const std::vector<CoveragePart>& parts, CoverageOf of)
{
    std::vector<Coverage> joined;
    const std::set<UtcTime> bounds = boundsOf(parts);
    for (auto from = bounds.begin(); from != bounds.end() && std::next(from) != bounds.end(); ++from) {
        Coverage entry = joinedAt(parts, {*from, *std::next(from)}, of);
        const bool goesOn =
            !joined.empty() && joined.back().state == entry.state && joined.back().reason == entry.reason;
        if (goesOn)
            joined.back().range.to = entry.range.to;
        else
            joined.push_back(std::move(entry));
    }
    return joined;
}

} // namespace holdline
