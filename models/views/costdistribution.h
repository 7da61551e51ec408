// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"

#include <QString>

#include <vector>

namespace holdline {

/// Coins whose last move was at a price in [low, high).
struct CostBucket {
    Price low; ///< USD
    Price high;
    Amount btc;

    bool operator==(const CostBucket&) const = default;
};

/// Unspent coins by the price at which they last moved (URPD), from one source under one definition.
struct CostDistribution {
    std::vector<CostBucket> buckets =
        {}; ///< lowest first, of one width; where one is absent no coin is known
    UtcTime asOf = {};
    Price price = {}; ///< at asOf, USD
    QString source = {};
    QString definition = {};

    [[nodiscard]] bool isEmpty() const { return buckets.empty(); }
    bool operator==(const CostDistribution&) const = default;
};

/// Coins between two prices.
struct CoinCount {
    double btc = 0;
    double halfKnownBtc =
        0; ///< of it, in buckets that the ends cut, which count by the part that lies inside

    bool operator==(const CoinCount&) const = default;
};

/// Coins with a cost basis above `low` and up to `high`, USD.
[[nodiscard]] CoinCount coinsBetween(const CostDistribution& distribution, double low, double high);

/// The same coins in at most `most` steps of price: 2, 5, 10, 20, … neighbouring buckets in one, each
/// beginning at a multiple of its width; the same where there are no more than that. `most` is above 0.
[[nodiscard]] CostDistribution withWiderBuckets(const CostDistribution& costs, int most);

} // namespace holdline
