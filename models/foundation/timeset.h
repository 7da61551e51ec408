// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <vector>

namespace holdline {

/// A set of moments, kept as half-open ranges that neither touch nor overlap, oldest first.
class TimeSet final {
public:
    void add(TimeRange range);
    void remove(TimeRange range);

    [[nodiscard]] const std::vector<TimeRange>& ranges() const { return m_ranges; }
    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] bool contains(UtcTime time) const;
    /// Its parts within a range.
    [[nodiscard]] std::vector<TimeRange> within(TimeRange range) const;
    /// What a range has beyond it.
    [[nodiscard]] std::vector<TimeRange> missingIn(TimeRange range) const;
    [[nodiscard]] Span length() const;

    bool operator==(const TimeSet&) const = default;

private:
    /// The first range that ends at the time or later.
    [[nodiscard]] std::vector<TimeRange>::const_iterator firstEndingFrom(UtcTime time) const;

    std::vector<TimeRange> m_ranges;
};

} // namespace holdline
