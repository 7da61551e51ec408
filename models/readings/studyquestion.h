// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QString>

namespace holdline {

/// What is studied.
struct StudyQuestion {
    enum class Kind {
        FallsTo, ///< values of a series that come to the threshold or under it from above
        RisesTo, ///< to it or over it from below
        Touches, ///< of a level
        Events,  ///< of a category, which happened
    };
    Kind kind = Kind::FallsTo;
    QString name = {}; ///< series (by day where it is `taker/…`; `NAME:COLUMN` for another column), id of
                       ///< a level, or category
    Amount threshold = {}; ///< of a series
    QString instrument = QStringLiteral("binance:BTCUSDT");
    UtcTime asOf = {};

    bool operator==(const StudyQuestion&) const = default;
};

} // namespace holdline
