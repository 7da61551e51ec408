// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/nodedistribution.h"

#include "models/history/cohortrecord.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr quint32 mostBuckets = 600;
constexpr qint64 unitsOfCent = decimalUnits / 100;

/// 1, 2 or 5 times a power of ten; cents.
quint32 bucketWidth(quint32 highest)
{
    for (quint32 power = 1;; power *= 10) {
        for (const quint32 step : {1U, 2U, 5U}) {
            if (highest / (step * power) < mostBuckets)
                return step * power;
        }
    }
}

std::vector<quint32> edgesUpTo(quint32 highest)
{
    const quint32 width = bucketWidth(highest);
    std::vector<quint32> edges{0};
    while (edges.back() <= highest)
        edges.push_back(edges.back() + width);
    return edges;
}

} // namespace

Result<CostDistribution> costDistributionOf(const ChainState& state, CohortPrices& prices,
                                            const CohortDefinition& definition)
{
    const UtcTime tip = fromMsecs(qint64{state.times().monotone().back()} * 1000);
    const auto close = prices.closeBy(tip);
    if (close.hasError())
        return close.error();
    if (!close.value())
        return Error{Error::Kind::Unavailable,
                     QStringLiteral("No candle is stored of the time of the last block.")};
    auto found = prices.of(state.times());
    if (found.hasError())
        return found.error();
    const CohortSums sums(state.table(), state.times(), std::move(found).value(), definition.selection);
    const auto& cents = sums.prices().cents;
    const quint32 highest = cents.empty() ? 0 : *std::ranges::max_element(cents);
    const auto edges = edgesUpTo(highest);
    const auto satoshi = sums.supplyByCost(sums.allHeights(), edges);
    CostDistribution made{.asOf = tip,
                          .price = Price{close.value()->cents * unitsOfCent},
                          .source = ownNodeSource(),
                          .definition = definitionText(definition)};
    for (std::size_t i = 0; i < satoshi.size(); ++i)
        made.buckets.push_back(
            {Price{edges[i] * unitsOfCent}, Price{edges[i + 1] * unitsOfCent}, Amount{satoshi[i]}});
    return made;
}

} // namespace holdline
