// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "models/series/candlecolumns.h"

#include <limits>
#include <span>
#include <vector>

namespace holdline {

/// Candles merged over a stretch of time; empty when it holds none (then high < low).
struct CandleSummary {
    double open = 0; ///< quote currency, like high, low, close
    double high = -std::numeric_limits<double>::infinity();
    double low = std::numeric_limits<double>::infinity();
    double close = 0;
    double volume = 0; ///< base asset; NaN when no candle had one

    [[nodiscard]] bool isEmpty() const { return high < low; }
};

/// A summary drawn as one candle: it covers [openMs, openMs + bucket length).
struct CandleBar {
    qint64 openMs = 0;
    CandleSummary candle;
};

/// Candles of one interval in memory, for drawing: prices as 32-bit ticks of the series' own tick size
/// (64-bit where they do not fit), volume as float, open time implied by the position on the interval's grid,
/// missing candles as empty slots, and a summary for every four slots, every sixteen, and so on. At most 28
/// bytes a candle in all. A candle off the grid is drawn in the slot that holds its open time. Copying shares
/// nothing; hold it by shared_ptr.
class CandleSeries final {
public:
    explicit CandleSeries(Interval interval);

    /// Adds candles later than all before them; call finish() once after the last batch.
    void append(const CandleColumns& candles);
    void finish();
    /// Replaces the candle at its slot or appends one at the end, and mends the summaries above it. O(log n)
    /// at the end.
    void update(qint64 openMs, qint64 open, qint64 high, qint64 low, qint64 close, double volume);

    [[nodiscard]] Interval interval() const { return m_interval; }
    /// From the first candle's open time to the last one's end; empty when there is none.
    [[nodiscard]] TimeRange range() const;
    [[nodiscard]] std::size_t slotCount() const;   ///< grid positions from first to last, present or not
    [[nodiscard]] std::size_t candleCount() const; ///< present ones

    /// Candles with open time in the range, merged; O(log n).
    [[nodiscard]] CandleSummary summary(TimeRange range) const;
    /// One bar for each non-empty bucket that begins in the range, oldest first; the vector is cleared and
    /// reused.
    void bars(TimeRange range, Interval bucket, std::vector<CandleBar>& out) const;
    /// Runs of empty slots between the first and the last candle, oldest first.
    [[nodiscard]] const std::vector<TimeRange>& gaps() const;

    [[nodiscard]] std::size_t memoryBytes() const;

private:
    Interval m_interval;
};

} // namespace holdline
