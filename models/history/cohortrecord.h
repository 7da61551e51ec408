// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/chainstate.h"
#include "models/cohorts/cohortday.h"
#include "models/store/store.h"

namespace holdline {

/// Source of the series that the own-node engine writes.
[[nodiscard]] QString ownNodeSource();
/// What a series made under that definition says of itself: `STH < 155 d, raw UTXO`, with the price mode
/// where it is not the usual one, and what was left out.
[[nodiscard]] QString definitionText(const CohortDefinition& definition);
/// `cohort/<band>`, column `cost_basis` or `supply_btc`.
[[nodiscard]] SeriesKey cohortKey(std::size_t cohort, const QString& column,
                                  const CohortDefinition& definition);

/// The UTC days of a state that are over: those of blocks which have a later day's block after them.
/// Given the state before a block and the block's time: the day that it ends, if it does.
[[nodiscard]] std::optional<qint64> dayEndedBy(const ChainState& before, quint32 blockTime);

/// Stores supply and cost basis of each cohort at the end of a day (days since 1970-01-01), from the coins as
/// they were then; ages are counted to the day's end. A cohort without coins has no cost basis. What is
/// stored already becomes a revision, so that days after a reorganisation are right again. Error: Storage.
[[nodiscard]] Result<Done> storeCohortDay(Store& store, qint64 day, const CohortSums& sums,
                                          const CohortDefinition& definition);

/// Stores of the same day each cohort's share of supply in loss at that close (`loss/<band>`, 0 to 1), and
/// SOPR of what the day spent (`sopr/all`, `adjusted`, `sth`, `lth`). Without a close, or without spends, the
/// one or the other is left out. Error: Storage.
[[nodiscard]] Result<Done> storeDayRatios(Store& store, qint64 day, const CohortSums& sums,
                                          std::optional<quint32> closeCents,
                                          const std::optional<SpendSums>& spent,
                                          const CohortDefinition& definition);

/// Both together, or nothing. Error: Storage.
[[nodiscard]] Result<Done> storeWholeDay(Store& store, qint64 day, const CohortSums& sums,
                                         std::optional<quint32> closeCents,
                                         const std::optional<SpendSums>& spent,
                                         const CohortDefinition& definition);

/// What was stored of a cohort for the last day that ended by then.
struct StoredCohort {
    UtcTime at;                      ///< the day's end
    std::optional<Amount> costBasis; ///< USD
    std::optional<Amount> supply;    ///< BTC
};
[[nodiscard]] Result<std::optional<StoredCohort>>
storedCohortBy(Store& store, std::size_t cohort, UtcTime time, const CohortDefinition& definition);

} // namespace holdline
