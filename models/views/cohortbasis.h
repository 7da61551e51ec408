// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QString>

#include <optional>
#include <vector>

namespace holdline {

/// The price that one age of holders paid, against the price of the moment.
struct CohortBasis {
    QString band;                             ///< `1d-1w`
    std::optional<Price> costBasis = {};      ///< absent: no record by then
    std::optional<Amount> supply = {};        ///< BTC
    std::optional<double> unrealizedPct = {}; ///< (price - cost basis) / cost basis x 100
    std::optional<TimeRange> range = {};      ///< that the cost basis covers
    std::optional<UtcTime> asOf = {};         ///< its end; of a day that goes on, when it was known
    QString source = {};
    QString definition = {};

    bool operator==(const CohortBasis&) const = default;
};

/// Unrealized profit of a holder at that cost basis in per cent; absent when either price is, or is not above
/// 0.
[[nodiscard]] std::optional<double> unrealizedPct(std::optional<double> price,
                                                  std::optional<Price> costBasis);

/// The ages that are shown, youngest first: `1d-1w`, `1w-1m`, `1m-3m`, `3m-6m`, `sth`.
[[nodiscard]] const std::vector<QString>& shownBands();
/// `1 d–1 w`, `STH`.
[[nodiscard]] QString bandTitle(const QString& band);

} // namespace holdline
