// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/calendarreading.h"
#include "models/levels/level.h"
#include "models/market/candle.h"
#include "models/market/event.h"
#include "models/market/interval.h"
#include "models/market/liquidation.h"
#include "models/market/sample.h"
#include "models/market/serieskey.h"

#include <optional>
#include <span>

namespace holdline {

/// A sample with the series that it belongs to.
struct SeriesSample {
    int series = 0;
    Sample sample;
};

/// Where a reader puts what it reads, row by row in the file's order. Once shouldStop() holds, what is still
/// given is dropped, and the reader should return.
class ImportSink {
public:
    virtual ~ImportSink() = default;

    /// A number for the series, the same for the same key. An empty source or definition is filled by what
    /// the person said, which goes first in any case.
    virtual int series(const SeriesKey& key, SeriesKind kind, const QString& unit) = 0;
    /// The finest interval that is stored already for a series of candles of that name.
    virtual std::optional<Interval> storedInterval(const QString& name) = 0;
    // What the series with that key held before this file: nothing when it is not stored.
    virtual std::vector<Interval> storedIntervals(const SeriesKey& key) = 0; ///< finest first
    virtual std::vector<Candle> storedCandles(const SeriesKey& key, Interval interval, TimeRange range) = 0;
    virtual std::vector<Sample> storedSamples(const SeriesKey& key, TimeRange range) = 0;

    virtual void candles(int series, Interval interval, std::span<const Candle> candles) = 0;
    /// One row of the file; no samples when all its values are missing.
    virtual void samples(std::span<const SeriesSample> row) = 0;
    /// The values of that series over these intervals are the sums of its stored siblings (`etf/btc/total`:
    /// of all other `etf/btc/…`), reckoned when all rows are in. To be told before the samples of the
    /// siblings.
    virtual void sumsOfSiblings(int series, const std::vector<TimeRange>& intervals) = 0;
    virtual void liquidation(int series, const Liquidation& item) = 0;
    virtual void event(int series, const Event& event) = 0;
    /// After the events of a calendar. What an earlier reading of the same one told and this one does not,
    /// and what it cancels, is withdrawn where it is still to come.
    virtual void calendarRead(int /*series*/, const CalendarReading& /*reading*/) {}
    virtual void level(const Level& level) = 0;
    /// A level of a table, which has no columns for what it follows and how it looks.
    virtual void levelOfTable(const Level& level) { this->level(level); }
    virtual void reject(qint64 line, const QString& reason) = 0;

    /// Words for the person about the whole file.
    virtual void say(const QString& words) = 0;
    /// The user cancelled, or the disk refused. Tells progress too: ask every few thousand rows.
    [[nodiscard]] virtual bool shouldStop() = 0;

protected:
    ImportSink() = default;
    Q_DISABLE_COPY_MOVE(ImportSink)
};

} // namespace holdline
