// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohortday.h"

namespace holdline {

qint64 dayOf(qint64 seconds)
{
    return seconds >= 0 ? seconds / secondsOfDay : (seconds - secondsOfDay + 1) / secondsOfDay;
}

CohortDay cohortDay(qint64 day, quint32 lastHeight, quint32 closeCents, const CohortSums& sums,
                    const SpendSums& spent, const CohortDefinition& definition)
{
    const qint64 end = (day + 1) * secondsOfDay;
    const auto held = sums.sums(end, definition.threshold);
    const auto losses = sums.lossSums(end, definition.threshold, closeCents);
    CohortDay row;
    row.day = day;
    row.lastHeight = lastHeight;
    row.closeCents = closeCents;
    for (std::size_t cohort = 0; cohort < cohortCount; ++cohort)
        row.cohorts[cohort] = {held[cohort], losses[cohort], spent.cohorts[cohort]};
    row.adjusted = spent.adjusted;
    row.adjustedShortTerm = spent.adjustedShortTerm;
    row.excluded = sums.excluded();
    row.definition = definition;
    return row;
}

std::vector<SpendDay> spendDays(std::span<const BlockChange> blocks, const BlockTimes& times,
                                const HeightPrices& prices, const HolderThreshold& threshold,
                                std::span<const HeightRange> masks)
{
    std::vector<SpendDay> days;
    for (const BlockChange& block : blocks) {
        const qint64 day = dayOf(times.monotone()[block.height]);
        if (days.empty() || days.back().day != day)
            days.push_back({day, {}});
        days.back().sums += spendSums(block, times, prices, threshold, masks);
    }
    return days;
}

} // namespace holdline
