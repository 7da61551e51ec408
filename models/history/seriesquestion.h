// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/interval.h"

#include <QString>

#include <optional>

namespace holdline {

/// What is asked of the stored series of one name.
struct SeriesQuestion {
    QString name;                              ///< `price/binance:BTCUSDT`
    TimeRange range{earliestTime, latestTime}; ///< rows with their time (open or from) in it
    std::optional<Interval> interval = {};     ///< absent: as stored
    std::optional<UtcTime> asOf = {};          ///< absent: what is known now
    std::optional<QString> source = {};        ///< only series from there
    std::optional<QString> definition = {};    ///< only series under that definition
};

} // namespace holdline
