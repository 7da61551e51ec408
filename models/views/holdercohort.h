// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/cohortbasis.h"

namespace holdline {

/// A band of holders as one source tells it under one definition, against the price of the moment.
struct HolderCohort {
    CohortBasis basis;
    /// Of the sources of one band one is chosen: the one whose cost basis reaches farthest, of equals the one
    /// stored first (chooseSeries). Others are shown on request; two are never joined.
    bool isChosen = true;
    std::optional<double> unrealizedUsd = {}; ///< supply x (price - cost basis)
    /// Of the cost basis, in per cent, against the value that ended seven days earlier, or up to two days
    /// before that; absent when there is none.
    std::optional<double> weekChangePct = {};

    /// Whether its coins are worth less than they cost; absent when that is not known.
    [[nodiscard]] std::optional<bool> isUnderWater() const;
    bool operator==(const HolderCohort&) const = default;
};

/// Fills what follows from the price; a cost basis of 0 or less gives nothing.
[[nodiscard]] HolderCohort standingAt(HolderCohort cohort, std::optional<double> price);

/// Whether a definition says that coins are counted as they lie in the chain, so that a transfer between two
/// addresses of one owner looks like a sale.
[[nodiscard]] bool isRawUtxo(const QString& definition);

} // namespace holdline
