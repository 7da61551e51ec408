// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/candle.h"
#include "models/market/coverage.h"
#include "models/market/interval.h"
#include "models/market/liquidation.h"
#include "models/market/sample.h"
#include "models/market/serieskey.h"

#include <vector>

namespace holdline {

/// Values of one series on their way to the store; of one message, so that equal liquidations in it are as
/// many orders.
struct SeriesWrite {
    UtcTime at; ///< from when they were known, where they revise what is stored; the venue's time
    SeriesKey key;
    SeriesKind kind = SeriesKind::Candles;
    QString unit;
    Interval interval = oneMinute; ///< of candles
    std::vector<Candle> candles = {};
    std::vector<Sample> samples = {};
    std::vector<Liquidation> liquidations = {};
    std::vector<Coverage> coverage = {};
    bool areRevisionsDated = false; ///< a sample unlike the stored one is not known before `at`
};

} // namespace holdline
