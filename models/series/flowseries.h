// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"

#include <vector>

namespace holdline {

/// Sum, least and greatest of the values over a stretch; empty when none is known.
struct FlowSummary {
    double sum = 0;
    double least = 0;
    double greatest = 0;
    qint64 count = 0;

    [[nodiscard]] bool isEmpty() const { return count == 0; }
};

/// One quantity that adds up over time (a flow) on a regular grid, for drawing: floats with sums, minima and
/// maxima of every four, sixteen, and so on above them. Missing values are empty slots. At most 11 bytes a
/// value in all.
class FlowSeries final {
public:
    explicit FlowSeries(Interval step);

    /// Adds a value later than all before it (or to the last slot: then they add up); NaN is an unknown
    /// value.
    void append(qint64 fromMs, double value);
    void finish();
    /// Replaces the value at its slot or appends one at the end, and mends the summaries above it.
    void update(qint64 fromMs, double value);

    [[nodiscard]] Interval step() const { return m_step; }
    [[nodiscard]] TimeRange range() const;
    /// Values whose interval begins in the range, summed; O(log n).
    [[nodiscard]] FlowSummary summary(TimeRange range) const;
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    Interval m_step;
};

} // namespace holdline
