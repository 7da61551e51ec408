// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/spendsums.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr qint64 secondsOfHour = 3600;

bool isMasked(std::span<const HeightRange> masks, quint32 height)
{
    return std::any_of(masks.begin(), masks.end(), [height](const HeightRange& mask) {
        return height >= mask.first && height < mask.end;
    });
}

SpendSum spendSum(qint64 value, quint32 centsNow, quint32 centsThen)
{
    SpendSum sum{value, worth(value, centsNow), worth(value, centsThen), {}, {}};
    if (centsNow > centsThen)
        sum.profit = worth(value, centsNow - centsThen);
    else
        sum.loss = worth(value, centsThen - centsNow);
    return sum;
}

} // namespace

std::optional<double> SpendSum::ratio() const
{
    if (then.units == 0)
        return std::nullopt;
    return static_cast<double>(now.units) / static_cast<double>(then.units);
}

SpendSum& SpendSum::operator+=(const SpendSum& other)
{
    value += other.value;
    now += other.now;
    then += other.then;
    profit += other.profit;
    loss += other.loss;
    return *this;
}

SpendSums& SpendSums::operator+=(const SpendSums& other)
{
    for (std::size_t cohort = 0; cohort < cohortCount; ++cohort)
        cohorts[cohort] += other.cohorts[cohort];
    adjusted += other.adjusted;
    adjustedShortTerm += other.adjustedShortTerm;
    unpriced += other.unpriced;
    masked += other.masked;
    return *this;
}

SpendSums spendSums(const BlockChange& block, const BlockTimes& times, const HeightPrices& prices,
                    const HolderThreshold& threshold, std::span<const HeightRange> masks)
{
    SpendSums sums;
    for (const HeightSpend& spend : block.spends) {
        if (isMasked(masks, spend.height)) {
            sums.masked += spend.value;
            continue;
        }
        if (!prices.hasPrice(block.height) || !prices.hasPrice(spend.height)) {
            sums.unpriced += spend.value;
            continue;
        }
        const qint64 age = qint64{times.monotone()[block.height]} - times.monotone()[spend.height];
        const SpendSum sum = spendSum(spend.value, prices.cents[block.height], prices.cents[spend.height]);
        const bool isShortTerm = age < threshold.seconds();
        sums.cohorts[bandOfAge(age)] += sum;
        sums.cohorts[isShortTerm ? shortTermCohort : longTermCohort] += sum;
        sums.cohorts[allCohort] += sum;
        if (age < secondsOfHour)
            continue;
        sums.adjusted += sum;
        if (isShortTerm)
            sums.adjustedShortTerm += sum;
    }
    return sums;
}

} // namespace holdline
