// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/daysback.h"

namespace holdline {

DaysBack::DaysBack(const ChainState& state, HeightPrices prices, CohortDefinition definition, Spent spent)
    : m_network(state.network()),
      m_table(state.table()),
      m_times(state.times()),
      m_prices(std::move(prices)),
      m_definition(std::move(definition)),
      m_spent(std::move(spent))
{
    Q_ASSERT(m_prices.cents.size() == m_table.heights());
}

std::optional<qint64> DaysBack::day() const
{
    return lastHeight() > 0 ? std::optional(dayOf(m_times.monotone().back())) : std::nullopt;
}

const CohortSums& DaysBack::sums()
{
    if (m_sums)
        m_sums->rebuild(m_table, m_times, m_prices, m_definition.selection);
    else
        m_sums.emplace(m_table, m_times, m_prices, m_definition.selection);
    return *m_sums;
}

Result<SpendSums> DaysBack::takeDayBack()
{
    SpendSums sums;
    for (const auto today = day(); today && day() == today;) {
        const auto block = m_spent(lastHeight());
        if (block.hasError())
            return block.error();
        const SpendSums spent =
            spendSums(block.value(), m_times, m_prices, m_definition.threshold, m_definition.selection.masks);
        if (const auto back = rollBack(m_table, block.value(), m_network); back.hasError())
            return back.error();
        sums += spent;
        m_times.dropLast();
        m_prices.cents.pop_back();
        m_prices.sources.pop_back();
    }
    return sums;
}

} // namespace holdline
