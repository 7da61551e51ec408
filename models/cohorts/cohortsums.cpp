// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohortsums.h"

#include <algorithm>

namespace holdline {

namespace {

/// Sums with weights in parts of `wholeWeight`.
struct WeightedSum {
    Int128 supply = 0;
    Int128 cost = 0;

    void add(qint64 value, quint32 cents, qint64 weight)
    {
        const Int128 weighted = static_cast<Int128>(value) * weight;
        supply += weighted;
        cost += weighted * cents;
    }
    /// Rounded down, on top of what counts in full.
    [[nodiscard]] CohortSum onTopOf(const CohortSum& full) const
    {
        return {full.supply + static_cast<qint64>(supply / wholeWeight),
                {full.cost.units + cost / wholeWeight}};
    }
};

CohortSum operator-(const CohortSum& a, const CohortSum& b)
{
    return {a.supply - b.supply, a.cost - b.cost};
}

CohortSum operator+(const CohortSum& a, const CohortSum& b)
{
    return {a.supply + b.supply, a.cost + b.cost};
}

LossSum operator-(const LossSum& a, const LossSum& b)
{
    return {a.inLoss - b.inLoss, a.inProfit - b.inProfit};
}

LossSum operator+(const LossSum& a, const LossSum& b)
{
    return {a.inLoss + b.inLoss, a.inProfit + b.inProfit};
}

/// Heights whose coins count in full as long-term under a logistic threshold, and those that count in part.
struct LogisticRanges {
    HeightRange full;
    HeightRange partial;
};

LogisticRanges logisticRanges(const BlockTimes& times, qint64 at, const HolderThreshold& threshold)
{
    constexpr qint64 reach = logisticReachDays * secondsOfDay;
    const HeightRange partial =
        times.withAge(std::max<qint64>(threshold.seconds() - reach, 0), threshold.seconds() + reach, at);
    return {{0, partial.first}, partial};
}

/// The value or nothing, without a branch: prices about the one of now follow no pattern.
qint64 when(bool isCounted, qint64 value)
{
    return value & -qint64{isCounted};
}

/// Finds the bucket of a price without a search: a price's leading digits give a bucket near it.
class BucketIndex final {
public:
    explicit BucketIndex(std::span<const quint32> edges) : m_edges(edges)
    {
        const quint32 width = edges.back() - edges.front();
        while (width >> m_shift >= slotCount)
            ++m_shift;
        std::size_t bucket = 0;
        for (std::size_t slot = 0; slot <= width >> m_shift; ++slot) {
            const quint64 price = edges.front() + (quint64{slot} << m_shift);
            while (bucket + 2 < edges.size() && price >= edges[bucket + 1])
                ++bucket;
            m_first.push_back(static_cast<quint32>(bucket));
        }
    }
    /// Of a price from the first edge on and below the last.
    [[nodiscard]] std::size_t of(quint32 cents) const
    {
        std::size_t bucket = m_first[(cents - m_edges.front()) >> m_shift];
        while (cents >= m_edges[bucket + 1])
            ++bucket;
        return bucket;
    }

private:
    static constexpr quint32 slotCount = 4096;

    std::span<const quint32> m_edges;
    int m_shift = 0;
    std::vector<quint32> m_first;
};

} // namespace

qint64 ExactCents::cents() const
{
    const Int128 whole = units / decimalUnits;
    return static_cast<qint64>(units % decimalUnits < 0 ? whole - 1 : whole);
}

std::optional<double> CohortSum::costBasis() const
{
    if (supply == 0)
        return std::nullopt;
    return static_cast<double>(cost.units) / static_cast<double>(supply);
}

CohortSums::CohortSums(const HeightTable& table, const BlockTimes& times, const HeightPrices& prices,
                       const CohortSelection& selection)
{
    rebuild(table, times, prices, selection);
}

void CohortSums::rebuild(const HeightTable& table, const BlockTimes& times, const HeightPrices& prices,
                         const CohortSelection& selection)
{
    Q_ASSERT(table.heights() == times.heights() && prices.cents.size() == times.heights());
    m_times = times;
    m_prices = prices;
    m_excluded = {};
    select(table, selection);
    m_supplies.resize(m_values.size() + 1);
    m_costs.resize(m_values.size() + 1);
    qint64 supply = 0;
    Int128 cost = 0;
    for (std::size_t h = 0; h < m_values.size(); ++h) {
        supply += m_values[h];
        cost += static_cast<Int128>(m_values[h]) * m_prices.cents[h];
        m_supplies[h + 1] = supply;
        m_costs[h + 1] = cost;
    }
}

void CohortSums::select(const HeightTable& table, const CohortSelection& selection)
{
    m_values.assign(table.values().begin(), table.values().end());
    for (const HeightRange& mask : selection.masks) {
        for (std::size_t h = mask.first; h < std::min<std::size_t>(mask.end, m_values.size()); ++h)
            m_excluded.masked += std::exchange(m_values[h], 0);
    }
    for (std::size_t h = 0; selection.leavesOutRewards && h < m_values.size(); ++h) {
        const qint64 rewards = std::min(m_values[h], table.coinbaseValues()[h]);
        m_values[h] -= rewards;
        m_excluded.rewards += rewards;
    }
    for (std::size_t h = 0; h < m_values.size(); ++h) {
        if (!m_prices.hasPrice(h)) [[unlikely]]
            m_excluded.unpriced += std::exchange(m_values[h], 0);
    }
}

CohortSum CohortSums::sum(HeightRange heights) const
{
    return {m_supplies[heights.end] - m_supplies[heights.first],
            {m_costs[heights.end] - m_costs[heights.first]}};
}

PerCohort<HeightRange> CohortSums::ranges(qint64 at, const HolderThreshold& threshold) const
{
    PerCohort<HeightRange> ranges;
    const quint32 end = m_times.firstAfter(at);
    quint32 younger = end;
    for (std::size_t band = 0; band < ageBands.size(); ++band) {
        const quint32 first = m_times.firstAfter(at - ageBands[band].to);
        ranges[band] = {first, younger};
        younger = first;
    }
    const quint32 edge = m_times.firstAfter(at - threshold.seconds());
    ranges[shortTermCohort] = {edge, end};
    ranges[longTermCohort] = {0, edge};
    ranges[allCohort] = {0, end};
    return ranges;
}

PerCohort<CohortSum> CohortSums::sums(qint64 at, const HolderThreshold& threshold) const
{
    const auto heights = ranges(at, threshold);
    PerCohort<CohortSum> sums;
    for (std::size_t cohort = 0; cohort < cohortCount; ++cohort)
        sums[cohort] = sum(heights[cohort]);
    if (threshold.rule == HolderThreshold::Rule::Logistic) {
        const auto logistic = logisticRanges(m_times, at, threshold);
        WeightedSum part;
        for (quint32 h = logistic.partial.first; h < logistic.partial.end; ++h)
            part.add(m_values[h], m_prices.cents[h], longTermWeight(threshold, at - m_times.monotone()[h]));
        sums[longTermCohort] = part.onTopOf(sum(logistic.full));
        sums[shortTermCohort] = sums[allCohort] - sums[longTermCohort];
    }
    return sums;
}

qint64 CohortSums::supplyInLoss(HeightRange heights, quint32 cents) const
{
    qint64 supply = 0;
    for (quint32 h = heights.first; h < heights.end; ++h)
        supply += when(m_prices.cents[h] > cents, m_values[h]);
    return supply;
}

LossSum CohortSums::lossSum(HeightRange heights, quint32 cents) const
{
    LossSum sum;
    qint64 equal = 0;
    for (quint32 h = heights.first; h < heights.end; ++h) {
        const quint32 price = m_prices.cents[h];
        const qint64 inLoss = when(price > cents, m_values[h]);
        sum.inLoss.supply += inLoss;
        sum.inLoss.cost.units += static_cast<Int128>(inLoss) * price;
        equal += when(price == cents, m_values[h]);
    }
    sum.inProfit = this->sum(heights) - sum.inLoss - CohortSum{equal, worth(equal, cents)};
    return sum;
}

PerCohort<LossSum> CohortSums::lossSums(qint64 at, const HolderThreshold& threshold, quint32 cents) const
{
    const auto heights = ranges(at, threshold);
    PerCohort<LossSum> sums;
    for (std::size_t band = 0; band < ageBands.size(); ++band) {
        sums[band] = lossSum(heights[band], cents);
        sums[allCohort] = sums[allCohort] + sums[band];
    }
    if (threshold.rule == HolderThreshold::Rule::Hard) {
        sums[shortTermCohort] = lossSum(heights[shortTermCohort], cents);
        sums[longTermCohort] = sums[allCohort] - sums[shortTermCohort];
        return sums;
    }
    const auto logistic = logisticRanges(m_times, at, threshold);
    WeightedSum inLoss;
    WeightedSum inProfit;
    for (quint32 h = logistic.partial.first; h < logistic.partial.end; ++h) {
        const quint32 price = m_prices.cents[h];
        if (price != cents)
            (price > cents ? inLoss : inProfit)
                .add(m_values[h], price, longTermWeight(threshold, at - m_times.monotone()[h]));
    }
    const LossSum full = lossSum(logistic.full, cents);
    sums[longTermCohort] = {inLoss.onTopOf(full.inLoss), inProfit.onTopOf(full.inProfit)};
    sums[shortTermCohort] = sums[allCohort] - sums[longTermCohort];
    return sums;
}

std::vector<qint64> CohortSums::supplyByCost(HeightRange heights, std::span<const quint32> edges) const
{
    if (edges.size() < 2)
        return {};
    std::vector<qint64> supplies(edges.size() - 1);
    const BucketIndex index(edges);
    for (quint32 h = heights.first; h < heights.end; ++h) {
        const quint32 cents = m_prices.cents[h];
        if (cents >= edges.front() && cents < edges.back())
            supplies[index.of(cents)] += m_values[h];
    }
    return supplies;
}

PricePressure CohortSums::pressure(HeightRange heights, quint32 now, quint32 low, quint32 high) const
{
    PricePressure pressure;
    for (quint32 h = heights.first; h < heights.end; ++h) {
        const quint32 cents = m_prices.cents[h];
        pressure.inside += when(cents >= low && cents <= high, m_values[h]);
        pressure.before += when(cents > now && cents < low, m_values[h]);
    }
    return pressure;
}

} // namespace holdline
