// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/timeset.h"

#include <map>
#include <vector>

namespace holdline {

/// Holes in the record that were opened and are being filled from REST. A hole is of one or several
/// instruments and is filled when the venue has told its candles for each of them; minutes for which the
/// venue has none do not count, and a hole of such minutes alone is never filled.
class OpenGaps final {
public:
    void open(TimeRange stretch, const std::vector<int>& plans);
    /// The venue told candles, or that there are none.
    void filled(int plan, TimeRange stretch);
    void isFinal(int plan, TimeRange stretch);

    [[nodiscard]] qint64 openedCount() const { return m_opened; }
    [[nodiscard]] qint64 filledCount() const { return m_filled; }

private:
    void settle(int plan, TimeRange stretch, bool hasCandles);

    struct Gap {
        std::map<int, TimeSet> waiting; ///< by plan
        bool hasCandles = false;
    };
    std::vector<Gap> m_gaps;
    qint64 m_opened = 0;
    qint64 m_filled = 0;
};

} // namespace holdline
