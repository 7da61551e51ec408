// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"

namespace holdline {

/// Numbers the positions of an interval's grid: slot 0 begins at the bucket that holds 1970-01-01T00:00Z,
/// earlier ones are negative.
class SlotGrid final {
public:
    explicit SlotGrid(Interval interval)
        : m_length(interval.length.count()),
          m_origin(toMsecs(interval.bucketStart(fromMsecs(0))))
    {
    }

    /// The slot that holds the time.
    [[nodiscard]] qint64 slotAt(qint64 msecs) const { return floorDivide(msecs - m_origin); }
    /// The first slot that begins at the time or later.
    [[nodiscard]] qint64 slotFrom(qint64 msecs) const { return -floorDivide(m_origin - msecs); }
    [[nodiscard]] qint64 openMs(qint64 slot) const { return m_origin + slot * m_length; }

private:
    [[nodiscard]] qint64 floorDivide(qint64 value) const
    {
        const qint64 quotient = value / m_length;
        return quotient * m_length > value ? quotient - 1 : quotient;
    }

    qint64 m_length;
    qint64 m_origin;
};

} // namespace holdline
