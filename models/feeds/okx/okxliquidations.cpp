// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxliquidations.h"

#include "models/feeds/feednames.h"
#include "models/feeds/okx/okxproduct.h"

#include <optional>

namespace holdline {

namespace {

std::optional<PositionSide> sideOf(const OkxLiquidationTokens& tokens)
{
    const std::string_view position = tokens.positionSide.text();
    const std::string_view order = tokens.side.text();
    if (position == "long" || position == "short")
        return position == "long" ? PositionSide::Long : PositionSide::Short;
    if (order == "sell" || order == "buy")
        return order == "sell" ? PositionSide::Long : PositionSide::Short;
    return std::nullopt;
}

/// `BTC-USDT-SWAP`: tether and other dollars count as dollars.
bool isPricedInDollars(std::string_view instrument)
{
    const auto dash = instrument.find('-');
    return dash != std::string_view::npos && instrument.substr(dash + 1, 3) == "USD";
}

/// Fills in quantity and dollars; false when they are nothing or do not fit.
bool measure(Amount contracts, const OkxContract& contract, Liquidation& liquidation)
{
    const auto worth = okxProduct(contracts, contract.value);
    if (!worth)
        return false;
    const auto quantity = contract.isInverse ? okxQuantity(*worth, liquidation.price) : okxQuantity(*worth);
    if (!quantity || quantity->units <= 0)
        return false;
    liquidation.quantity = *quantity;
    liquidation.usd = contract.isInverse ? *worth : liquidation.price * *quantity;
    return true;
}

/// Why the tokens are no liquidation, or an empty text.
QString readLiquidation(const OkxLiquidationTokens& tokens, const OkxContract& contract,
                        Liquidation& liquidation)
{
    const auto time = tokens.time.time(TimeUnit::Milliseconds);
    if (!time)
        return QStringLiteral("a liquidation has no readable time");
    const auto side = sideOf(tokens);
    if (!side)
        return QStringLiteral("a liquidation has no side");
    const auto price = tokens.price.price();
    if (!price)
        return QStringLiteral("a liquidation has a price that is none");
    liquidation.time = *time;
    liquidation.side = *side;
    liquidation.price = *price;
    const auto size = tokens.size.volume();
    if (!size || !measure(*size, contract, liquidation))
        return QStringLiteral("a liquidation has a quantity that is none");
    if (liquidation.usd.units <= 0)
        return QStringLiteral("a liquidation is worth nothing");
    return {};
}

/// Why the contract's dollars are not known, or an empty text.
QString readContract(std::string_view instrument, const OkxContracts& contracts, OkxContract& contract)
{
    if (!isPricedInDollars(instrument))
        return QStringLiteral("a liquidation is of a contract without a known quote");
    const auto found = contracts.find(instrument);
    if (found == contracts.end())
        return QStringLiteral("a liquidation is of a contract of unknown size");
    contract = found->second;
    return {};
}

} // namespace

void addOkxLiquidation(std::string_view instrument, const OkxLiquidationTokens& tokens,
                       const OkxContracts& contracts, FeedRecords& records)
{
    OkxContract contract;
    LiquidationRecord record;
    record.asset = assetNamed(instrument.substr(0, instrument.find('-')));
    QString fault = record.asset.empty()
                        ? QStringLiteral("a liquidation is of a contract without a known quote")
                        : readContract(instrument, contracts, contract);
    if (fault.isEmpty())
        fault = readLiquidation(tokens, contract, record.liquidation);
    if (!fault.isEmpty()) {
        records.rejects.push_back(fault);
        return;
    }
    records.liquidations.push_back(std::move(record));
}

} // namespace holdline
