// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <QTimeZone>

#include <vector>

namespace holdline {

/// What a clock on the wall shows: milliseconds since 1970-01-01 00:00 on that clock.
using WallMs = qint64;

/// A stretch of time in which a zone's clocks are not changed.
struct WallSegment {
    qint64 fromMs = 0; ///< UTC
    qint64 toMs = 0;
    qint64 offsetMs = 0; ///< wall less UTC

    [[nodiscard]] WallMs wallFrom() const { return fromMs + offsetMs; }
    [[nodiscard]] WallMs wallTo() const { return toMs + offsetMs; }
};

/// A zone's clocks over a range and a day to both sides of it.
class WallClock final {
public:
    WallClock(TimeRange range, const QTimeZone& zone);

    [[nodiscard]] const std::vector<WallSegment>& segments() const { return m_segments; }
    /// The first moment at which the clocks show the time or a later one.
    [[nodiscard]] qint64 utcAt(WallMs wall) const;
    [[nodiscard]] const WallSegment& segmentAt(qint64 utcMs) const;
    /// Whether the clocks show the time twice, because they were set back over it.
    [[nodiscard]] bool isRepeated(WallMs wall) const;

private:
    std::vector<WallSegment> m_segments; ///< oldest first, never empty
};

} // namespace holdline
