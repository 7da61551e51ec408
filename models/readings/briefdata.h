// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/leveledges.h"
#include "models/levels/levelstates.h"
#include "models/market/candle.h"
#include "models/market/event.h"
#include "models/market/interval.h"
#include "models/market/sample.h"
#include "models/readings/marketreading.h"
#include "models/readings/readingsettings.h"

#include <map>
#include <optional>
#include <vector>

namespace holdline {

/// Values of one series, oldest first, all known at the asked time.
struct SampleRun {
    std::vector<Sample> samples;
    QString unit;
    ReadingOrigin origin;
};

/// The close of a UTC day that is over.
struct DayClose {
    UtcTime day; ///< 00:00 UTC
    Price close;
    std::optional<Amount>
        netTaker; ///< quote asset; absent when it is not known, or a tenth of the day or more
};

/// What is known of an instrument's price.
struct PriceFacts {
    ReadingOrigin origin;
    QString quote;              ///< `USDT`
    Interval interval;          ///< of `recent`
    std::vector<Candle> recent; ///< closed in the last three days, oldest first
    std::optional<Candle> last; ///< the last one closed, however long ago
    Interval lastInterval;
    std::optional<Candle> first; ///< the finest that opens with the year and is closed
    std::vector<DayClose> days;  ///< oldest first; 400 at most
};

/// Liquidations summed over equal stretches, oldest first.
struct LiquidationRow {
    UtcTime from;
    UtcTime to;
    Amount longUsd;
    Amount shortUsd;
};
struct LiquidationFacts {
    ReadingOrigin origin;
    QStringList venues;               ///< `Bybit`, as their series are named
    Interval interval{};              ///< of the rows
    std::vector<LiquidationRow> rows; ///< of the last 32 days
    /// Stretches of the last 48 hours of which the records say that they are not whole, and why.
    QStringList coverageNotes;
    bool isKnown = false; ///< whether there is anything recorded in the last 48 hours
};

/// A level, and how it stands.
struct LevelFacts {
    Level level;
    EdgeStep edges;                  ///< where it lies
    std::optional<LevelState> state; ///< absent before its first close, and for a level without a role
    qint64 touches = 0;
};

/// A cohort's newest values.
struct CohortFacts {
    std::optional<Sample> costBasis; ///< USD
    std::optional<Sample> supply;    ///< BTC
    ReadingOrigin origin;
    ReadingOrigin supplyOrigin;
    std::vector<Sample> history; ///< cost bases of the last year
};

/// Net flows of exchange-traded funds on bitcoin.
struct FundFacts {
    std::map<QString, SampleRun> funds; ///< by ticker
    std::optional<SampleRun> total;     ///< as a source gives it
};

/// All that readings look at, as it was known.
struct BriefData {
    UtcTime at;   ///< where windows end
    UtcTime asOf; ///< what was known then
    QString instrument;
    bool isReconstruction = false; ///< a bundled episode
    ReadingSettings settings;

    std::optional<PriceFacts> price;
    std::map<QString, std::optional<PriceFacts>> watched; ///< by symbol, `ETH`
    std::vector<LevelFacts> levels;
    std::map<QString, CohortFacts> cohorts; ///< by band
    std::optional<LiquidationFacts> liquidations;
    std::optional<SampleRun> deposits; ///< of large holders to exchanges, USD a day
    FundFacts funds;
    std::map<QString, SampleRun> macro; ///< by id, `jgb20_bid_to_cover`
    std::vector<Event> events;
    ReadingOrigin eventOrigin;
    std::optional<SampleRun> putCall;
    std::optional<SampleRun> skew;
};

} // namespace holdline
