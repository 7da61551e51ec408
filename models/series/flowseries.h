// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "models/series/flowslot.h"
#include "models/series/pyramid.h"
#include "models/series/slotgrid.h"

#include <span>
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

/// Values of a bucket: it covers [fromMs, fromMs + bucket length).
struct FlowBar {
    qint64 fromMs = 0;
    FlowSummary flow;
};

/// One quantity that adds up over time (a flow) on a regular grid, for drawing: floats with sums, minima and
/// maxima of every four, sixteen, and so on above them. Missing values are empty slots. At most 11 bytes a
/// value in all, in pages of 1,024 slots that exist only where there are values. Hold it by shared_ptr; a
/// copy is cheap and keeps what this one holds now, while this one is updated on.
class FlowSeries final {
public:
    explicit FlowSeries(Interval step);

    /// Adds a value later than all before it (or to the last slot: then they add up); NaN is an unknown
    /// value. Call finish() once after the last.
    void append(qint64 fromMs, double value);
    /// The same for many, several times faster: a value for each time.
    void append(std::span<const qint64> fromMs, std::span<const double> values);
    void finish();
    /// Replaces the value at its slot or adds one there, and mends the summaries above it.
    void update(qint64 fromMs, double value);

    [[nodiscard]] Interval step() const { return m_step; }
    /// From the first slot given to the end of the last one, known or not; empty when there is none.
    [[nodiscard]] TimeRange range() const;
    /// Values whose interval begins in the range, summed; O(log n).
    [[nodiscard]] FlowSummary summary(TimeRange range) const;
    /// One bar for each bucket that begins in the range and holds a known value, oldest first; the vector is
    /// cleared and reused. A bucket shorter than the step gives the values themselves.
    void bars(TimeRange range, Interval bucket, std::vector<FlowBar>& out) const;
    [[nodiscard]] std::size_t memoryBytes() const;

private:
    std::span<float> place(qint64 slot, double value);
    void extendTo(qint64 slot);

    Interval m_step;
    SlotGrid m_grid;
    Pyramid<FlowTraits> m_slots;
    qint64 m_first = 0; ///< first slot given
    qint64 m_end = 0;   ///< slot after the last one; m_first when there is none
};

} // namespace holdline
