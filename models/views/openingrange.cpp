// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/openingrange.h"

#include "models/scales/viewport.h"

namespace holdline {

TimeRange openingRange(const ViewData& data)
{
    if (!data.candles || data.candles->candleCount() == 0)
        return {};
    const ViewportBounds bounds{
        .data = data.candles->range(), .interval = data.candles->interval(), .rightMargin = 0.08};
    const TimeRange all = fitted({}, bounds);
    const TimeRange last = atLiveEdge({bounds.data.from, bounds.data.from + std::chrono::days(13)}, bounds);
    return all.length() < last.length() ? all : last;
}

} // namespace holdline
