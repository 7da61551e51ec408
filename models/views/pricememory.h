// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/candleseries.h"
#include "models/store/store.h"
#include "models/views/takerreader.h"

namespace holdline {

/// Candles of one interval as they were known at a time, and the net taker volume that comes with them.
struct ReadPrice {
    explicit ReadPrice(Interval interval) : candles(interval), taker(interval) {}

    CandleSeries candles;
    TakerReader taker;
    bool isOnGrid = true; ///< no candle shares its slot with another
};

/// Reads the candles of a series that had closed by then, as they were known then. Error: Storage.
[[nodiscard]] Result<ReadPrice> readWholePrice(Store& store, const StoredSeries& series, Interval interval,
                                               std::optional<UtcTime> asOf);

/// Reads prices at one as-of time after the other, as a replay asks for them: each from the nearest one
/// before it, by what closed and what was corrected since, so that a step costs what changed. The numbers are
/// those of reading it whole; it does so where the store holds other candles than the last time. To be used
/// on one thread; what it gives shares memory with what it keeps.
class PriceMemory final {
public:
    /// Error: Storage.
    [[nodiscard]] Result<ReadPrice> read(Store& store, const StoredSeries& series, Interval interval,
                                         UtcTime asOf);
    void clear();

private:
    struct Kept {
        UtcTime asOf;
        std::size_t revisions = 0; ///< known by then
        ReadPrice price;
    };
    struct Stored {
        qint64 series = 0;
        Interval interval;
        SeriesExtent extent;
        bool operator==(const Stored&) const = default;
    };

    [[nodiscard]] Kept* nearest(UtcTime asOf);
    [[nodiscard]] Result<ReadPrice> anew(Store& store, const StoredSeries& series, Interval interval,
                                         UtcTime asOf, const std::vector<CandleRevision>& revisions);
    void keep(UtcTime asOf, std::size_t revisions, const ReadPrice& price);

    Stored m_stored;
    std::vector<Kept> m_kept; ///< oldest as-of time first
};

} // namespace holdline
