// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <span>
#include <vector>

namespace holdline {

/// A value over [from, to) as drawn; known from knownAt on.
struct SamplePoint {
    qint64 fromMs = 0;
    qint64 toMs = 0;
    qint64 knownMs = 0;
    double value = 0;
};

/// Samples of irregular length in memory, oldest first, one per interval (the revision that holds), with
/// summaries.
class SampleSeries final {
public:
    SampleSeries() = default;
    explicit SampleSeries(std::vector<SamplePoint> points); ///< sorted by fromMs

    [[nodiscard]] const std::vector<SamplePoint>& points() const { return m_points; }
    /// Those that overlap the range.
    [[nodiscard]] std::span<const SamplePoint> visible(TimeRange range) const;
    /// The value that covers the time, or nullptr.
    [[nodiscard]] const SamplePoint* at(UtcTime time) const;
    /// Least and greatest value that overlap the range; least > greatest when none does. O(log n).
    struct Extent {
        double least;
        double greatest;
    };
    [[nodiscard]] Extent extent(TimeRange range) const;

private:
    std::vector<SamplePoint> m_points;
};

} // namespace holdline
