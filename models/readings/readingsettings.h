// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/amount.h"

namespace holdline {

/// What a person may set about readings.
struct ReadingSettings {
    Amount takerThreshold{-300'000'000LL * decimalUnits}; ///< USD a day; selling that counts
    int takerWindowDays = 7;                              ///< in which crossings are counted
    Amount liquidationThreshold{Int128{1'000'000'000} *
                                decimalUnits}; ///< USD in 48 hours; leverage that counts
    double spikeTimesMedian = 2;               ///< deposits: of the 30 days before
    double cascadeQuantile = 0.99;             ///< of the liquidation rates of 30 days
};

} // namespace holdline
