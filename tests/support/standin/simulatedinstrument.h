// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/utctime.h"
#include "models/market/amount.h"
#include "models/market/liquidation.h"

#include <QByteArray>

#include <vector>

namespace holdline::testing {

/// Something that a stand-in venue trades.
struct SimulatedInstrument {
    QByteArray key;    ///< `binance:BTCUSDT`
    QByteArray symbol; ///< as the venue writes it
    QByteArray asset;  ///< `BTC`
    QByteArray quote;  ///< `USDT`
    bool isContract = false;
    double price = 0;            ///< around which it moves
    int priceDecimals = 0;       ///< at most 4, so that price times quantity is exact to 1e-8
    int quantityDecimals = 0;    ///< at most 4
    int tradesPerKilosecond = 0; ///< at least 300
    int quietEvery = 0;          ///< one minute in so many has no trade; 0: none
    int liquidationsPerHour = 0;
    qint64 contractUnits = decimalUnits; ///< of the base asset in one contract
};

struct SimulatedTrade {
    UtcTime time;
    qint64 id = 0; ///< one more than that of the trade before
    Price price;
    Quantity quantity;
    bool isTakerBuy = false;
};

/// The exact sum of trades; without any it is flat at the price before.
struct SimulatedCandle {
    UtcTime openTime;
    Price open;
    Price high;
    Price low;
    Price close;
    Amount volume;
    Amount quoteVolume;
    Amount takerBuyVolume;
    Amount takerBuyQuote;
    qint64 trades = 0;
    qint64 firstId = -1;
    qint64 lastId = -1;

    bool operator==(const SimulatedCandle&) const = default;
    void add(const SimulatedTrade& trade);
    /// The candle that follows without a gap or after one.
    void add(const SimulatedCandle& later);
};

/// The five assets at a venue: symbols are made of asset and quote by `symbolOf`.
struct InstrumentPlan {
    QByteArray venue; ///< `okx`
    QByteArray quote;
    QByteArray divider; ///< between asset and quote in the symbol
    QByteArray suffix = {};
    bool isContract = false;
    int tradesPerKilosecond = 1000; ///< of bitcoin; the others have fewer
    int quietEvery = 0;             ///< of all but bitcoin
};
[[nodiscard]] std::vector<SimulatedInstrument> planInstruments(const InstrumentPlan& plan);

} // namespace holdline::testing
