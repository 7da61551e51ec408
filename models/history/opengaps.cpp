// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/opengaps.h"

#include <algorithm>

namespace holdline {

void OpenGaps::open(TimeRange stretch, const std::vector<int>& plans)
{
    ++m_opened;
    if (plans.empty() || stretch.isEmpty())
        return;
    Gap gap;
    for (const int plan : plans)
        gap.waiting[plan].add(stretch);
    m_gaps.push_back(std::move(gap));
}

void OpenGaps::settle(int plan, TimeRange stretch, bool hasCandles)
{
    std::erase_if(m_gaps, [&](Gap& gap) {
        const auto waiting = gap.waiting.find(plan);
        if (waiting == gap.waiting.end() || waiting->second.within(stretch).empty())
            return false;
        gap.hasCandles = gap.hasCandles || hasCandles;
        waiting->second.remove(stretch);
        if (waiting->second.isEmpty())
            gap.waiting.erase(waiting);
        m_filled += gap.waiting.empty() && gap.hasCandles ? 1 : 0;
        return gap.waiting.empty();
    });
}

void OpenGaps::filled(int plan, TimeRange stretch)
{
    settle(plan, stretch, true);
}

void OpenGaps::isFinal(int plan, TimeRange stretch)
{
    settle(plan, stretch, false);
}

} // namespace holdline
