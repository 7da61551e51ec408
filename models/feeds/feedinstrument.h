// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace holdline {

/// An instrument as its provider calls it.
struct FeedInstrument {
    QString id;        ///< `binance-futures:BTCUSDT`
    QByteArray symbol; ///< as the venue writes it: `BTCUSDT`, `BTC-USDT-SWAP`, `BTC/USD`
    QByteArray asset;  ///< upper case: `BTC`, `ETH`, `XRP`, `ADA`, `SOL`
    QString quote;     ///< `USDT`, `USD`

    bool operator==(const FeedInstrument&) const = default;
};

/// The five assets of design, bitcoin first.
[[nodiscard]] const std::vector<QByteArray>& followedAssets();

} // namespace holdline
