// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// How many rows of a file became what.
struct MergeCounts {
    qint64 added = 0;
    qint64 unchanged = 0;
    qint64 revised = 0;

    void add(MergeOutcome outcome);
    void add(std::span<const MergeOutcome> outcomes);
};

/// Brings the candles of one series into the store in runs of whole days, whatever their order in the file
/// is. Of rows with the same time and different values the last one holds; where it is stored already, the
/// file was read before, and all of them count as unchanged.
class CandleImport {
public:
    CandleImport(Store& store, qint64 series, Interval interval);

    [[nodiscard]] Result<Done> add(std::span<const Candle> candles);
    [[nodiscard]] Result<Done> finish();
    [[nodiscard]] const MergeCounts& counts() const { return m_counts; }

private:
    static constexpr std::size_t orderedLimit = 1 << 15;
    static constexpr std::size_t unorderedLimit = 1 << 19; ///< about 80 MB

    Store& m_store;
    qint64 m_series;
    Interval m_interval;
    std::vector<Candle> m_waiting; ///< in the file's order
    bool m_isAscending = true;
    bool m_isDescending = true;
    MergeCounts m_counts;
    std::optional<TimeRange> m_storedDay;
    std::vector<Candle> m_stored; ///< candles of m_storedDay

    [[nodiscard]] Result<Done> flush(bool keepsOpenDay);
    [[nodiscard]] Result<Done> merge(std::span<const Candle> sorted);
    [[nodiscard]] Result<Done> mergeWithRepeats(std::span<const Candle> sorted);
    [[nodiscard]] Result<bool> isStored(const Candle& candle);
};

} // namespace holdline
