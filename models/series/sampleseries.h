// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"

#include <limits>
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
    /// Those that overlap the range. Where a long interval reaches over later short ones, the short ones
    /// between it and the range are among them.
    [[nodiscard]] std::span<const SamplePoint> visible(TimeRange range) const;
    /// The same with the one before and the one after them, where these are.
    [[nodiscard]] std::span<const SamplePoint> around(TimeRange range) const;
    /// The value that covers the time, of several the one that begins last, or nullptr.
    [[nodiscard]] const SamplePoint* at(UtcTime time) const;
    /// Least and greatest value; least > greatest when there is none.
    struct Extent {
        double least = std::numeric_limits<double>::infinity();
        double greatest = -std::numeric_limits<double>::infinity();
        [[nodiscard]] bool isEmpty() const { return least > greatest; }
    };
    /// Of those that visible() gives; O(log n).
    [[nodiscard]] Extent extent(TimeRange range) const;
    /// Of a part of points(); O(log n).
    [[nodiscard]] Extent extent(std::span<const SamplePoint> points) const;

private:
    struct Places {
        std::size_t begin = 0;
        std::size_t end = 0; ///< not before `begin`
    };
    [[nodiscard]] Places overlapping(TimeRange range) const;

    std::vector<SamplePoint> m_points;
    std::vector<qint64> m_reachMs; ///< [i] greatest end of points 0 to i
    std::vector<Extent> m_extents; ///< [n + i] of point i, [k] of nodes 2k and 2k + 1
};

} // namespace holdline
