// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/noderun.h"
#include "models/store/store.h"

namespace holdline {

/// The data folder's store with the prices that coins are given, as the options say.
class CohortStore final {
public:
    /// Without a series of prices the store is open all the same, and it is said that days are not recorded.
    /// Errors: Usage; Storage; Unavailable when --prices names no series.
    [[nodiscard]] static Result<CohortStore> open(const QCommandLineParser& parser,
                                                  const CommandContext& context);

    [[nodiscard]] Store& store() { return *m_store; }
    [[nodiscard]] CohortPrices* prices() { return m_prices.get(); } ///< null when there are none
    [[nodiscard]] const QString& series() const { return m_series; }
    [[nodiscard]] const CohortDefinition& definition() const { return m_definition; }
    /// For windows and pictures: the coins of a state by what they cost. What is in its way is said.
    void keepDistribution(const ChainState& state, const CommandContext& context);
    void recordFor(NodeRun& run) { run.recordInto(*m_store, m_prices.get(), m_definition); }

private:
    std::unique_ptr<Store> m_store;
    std::unique_ptr<CohortPrices> m_prices;
    QString m_series;
    CohortDefinition m_definition;
};

/// The network of --network, else the only one that has a state. Errors: Usage; Unavailable.
[[nodiscard]] Result<BitcoinNetwork> networkOfState(const QCommandLineParser& parser,
                                                    const CommandContext& context);

} // namespace holdline
