// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/chainstate.h"
#include "models/cohorts/cohortday.h"

#include <functional>

namespace holdline {

/// Takes a state back day by day, by what its blocks spent alone.
class DaysBack final {
public:
    /// What a block spent; asked for from the tip downwards.
    using Spent = std::function<Result<BlockChange>(quint32 height)>;

    /// `prices` has one for each height of the state.
    DaysBack(const ChainState& state, HeightPrices prices, CohortDefinition definition, Spent spent);

    /// The UTC day of the last block that is left, by monotone time; absent when that is genesis.
    [[nodiscard]] std::optional<qint64> day() const;
    [[nodiscard]] quint32 lastHeight() const { return static_cast<quint32>(m_table.heights() - 1); }
    [[nodiscard]] const HeightTable& table() const { return m_table; }
    /// Of the coins that are left; as they were until it is asked again.
    [[nodiscard]] const CohortSums& sums();
    /// Takes back all blocks of the last day, and tells what they spent. Errors: those of `Spent`, and
    /// StateDrift; the blocks before the one that failed stay taken back.
    [[nodiscard]] Result<SpendSums> takeDayBack();

private:
    BitcoinNetwork m_network;
    HeightTable m_table;
    BlockTimes m_times;
    HeightPrices m_prices;
    CohortDefinition m_definition;
    Spent m_spent;
    std::optional<CohortSums> m_sums;
};

} // namespace holdline
