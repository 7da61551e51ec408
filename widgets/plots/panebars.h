// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timescale.h"
#include "models/series/candleseries.h"
#include "models/series/flowseries.h"
#include "models/series/sampleseries.h"
#include "models/views/panecatalog.h"
#include "models/views/viewdata.h"

#include <span>
#include <vector>

namespace holdline {

/// A sum over [fromMs, toMs) as drawn.
struct DrawnBar {
    qint64 fromMs = 0;
    qint64 toMs = 0;
    double value = 0;
    bool isSessionless = false; ///< of a day without a session: hatched, in no sum
    bool operator==(const DrawnBar&) const = default;
};

/// Values as drawn. NaN: the line is broken over [fromMs, toMs).
struct LinePoint {
    qint64 fromMs = 0;
    qint64 toMs = 0;
    double value = 0; ///< the last one
    double least = 0; ///< of all of them
    double greatest = 0;
    bool operator==(const LinePoint&) const = default;
};

/// A line at the resolution of the screen, oldest first.
struct DrawnLine {
    bool isDense = false; ///< each point is a column with all values in it; else points are values
    std::vector<LinePoint> points;
};

/// A part of a bar, from one value to another.
struct StackPiece {
    qint64 fromMs = 0;
    qint64 toMs = 0;
    double from = 0; ///< the end nearer to zero
    double to = 0;
    std::size_t part = 0; ///< as PaneData::parts
    bool operator==(const StackPiece&) const = default;
};

/// Sums of the buckets that meet the range and hold a known value, oldest first; the last ends where the flow
/// or the range does. The vector is reused.
void readBars(const FlowSeries& flow, TimeRange range, Interval bucket, std::vector<DrawnBar>& out);
/// Samples that overlap the range, summed by bucket when `bucket` is not zero. What is dated on the days
/// without a session, oldest first, is in no bucket, and flagged where samples are drawn one by one.
void readBars(const SampleSeries& samples, TimeRange range, Interval bucket,
              std::span<const TimeRange> sessionless, std::vector<DrawnBar>& out);

/// Values that overlap the range, and of a joined line those beside them, to which it goes on. The points'
/// buffer is reused.
void readLine(const SampleSeries& samples, const TimeScale& time, bool isJoined, DrawnLine& out);
/// Parts of bars one on another: what is above zero upwards, what is below it downwards, in the order of the
/// parts. Where two parts' bars begin together they are of one bar.
[[nodiscard]] std::vector<StackPiece> stacked(const std::vector<std::vector<DrawnBar>>& parts);
/// What the bars add up to, from the first one on; one for each. What is flagged adds nothing.
[[nodiscard]] std::vector<DrawnBar> runningSum(const std::vector<DrawnBar>& bars);

/// What one pane shows of its data, at the resolution of the screen.
struct PaneBars {
    const PaneKind* kind = nullptr;
    const PaneData* data = nullptr; ///< flows; null when the view has none of this kind
    Interval bucket;                ///< of candles, or of flow bars; zero: samples as they are
    UtcTime end;                    ///< what begins later is in no bar: end of the last interval shown
    std::vector<CandleBar> candles; ///< oldest first
    std::vector<std::vector<DrawnBar>> flows; ///< one for each quantity
    std::vector<DrawnLine> lines;             ///< one for each of the samples
    std::vector<std::vector<DrawnBar>> parts; ///< of the bars, where they are known
    std::vector<StackPiece> stack;            ///< the parts one on another
    std::vector<DrawnBar> sums;               ///< running, where the kind shows it

    [[nodiscard]] bool isEmpty() const;
    /// The threshold is of a bucket; absent where the bars are of another length.
    [[nodiscard]] std::optional<double> threshold() const;
    /// Where values lean to no side; absent where the kind knows none.
    [[nodiscard]] std::optional<double> neutral() const;
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
