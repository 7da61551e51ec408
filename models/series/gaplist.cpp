// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/gaplist.h"

#include <algorithm>

namespace holdline {

void GapList::fill(TimeRange slot)
{
    const auto gap = std::ranges::upper_bound(m_gaps, slot.from, {}, &TimeRange::to);
    if (gap == m_gaps.end() || !gap->contains(slot.from))
        return;
    const TimeRange before{gap->from, slot.from};
    const TimeRange after{slot.to, gap->to};
    if (before.isEmpty() && after.isEmpty()) {
        m_gaps.erase(gap);
    } else if (before.isEmpty()) {
        *gap = after;
    } else {
        *gap = before;
        if (!after.isEmpty())
            m_gaps.insert(gap + 1, after);
    }
}

} // namespace holdline
