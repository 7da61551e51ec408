// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

namespace holdline {

/// Time to device pixels and back, linear: gaps are space. Pixels count from the left edge of the picture.
/// In an empty range every time lies at the left edge.
struct TimeScale {
    TimeRange range;  ///< what the plot shows
    double left = 0;  ///< device px of range.from
    double width = 1; ///< device px of the whole range

    [[nodiscard]] double pixelsPerMs() const
    {
        return range.isEmpty() ? 0 : width / static_cast<double>(range.length().count());
    }
    [[nodiscard]] double x(qint64 msecs) const
    {
        return left + static_cast<double>(msecs - toMsecs(range.from)) * pixelsPerMs();
    }
    /// The nearest millisecond, within earliestTime and latestTime.
    [[nodiscard]] UtcTime time(double x) const;
};

} // namespace holdline
