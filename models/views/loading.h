// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "models/views/viewdata.h"

namespace holdline {

class PriceMemory;

/// What every part of loading a view needs, and what they find out together.
struct Loading {
    Store& store;
    const View& view;
    QString base;                  ///< `BTC`
    UtcTime latest = {};           ///< when the latest row read became known
    PriceMemory* prices = nullptr; ///< or null: each price is read whole

    [[nodiscard]] bool isKnown(UtcTime knownAt) const { return !view.asOf || knownAt <= *view.asOf; }
    void sawKnown(UtcTime knownAt)
    {
        if (knownAt > latest)
            latest = knownAt;
    }
};

/// All time, for reading a series whole.
inline constexpr TimeRange allTime{earliestTime, latestTime};

[[nodiscard]] Provenance provenanceOf(const StoredSeries& series, TimeRange range);
/// Whether source or definition say that it is a reconstruction.
[[nodiscard]] bool isReconstruction(const SeriesKey& key);

/// Candles at the finest interval stored within the view's range, coarser ones where there are none of it,
/// and the net taker volume that comes with the finest (null when no candle has it).
struct LoadedPrice {
    std::shared_ptr<const CandleSeries> candles;
    std::vector<CoarseStretch> coarse;
    std::shared_ptr<const FlowSeries> netTaker; ///< null when no candle tells what takers bought
    std::vector<Coverage> coverage;
    std::vector<Coverage> takerCoverage; ///< what is not known of netTaker, oldest first
    Provenance provenance;
};
/// Unavailable when there are no candles of the instrument.
[[nodiscard]] Result<LoadedPrice> loadPrice(Loading& loading);

/// One pane of flows; without data it holds the sentence that says so.
[[nodiscard]] Result<PaneData> loadPane(Loading& loading, const QString& kind, const LoadedPrice& price);

} // namespace holdline
