// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/agebands.h"
#include "models/cohorts/heightprices.h"

namespace holdline {

/// Money, exact: US cents x 1e-8, which is satoshi times cents for a bitcoin.
struct ExactCents {
    Int128 units = 0;

    /// Whole cents, rounded down.
    [[nodiscard]] qint64 cents() const;
    [[nodiscard]] double toDollars() const { return static_cast<double>(units) / 1e10; }
    auto operator<=>(const ExactCents&) const = default;
    ExactCents& operator+=(ExactCents other)
    {
        units += other.units;
        return *this;
    }
    friend ExactCents operator+(ExactCents a, ExactCents b) { return {a.units + b.units}; }
    friend ExactCents operator-(ExactCents a, ExactCents b) { return {a.units - b.units}; }
};
/// What so many satoshi are worth at a price in cents.
[[nodiscard]] inline ExactCents worth(qint64 satoshi, quint32 cents)
{
    return {static_cast<Int128>(satoshi) * cents};
}

/// Coins and what they cost.
struct CohortSum {
    qint64 supply = 0; ///< satoshi
    ExactCents cost;

    /// Cents for a bitcoin; absent without coins.
    [[nodiscard]] std::optional<double> costBasis() const;
    /// What they would bring above their cost.
    [[nodiscard]] ExactCents unrealized(quint32 cents) const { return worth(supply, cents) - cost; }
    bool operator==(const CohortSum&) const = default;
};

/// Coins by whether their price is above or below the one of now; what is equal is neither.
struct LossSum {
    CohortSum inLoss;
    CohortSum inProfit;

    bool operator==(const LossSum&) const = default;
};

/// Coins that come back to their cost when the price reaches a range from below.
struct PricePressure {
    qint64 inside = 0; ///< cost in [low, high]; satoshi
    qint64 before = 0; ///< cost above the price of now and below `low`; satoshi

    bool operator==(const PricePressure&) const = default;
};

/// Which coins count.
struct CohortSelection {
    std::vector<HeightRange> masks = {}; ///< heights left out of everything; may overlap
    bool leavesOutRewards = false;       ///< without mining rewards that never moved

    bool operator==(const CohortSelection&) const = default;
};

/// What does not count, and why; satoshi.
struct ExcludedSupply {
    qint64 unpriced = 0; ///< a gap in the prices; masked ones are not in it
    qint64 masked = 0;
    qint64 rewards = 0; ///< left out as never moved

    bool operator==(const ExcludedSupply&) const = default;
};

/// Supply, cost and everything that follows from them for any ages at any time, exact. Built in one pass
/// after each block and each change of prices; immutable.
class CohortSums final {
public:
    /// The three have the same number of heights.
    CohortSums(const HeightTable& table, const BlockTimes& times, const HeightPrices& prices,
               const CohortSelection& selection = {});
    /// Anew in the memory that is there, which is several times faster.
    void rebuild(const HeightTable& table, const BlockTimes& times, const HeightPrices& prices,
                 const CohortSelection& selection = {});

    [[nodiscard]] const ExcludedSupply& excluded() const { return m_excluded; }
    [[nodiscard]] const HeightPrices& prices() const { return m_prices; }
    /// Satoshi that count, by height.
    [[nodiscard]] std::span<const qint64> values() const { return m_values; }
    [[nodiscard]] HeightRange allHeights() const { return {0, static_cast<quint32>(m_values.size())}; }

    [[nodiscard]] CohortSum sum(HeightRange heights) const;
    /// Heights of each cohort at a time (seconds UTC), the threshold taken as hard.
    [[nodiscard]] PerCohort<HeightRange> ranges(qint64 at, const HolderThreshold& threshold) const;
    /// Supply and cost of each cohort at a time. With a logistic threshold, `sth` and `lth` are weighted
    /// sums, `lth` rounded down to the satoshi and to 1e-8 cents, and `sth` the rest.
    [[nodiscard]] PerCohort<CohortSum> sums(qint64 at, const HolderThreshold& threshold) const;

    /// Satoshi that cost more than a price.
    [[nodiscard]] qint64 supplyInLoss(HeightRange heights, quint32 cents) const;
    [[nodiscard]] LossSum lossSum(HeightRange heights, quint32 cents) const;
    /// In and out of loss for each cohort; weights and rounding as in `sums`.
    [[nodiscard]] PerCohort<LossSum> lossSums(qint64 at, const HolderThreshold& threshold,
                                              quint32 cents) const;
    /// Satoshi by cost: `result[i]` in [edges[i], edges[i + 1]). Edges ascend, in cents; what lies outside is
    /// in none. `result.size() == edges.size() - 1`.
    [[nodiscard]] std::vector<qint64> supplyByCost(HeightRange heights, std::span<const quint32> edges) const;
    [[nodiscard]] PricePressure pressure(HeightRange heights, quint32 now, quint32 low, quint32 high) const;

private:
    void select(const HeightTable& table, const CohortSelection& selection);

    BlockTimes m_times;
    HeightPrices m_prices;
    std::vector<qint64> m_values;
    std::vector<qint64> m_supplies; ///< of all heights below; one longer
    std::vector<Int128> m_costs;    ///< likewise
    ExcludedSupply m_excluded;
};

} // namespace holdline
