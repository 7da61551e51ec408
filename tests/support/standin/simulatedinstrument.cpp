// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/simulatedinstrument.h"

#include <algorithm>

namespace holdline::testing {

namespace {

struct AssetPlan {
    const char* asset;
    double price;
    int priceDecimals;
    int quantityDecimals;
    int share;              ///< of bitcoin's trades, per cent
    qint64 contractDecimal; ///< units of 1e-8 in one contract
};

constexpr AssetPlan assetPlans[]{
    {"BTC", 88'000, 1, 4, 100, 1'000'000},       // 0.01
    {"ETH", 3'000, 2, 3, 60, 10'000'000},        // 0.1
    {"XRP", 2.1, 4, 0, 40, 100 * decimalUnits},  // 100
    {"ADA", 0.62, 4, 0, 30, 100 * decimalUnits}, // 100
    {"SOL", 140, 2, 2, 40, decimalUnits},        // 1
};

SimulatedInstrument instrumentOf(const InstrumentPlan& plan, const AssetPlan& asset)
{
    SimulatedInstrument made;
    made.asset = asset.asset;
    made.quote = plan.quote;
    made.symbol = made.asset + plan.divider + plan.quote + plan.suffix;
    made.key = plan.venue + ':' + made.symbol;
    made.isContract = plan.isContract;
    made.price = asset.price;
    made.priceDecimals = asset.priceDecimals;
    made.quantityDecimals = asset.quantityDecimals;
    made.tradesPerKilosecond = std::max(300, plan.tradesPerKilosecond * asset.share / 100);
    made.quietEvery = made.asset == "BTC" ? 0 : plan.quietEvery;
    made.liquidationsPerHour = !plan.isContract ? 0 : made.asset == "BTC" ? 240 : 60;
    made.contractUnits = asset.contractDecimal;
    return made;
}

} // namespace

void SimulatedCandle::add(const SimulatedTrade& trade)
{
    if (trades == 0) {
        open = high = low = trade.price;
        firstId = trade.id;
    }
    high = std::max(high, trade.price);
    low = std::min(low, trade.price);
    close = trade.price;
    lastId = trade.id;
    ++trades;
    const Amount base{trade.quantity.units};
    // Exact: neither has more than four decimals.
    const Amount money{Int128{trade.price.units / 10'000} * (trade.quantity.units / 10'000)};
    volume += base;
    quoteVolume += money;
    if (trade.isTakerBuy) {
        takerBuyVolume += base;
        takerBuyQuote += money;
    }
}

void SimulatedCandle::add(const SimulatedCandle& later)
{
    high = std::max(high, later.high);
    low = std::min(low, later.low);
    close = later.close;
    volume += later.volume;
    quoteVolume += later.quoteVolume;
    takerBuyVolume += later.takerBuyVolume;
    takerBuyQuote += later.takerBuyQuote;
    trades += later.trades;
    firstId = firstId < 0 ? later.firstId : firstId;
    lastId = later.lastId < 0 ? lastId : later.lastId;
}

std::vector<SimulatedInstrument> planInstruments(const InstrumentPlan& plan)
{
    std::vector<SimulatedInstrument> made;
    for (const AssetPlan& asset : assetPlans)
        made.push_back(instrumentOf(plan, asset));
    return made;
}

} // namespace holdline::testing
