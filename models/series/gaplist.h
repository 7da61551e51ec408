// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <vector>

namespace holdline {

/// Runs of empty slots, oldest first, kept while slots are filled one by one.
class GapList final {
public:
    void add(TimeRange gap) { m_gaps.push_back(gap); }
    void addFirst(TimeRange gap) { m_gaps.insert(m_gaps.begin(), gap); }
    /// What is filled now was part of a gap: shortens, splits or removes that one.
    void fill(TimeRange slot);

    [[nodiscard]] const std::vector<TimeRange>& gaps() const { return m_gaps; }

private:
    std::vector<TimeRange> m_gaps;
};

} // namespace holdline
