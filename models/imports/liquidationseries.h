// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/imports/importoptions.h"

#include <QString>

namespace holdline {

/// `ETHUSDT` → `eth`, `XBTUSD` → `btc`, `BTC-USDT-SWAP` → `btc`; the symbol in lower case when its quote is
/// unknown.
[[nodiscard]] QString assetOfSymbol(const QString& symbol);

/// `liquidations/<venue>` for bitcoin, else `liquidations/<venue>/<asset>`.
[[nodiscard]] QString liquidationSeries(const QString& venue, const QString& asset);

/// `liquidations/coinglass`: what its provider has added up over venues that may be stored themselves.
[[nodiscard]] QString sumOfVenuesSeries();

/// The venue that the person named by `--as`, `--instrument` or `--source`; else `fallback`.
[[nodiscard]] QString venueOf(const ImportOptions& options, const QString& fallback);

} // namespace holdline
