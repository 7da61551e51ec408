// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/blockchange.h"
#include "models/cohorts/cohortsums.h"

namespace holdline {

/// Coins that were spent.
struct SpendSum {
    qint64 value = 0;  ///< satoshi
    ExactCents now;    ///< worth when spent
    ExactCents then;   ///< worth when they were made
    ExactCents profit; ///< of those that had gained
    ExactCents loss;   ///< of those that had lost; not below zero

    /// now / then: SOPR; absent when `then` is nothing.
    [[nodiscard]] std::optional<double> ratio() const;
    SpendSum& operator+=(const SpendSum& other);
    bool operator==(const SpendSum&) const = default;
};

/// What a block or a day spent, by the age of the coins. Sums of blocks are added, ratios are not.
struct SpendSums {
    PerCohort<SpendSum> cohorts; ///< `sth` and `lth` by the days of the threshold, also of a logistic one
    SpendSum adjusted;           ///< an hour old or more
    SpendSum adjustedShortTerm;  ///< an hour old or more, and short-term
    qint64 unpriced = 0; ///< satoshi left out for want of a price, at the spend or at the coin's own block
    qint64 masked = 0;   ///< satoshi left out by a mask

    [[nodiscard]] std::optional<double> sopr() const { return cohorts[allCohort].ratio(); }
    [[nodiscard]] std::optional<double> adjustedSopr() const { return adjusted.ratio(); }
    [[nodiscard]] std::optional<double> shortTermSopr() const { return adjustedShortTerm.ratio(); }
    [[nodiscard]] std::optional<double> longTermSopr() const { return cohorts[longTermCohort].ratio(); }
    SpendSums& operator+=(const SpendSums& other);
    bool operator==(const SpendSums&) const = default;
};

/// The spends of a block. The block's own height must be in times and prices; coins are spent at its price.
[[nodiscard]] SpendSums spendSums(const BlockChange& block, const BlockTimes& times,
                                  const HeightPrices& prices, const HolderThreshold& threshold,
                                  std::span<const HeightRange> masks = {});

} // namespace holdline
