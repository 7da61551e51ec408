// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <map>
#include <vector>

namespace holdline {

/// A series that is the sum of its siblings: `etf/btc/total` of all other `etf/btc/…` with the same column,
/// source and definition. Made before a file changes these; reckoned after.
class SiblingTotals {
public:
    /// `intervals`: those whose siblings the file changes. Where a total is stored that is not their sum
    /// until now, a source brought it, and it stays. Errors: Storage.
    [[nodiscard]] static Result<SiblingTotals> before(Store& store, const SeriesKey& total,
                                                      const std::vector<TimeRange>& intervals);
    /// The sums of what is stored now, each known when the last of its parts was.
    [[nodiscard]] Result<std::vector<Sample>> sums(Store& store) const;

private:
    using Interval = std::pair<UtcTime, UtcTime>;
    using Sums = std::map<Interval, Sample>;

    SeriesKey m_key;
    std::vector<Interval> m_intervals;

    explicit SiblingTotals(const SeriesKey& total) : m_key(total) {}
    [[nodiscard]] TimeRange range() const;
    [[nodiscard]] Result<Sums> siblingSums(Store& store) const;
    [[nodiscard]] Result<Sums> storedTotals(Store& store) const;
};

} // namespace holdline
