// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/slotgrid.h"

namespace holdline {

/// Calls visit(openMs, firstSlot, slotAfterLast) for each bucket that begins in the range and may hold
/// something in [first, end), oldest first. visit returns false for an empty bucket; the next one visited
/// then holds nextPresent(slot, end).
template <typename NextPresent, typename Visit>
void forEachBucket(const SlotGrid& grid, TimeRange range, Interval bucket, qint64 first, qint64 end,
                   NextPresent nextPresent, Visit visit)
{
    if (range.isEmpty() || first >= end)
        return;
    const UtcTime earliest = std::max(range.from, bucket.bucketStart(fromMsecs(grid.openMs(first))));
    UtcTime start = bucket.bucketStart(earliest);
    if (start < earliest)
        start = bucket.next(start);
    qint64 slot = grid.slotFrom(toMsecs(start));
    while (start < range.to && slot < end) {
        const qint64 stop = std::min(end, grid.slotFrom(toMsecs(bucket.next(start))));
        const bool isPresent = visit(toMsecs(start), slot, stop);
        start = bucket.next(start);
        slot = stop;
        if (isPresent)
            continue;
        slot = nextPresent(stop, end);
        start = std::max(start, bucket.bucketStart(fromMsecs(grid.openMs(slot))));
        slot = grid.slotFrom(toMsecs(start));
    }
}

} // namespace holdline
