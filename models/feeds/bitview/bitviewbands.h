// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/serieskey.h"

#include <QString>

#include <vector>

namespace holdline {

/// A series of the server that a band is made of.
struct BitviewPart {
    QString name;         ///< `utxos_1m_to_2m_old_realized_cap`
    bool isMoney = false; ///< dollars: a realized cap, or a price; else BTC
};

/// Holders of one age: the sum of the server's finer ages, by realized cap and supply.
struct BitviewBand {
    SeriesKey costBasis;
    SeriesKey supply;
    std::vector<std::size_t> money;    ///< into the parts: realized caps, or the price alone
    std::vector<std::size_t> supplies; ///< into the parts
    bool isPrice = false;              ///< the server tells the price itself
};

struct BitviewPlan {
    std::vector<BitviewPart> parts;
    std::vector<std::size_t> bandOf; ///< by part
    std::vector<BitviewBand> bands;
};

/// All bands, the youngest first; then `sth`, `lth`, `all`.
[[nodiscard]] const BitviewPlan& bitviewPlan();

} // namespace holdline
