// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/spendsums.h"

namespace holdline {

/// A cohort at the end of a day, and what of it was spent in the day.
struct CohortDayFigures {
    CohortSum sum;
    LossSum loss; ///< at the day's close
    SpendSum spent;

    bool operator==(const CohortDayFigures&) const = default;
};

/// The rule behind figures: two rules are two series.
struct CohortDefinition {
    HolderThreshold threshold;
    PriceMode priceMode = PriceMode::FinestCandle;
    CohortSelection selection;

    bool operator==(const CohortDefinition&) const = default;
};

/// One row of history.
struct CohortDay {
    qint64 day = 0;         ///< days since 1970-01-01, [00:00, 24:00) UTC
    quint32 lastHeight = 0; ///< of the last block whose monotone time lies before the day's end
    quint32 closeCents = 0; ///< price of now for loss
    PerCohort<CohortDayFigures> cohorts;
    SpendSum adjusted;          ///< spent an hour old or more
    SpendSum adjustedShortTerm; ///< and short-term
    ExcludedSupply excluded;
    CohortDefinition definition;

    bool operator==(const CohortDay&) const = default;
};

/// The UTC day of a time in seconds.
[[nodiscard]] qint64 dayOf(qint64 seconds);

/// The row of a day from the state after its last block: `sums` holds the coins as they were then. Ages are
/// counted to the day's end.
[[nodiscard]] CohortDay cohortDay(qint64 day, quint32 lastHeight, quint32 closeCents, const CohortSums& sums,
                                  const SpendSums& spent, const CohortDefinition& definition);

/// Spends of blocks in the order of heights, added up by the UTC day of the block's monotone time.
struct SpendDay {
    qint64 day = 0;
    SpendSums sums;

    bool operator==(const SpendDay&) const = default;
};
[[nodiscard]] std::vector<SpendDay> spendDays(std::span<const BlockChange> blocks, const BlockTimes& times,
                                              const HeightPrices& prices, const HolderThreshold& threshold,
                                              std::span<const HeightRange> masks = {});

} // namespace holdline
