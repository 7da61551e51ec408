// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace holdline {

/// What an instrument's id says, for people.
struct InstrumentName {
    QString title; ///< `BTC-USDT`
    QString venue; ///< `Binance spot`
    QString base;  ///< `BTC`
};

/// Of `binance:BTCUSDT`, `okx:BTC-USDT-SWAP`, `kraken:BTC/USD`; an id of another shape is its own title.
[[nodiscard]] InstrumentName instrumentName(const QString& id);

} // namespace holdline
