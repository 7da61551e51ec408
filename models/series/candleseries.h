// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "models/series/candlecolumns.h"
#include "models/series/candleslot.h"
#include "models/series/gaplist.h"
#include "models/series/pyramid.h"
#include "models/series/slotgrid.h"
#include "models/series/tickunit.h"

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <variant>
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
/// bytes a candle in all with 32-bit ticks, 54 with 64-bit ones, in pages of 1,024 slots that exist only
/// where there are candles. A candle off the grid is drawn in the slot that holds its open time, merged with
/// what is there. Hold it by shared_ptr; a copy is cheap and keeps what this one holds now, while this one
/// is updated on.
class CandleSeries final {
public:
    explicit CandleSeries(Interval interval);

    /// Adds candles later than all before them; call finish() once after the last batch.
    void append(const CandleColumns& candles);
    void finish();
    /// Replaces the candle at its slot or adds one there, at the end, in a gap or before the first, and mends
    /// the summaries above it. O(log n), except before the first.
    void update(qint64 openMs, qint64 open, qint64 high, qint64 low, qint64 close, double volume);

    [[nodiscard]] Interval interval() const { return m_interval; }
    /// From the first candle's open time to the last one's end, coarser ones included; empty when there is
    /// none.
    [[nodiscard]] TimeRange range() const;
    [[nodiscard]] std::size_t slotCount() const; ///< grid positions from first to last, present or not
    [[nodiscard]] std::size_t candleCount() const { return m_count; } ///< present ones of this interval
    /// The largest power of ten that divides all prices, in the quote currency.
    [[nodiscard]] double tickSize() const { return m_unit.size(); }

    /// Candles of a coarser interval that stand in where this series has none, or not all of their time. Null
    /// for none; it may have a coarser one itself.
    void setCoarser(std::shared_ptr<const CandleSeries> coarser) { m_coarser = std::move(coarser); }
    [[nodiscard]] const CandleSeries* coarser() const { return m_coarser.get(); }

    /// Candles with open time in the range, merged, and coarser ones that lie in it whole; O(log n).
    [[nodiscard]] CandleSummary summary(TimeRange range) const;
    /// One bar for each non-empty bucket that begins in the range, oldest first; the vector is cleared and
    /// reused. A bucket shorter than the interval gives the candles themselves. Coarser candles are in the
    /// buckets that they fit into.
    void bars(TimeRange range, Interval bucket, std::vector<CandleBar>& out) const;
    /// The close of the finest candle that ends at the time, in the quote currency; absent without one.
    [[nodiscard]] std::optional<double> closeAt(UtcTime end) const;
    /// The close of the interval that ends at the time: that of the finest candles stored in it. Absent when
    /// the last of these is not stored.
    [[nodiscard]] std::optional<double> closeOf(Interval interval, UtcTime end) const;
    /// Runs of empty slots between the first and the last candle of this interval, oldest first.
    [[nodiscard]] const std::vector<TimeRange>& gaps() const { return m_gaps.gaps(); }

    [[nodiscard]] std::size_t memoryBytes() const;

private:
    using Narrow = Pyramid<CandleTraits<qint32>>;
    using Wide = Pyramid<CandleTraits<qint64>>;
    struct Row {
        std::array<qint64, 4> prices; ///< open, high, low, close in units of 1e-8
        double volume;
    };

    template <typename Tick>
    std::size_t appendTo(Pyramid<CandleTraits<Tick>>& pyramid, const CandleColumns& candles,
                         std::size_t from);
    template <typename Tick>
    std::span<CandleSlot<Tick>> place(Pyramid<CandleTraits<Tick>>& pyramid, qint64 slot,
                                      const CandleSlot<Tick>& candle);
    template <typename Tick>
    bool updateIn(Pyramid<CandleTraits<Tick>>& pyramid, qint64 slot, const Row& row);
    template <typename Slot>
    [[nodiscard]] CandleSummary summaryOf(const Slot& slot) const;
    void refineFor(const Row& row);
    void occupy(qint64 slot);
    [[nodiscard]] TimeRange slotRange(qint64 first, qint64 end) const;
    [[nodiscard]] CandleSummary ownSummary(TimeRange range) const;
    void ownBars(TimeRange range, Interval bucket, std::vector<CandleBar>& out) const;
    /// From the first to the last candle of this interval with open time in the range; there is one.
    [[nodiscard]] TimeRange ownReach(TimeRange range) const;

    Interval m_interval;
    SlotGrid m_grid;
    TickUnit m_unit;
    std::variant<Narrow, Wide> m_slots;
    GapList m_gaps;
    std::size_t m_count = 0;
    qint64 m_first = 0;         ///< slot of the first candle
    qint64 m_end = 0;           ///< slot after the last one; m_first when there is none
    qint64 m_farthestUnits = 0; ///< greatest distance of a price from zero
    std::shared_ptr<const CandleSeries> m_coarser;
};

} // namespace holdline
