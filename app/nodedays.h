// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/noderun.h"
#include "models/store/store.h"

namespace holdline {

/// What a node's coins are turned into: the data folder's store, with the prices that coins are given.
class NodeDays final {
public:
    using Say = std::function<void(const QString& sentence)>;

    /// `series` is remembered; without one it is the one named last, else the usual one. Where there are no
    /// prices it is said that days are not recorded, and all else works. Errors: Usage, when there is no such
    /// series; Storage.
    [[nodiscard]] static Result<NodeDays> open(std::unique_ptr<Store> store,
                                               const std::optional<QString>& series,
                                               const CohortDefinition& definition, const Say& say);

    [[nodiscard]] Store& store() { return *m_store; }
    [[nodiscard]] CohortPrices* prices() { return m_prices.get(); } ///< null when there are none
    [[nodiscard]] const QString& series() const { return m_series; }
    [[nodiscard]] const CohortDefinition& definition() const { return m_definition; }
    /// For windows and pictures: the coins of a state by what they cost, and the levels that follow days
    /// which are stored by now. What is in its way is said.
    void keepTip(const ChainState& state, const Say& say);
    void recordFor(NodeRun& run) { run.recordInto(*m_store, m_prices.get(), m_definition); }

private:
    std::unique_ptr<Store> m_store;
    std::unique_ptr<CohortPrices> m_prices;
    QString m_series;
    CohortDefinition m_definition;
};

} // namespace holdline
