// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/drawing.h"
#include "models/levels/levelstates.h"
#include "models/market/coverage.h"
#include "models/market/event.h"
#include "models/scales/ticks.h"
#include "models/series/candleseries.h"
#include "models/series/flowseries.h"
#include "models/series/sampleseries.h"
#include "models/store/store.h"
#include "models/views/costdistribution.h"
#include "models/views/picturewords.h"
#include "models/views/view.h"

#include <memory>

namespace holdline {

class PriceMemory;

/// What is said about a series wherever it is shown.
struct Provenance {
    QString series; ///< `etf/btc/total`
    QString source;
    QString definition;
    QString unit;
    UtcTime from;
    UtcTime to;
    bool isReconstruction = false;
    bool operator==(const Provenance&) const = default;
};

/// Time of which candles coarser than the series' own tell more, or all that is stored.
struct CoarseStretch {
    TimeRange range;
    Interval interval;
    bool operator==(const CoarseStretch&) const = default;
};

/// One of the sources that a pane adds up, and what it knows.
struct PaneStream {
    QString series;                     ///< `liquidations/bybit`
    QString title;                      ///< `Bybit perpetual`
    std::vector<Coverage> entries = {}; ///< oldest first, never overlapping
    bool isRecorded = false;            ///< Holdline says itself what it knows; else made from its rows
    bool isSummed = false;              ///< stored as sums, which single records are not added to
};

/// A value that stands out, with what is said about it.
struct PaneMark {
    UtcTime time;      ///< where it stands
    UtcTime since;     ///< from then on the legend tells it
    UtcTime until;     ///< to then
    double value = 0;  ///< on the pane's scale
    QString label;     ///< beside the mark, or empty
    QString words;     ///< `20-year auction 3.19, 4.10 before`
    bool isAbove = {}; ///< stands above its value, not on it
};

/// A part of what a pane's bars add up.
struct PanePart {
    QString name; ///< `IBIT`
    std::shared_ptr<const SampleSeries> samples;
};

/// The data of one pane: bars up and bars down, one signed bar, or lines.
struct PaneData {
    QString kind;  ///< as in PaneSpec
    QString title; ///< `Liquidations`
    QString unit;  ///< `USD`
    QString note;  ///< `lower bound: at most one per symbol and second`, or empty
    /// One signed quantity, or two: first drawn down (long liquidated), second drawn up (short liquidated).
    std::vector<std::shared_ptr<const FlowSeries>> flows;     ///< on a regular grid
    std::vector<std::shared_ptr<const SampleSeries>> samples; ///< of irregular length; drawn over [from, to)
    std::vector<QString> names;         ///< of lines: one each of `samples`, empty where there is one alone
    std::vector<PanePart> parts;        ///< of bars: what samples[0] adds up, or empty
    std::vector<TimeRange> sessionless; ///< what is dated on days without a session, oldest first: in no sum
    std::vector<PaneMark> marks;        ///< oldest first, in time and in `since`
    std::optional<double> threshold;    ///< a line, e.g. -300e6
    std::vector<Coverage> coverage;     ///< what is not known, oldest first: hatched
    std::vector<PaneStream> streams;    ///< of a pane that adds up several sources
    std::vector<Provenance> provenance; ///< first those of `samples`, one each, in their order
    QString emptySentence; ///< what is missing and the one act that mends it, when there is nothing
};

/// A level with what history says about it.
struct LevelData {
    Level level;
    int colourRole = 0;    ///< 0 defense band, 1 resistance of 1-3 months, 2 resistance of holders, 3 other
    LevelEdges edges = {}; ///< of a tracking level what it followed; else empty
    std::vector<LevelState> states = {}; ///< every change of state up to the as-of time; none for role none
};

/// Its state at a time; null before its first. Valid as long as the level.
[[nodiscard]] const LevelState* stateAt(const LevelData& level, UtcTime time);

/// All that a view needs, as values: read off the interface's thread, then only looked at.
struct ViewData {
    QString instrument;                          ///< `binance:BTCUSDT`
    QString instrumentTitle;                     ///< `BTC-USDT`
    QString venueTitle;                          ///< `Binance spot`
    std::shared_ptr<const CandleSeries> candles; ///< the finest stored, or null
    std::vector<CoarseStretch> coarse;           ///< time that its coarser ones stand in for; oldest first
    std::optional<UtcTime> lastClose;            ///< end of the last candle known
    std::optional<double> lastPrice;
    std::vector<PaneData> panes; ///< flows, by kind
    std::vector<LevelData> levels;
    std::vector<Drawing> drawings;                          ///< lowest first
    std::shared_ptr<const std::vector<JudgedClose>> closes; ///< that levels are judged on, or null
    std::vector<Event> events;                              ///< oldest first
    std::shared_ptr<const CostDistribution> costs;          ///< known last, or null
    QString costsProblem;                                   ///< why what is kept of it cannot be shown
    std::vector<Coverage> priceCoverage;
    std::vector<Provenance> provenance; ///< of the price, levels and events
    bool isReconstruction = false;
    QString statement;                      ///< `reconstruction between published figures`, or empty
    UtcTime asOf;                           ///< what was known then
    std::optional<PictureWords> words = {}; ///< absent: not filled; see pictureWords()
};

/// What of the price is not known at that interval, of the stretches that meet the visible time, oldest
/// first: also what coarser candles alone tell.
[[nodiscard]] std::vector<Coverage> priceCoverageAt(const ViewData& data, Interval drawn, TimeRange visible);

/// Reads everything the view asks for. With the view's asOf, nothing that became known later; without it, all
/// that is stored, and `asOf` is when the latest of it became known: the answer depends on the data alone.
/// Unavailable: no candles of that instrument.
/// `prices`: goes on from what it read there last, for one as-of time after the other.
[[nodiscard]] Result<ViewData> loadViewData(Store& store, const View& view, const Clock& clock,
                                            PriceMemory* prices = nullptr);

} // namespace holdline
