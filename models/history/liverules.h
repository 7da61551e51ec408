// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "models/market/liquidation.h"
#include "models/market/serieskey.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace holdline {

/// Candles of a coarser interval that are kept further back than minutes are.
struct DeepHistory {
    QString instrument;
    Interval interval;
    UtcTime from;
};

/// How live data become history.
struct LiveRules {
    Span backfill = std::chrono::hours{24 * 90}; ///< of minutes, before now
    std::vector<DeepHistory> deep = {{QStringLiteral("bitstamp:BTCUSD"), oneDay,
                                      UtcTime{std::chrono::milliseconds{1325376000000}}}}; ///< 2012
    Span rereadEachMinute = std::chrono::minutes{3};
    Span rereadEachHour = std::chrono::hours{2};
};

/// What the store holds already.
struct StoredPast {
    /// Stretches of candles that are there or final holes; empty: none.
    std::function<std::vector<TimeRange>(const SeriesKey& key, Interval interval, TimeRange range)> candles;
    /// Beginning of the last interval of a series of samples.
    std::function<std::optional<UtcTime>(const SeriesKey& key)> lastSample;
    /// How far a series that cannot be fetched again was recorded.
    std::function<std::optional<UtcTime>(const SeriesKey& key)> recordedUntil;
    /// The forced orders of the last hours that it was recorded, for a venue tells them again.
    std::function<std::vector<Liquidation>(const SeriesKey& key)> lastLiquidations;
};

/// The reason of a coverage entry where the venue itself has no candle.
[[nodiscard]] inline QString finalHoleReason()
{
    return QStringLiteral("the venue has no candle: asked twice");
}

} // namespace holdline
