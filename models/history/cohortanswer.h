// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/cohorts/chainstate.h"
#include "models/cohorts/cohortday.h"
#include "models/history/cohortprices.h"

#include <QStringList>

namespace holdline {

struct CohortRow {
    QString band;                            ///< `0-1d`
    std::optional<Amount> supply;            ///< BTC
    std::optional<double> costBasis;         ///< USD, to the cent; absent without coins
    std::optional<double> unrealizedPercent; ///< of what they cost; absent where that is nothing
    std::optional<double> lossShare;         ///< of their supply, 0..1
};

/// All cohorts at a time.
struct CohortAnswer {
    UtcTime at;                            ///< when the last candle closed; ages are counted to it
    double price = 0;                      ///< its close, USD
    std::optional<quint32> tipHeight = {}; ///< absent where it was answered from stored days
    QString tipHash = {};                  ///< as RPC writes it
    std::optional<Amount> excluded = {};   ///< BTC left out for want of a price or by a mask
    std::vector<CohortRow> rows = {};      ///< bands by age, `sth`, `lth`, `all`
    QStringList notes = {};                ///< how it was made, where that is not plain
};

/// The cohorts at the last close by a time. Where that lies before the state's tip, blocks are taken back as
/// far as the state remembers them; beyond, the day that was stored last by then answers, without shares in
/// loss. Errors: Unavailable when no candle closed by then, or when it was long before what is known;
/// Storage.
[[nodiscard]] Result<CohortAnswer> cohortsAt(Store& store, ChainState state, CohortPrices& prices,
                                             UtcTime time, const CohortDefinition& definition);

} // namespace holdline
