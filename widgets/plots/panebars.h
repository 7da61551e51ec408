// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timescale.h"
#include "models/series/candleseries.h"
#include "models/series/flowseries.h"
#include "models/series/sampleseries.h"
#include "models/views/panecatalog.h"
#include "models/views/viewdata.h"

#include <vector>

namespace holdline {

/// A sum over [fromMs, toMs) as drawn.
struct DrawnBar {
    qint64 fromMs = 0;
    qint64 toMs = 0;
    double value = 0;
    bool operator==(const DrawnBar&) const = default;
};

/// Sums of the buckets that meet the range and hold a known value, oldest first; the last ends where the flow
/// or the range does. The vector is reused.
void readBars(const FlowSeries& flow, TimeRange range, Interval bucket, std::vector<DrawnBar>& out);
/// Samples that overlap the range, summed by bucket when `bucket` is not zero.
void readBars(const SampleSeries& samples, TimeRange range, Interval bucket, std::vector<DrawnBar>& out);

/// What one pane shows of its data, at the resolution of the screen.
struct PaneBars {
    const PaneKind* kind = nullptr;
    const PaneData* data = nullptr; ///< flows; null when the view has none of this kind
    Interval bucket;                ///< of candles, or of flow bars; zero: samples as they are
    UtcTime end;                    ///< what begins later is in no bar: end of the last interval shown
    std::vector<CandleBar> candles; ///< oldest first
    std::vector<std::vector<DrawnBar>> flows; ///< one for each quantity

    [[nodiscard]] bool isEmpty() const;
    /// The threshold is of a bucket; absent where the bars are of another length.
    [[nodiscard]] std::optional<double> threshold() const;
};

/// Reads the visible bars of a pane into `bars`, whose buffers are reused. A bar wider than the view's
/// interval holds no interval that begins after the range: a picture of a range does not tell what came
/// later.
void readPaneBars(const View& view, const PaneKind& kind, const ViewData& data, const TimeScale& time,
                  double ratio, PaneBars& bars);
/// Reads the last bucket and the one before it again.
void readLastBars(const ViewData& data, const TimeScale& time, PaneBars& bars);

struct ValueRange {
    double low = 0;
    double high = 0;
    [[nodiscard]] bool isEmpty() const { return !(low < high); }
};

/// Least and greatest value to be shown, without margins; empty when there is nothing.
[[nodiscard]] ValueRange valuesShown(const PaneBars& bars);
/// Grown by the levels that are valid in the visible time and lie within `reach` times the height of the
/// range.
[[nodiscard]] ValueRange withLevels(ValueRange range, const std::vector<LevelData>& levels, TimeRange visible,
                                    double reach);

} // namespace holdline
