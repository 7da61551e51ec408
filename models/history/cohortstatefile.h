// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/chainstate.h"
#include "models/foundation/clock.h"

#include <optional>

namespace holdline {

/// Where the data folder keeps the state of a network: `cohorts/state-main.bin`.
[[nodiscard]] QString cohortStatePath(const QString& dataDir, BitcoinNetwork network);
/// Of the networks that have one.
[[nodiscard]] std::vector<BitcoinNetwork> networksWithState(const QString& dataDir);

/// What is kept there. A file that is damaged is set aside under a name that the error tells, for a report.
/// Errors: Unavailable when there is none; StateBad.
[[nodiscard]] Result<ChainState> loadCohortState(const QString& dataDir, BitcoinNetwork network,
                                                 const Clock& clock);

/// Keeps a state on disk, no more often than once a minute until it is told to.
class CohortStateKeeper final {
public:
    CohortStateKeeper(const QString& dataDir, BitcoinNetwork network, const Clock& clock);

    /// Error: Storage; the one kept before is then untouched.
    [[nodiscard]] Result<Done> keep(const ChainState& state);
    [[nodiscard]] Result<Done> keepIfDue(const ChainState& state);

private:
    QString m_path;
    const Clock& m_clock;
    std::optional<UtcTime> m_keptAt;
};

} // namespace holdline
