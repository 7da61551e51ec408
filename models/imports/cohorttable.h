// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importdialect.h"

namespace holdline {

/// Cost bases by age of coins: a column a band, or rows of `date,band,cost_basis[,supply_btc]`. A UTC day
/// each.
[[nodiscard]] ImportDialect cohortTableDialect();

/// Supply and realized cap of the unspent outputs by age, a column each (`utxo_value_1d_1w` in satoshi,
/// `utxo_realcap_1d_1w` in USD): supply and cost basis of the ages that are bands, and of all coins.
[[nodiscard]] ImportDialect utxoAgesDialect();

/// `1D_1W` → `1d-1w`; empty when it is no band.
[[nodiscard]] QString bandNamed(QByteArrayView text);

} // namespace holdline
