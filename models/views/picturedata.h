// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "models/market/interval.h"
#include "models/views/viewdata.h"

#include <QDate>

#include <optional>
#include <vector>

namespace holdline {

/// Forced closings of one UTC day in US dollars, both sides positive; absent: no record of that day.
struct LiquidationDay {
    UtcTime day;
    std::optional<double> longUsd;
    std::optional<double> shortUsd;

    bool operator==(const LiquidationDay&) const = default;
};

/// The whole picture in few values: price, levels, forced closings by day.
struct PictureData {
    TimeRange range = {};
    Interval interval = oneDay;            ///< of the candles, chosen so that there are at most 120
    std::vector<Candle> candles = {};      ///< oldest first
    std::vector<LiquidationDay> days = {}; ///< each UTC day that the range meets, oldest first
    std::vector<LevelData> levels = {};
    QString liquidationNote = {}; ///< `lower bound: …`, or empty
};

/// The finest interval of the command line's seven that gives at most `most` candles in the range, else a
/// week.
[[nodiscard]] Interval intervalFor(TimeRange range, int most);
/// Each interval with any candle in the range, oldest first.
[[nodiscard]] std::vector<Candle> candlesOf(const CandleSeries& series, TimeRange range, Interval interval);
[[nodiscard]] PictureData pictureOf(const ViewData& data, TimeRange range);

} // namespace holdline
