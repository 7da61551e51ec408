// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/timescale.h"

#include <algorithm>
#include <cmath>

namespace holdline {

UtcTime TimeScale::time(double x) const
{
    const double scale = pixelsPerMs();
    if (!(scale > 0))
        return range.from;
    const double earliest = static_cast<double>(toMsecs(earliestTime));
    const double latest = static_cast<double>(toMsecs(latestTime));
    const double msecs = static_cast<double>(toMsecs(range.from)) + std::round((x - left) / scale);
    return fromMsecs(static_cast<qint64>(std::clamp(msecs, earliest, latest)));
}

} // namespace holdline
