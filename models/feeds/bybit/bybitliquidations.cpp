// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bybit/bybitliquidations.h"

#include "models/feeds/feednames.h"

#include <QByteArrayView>

#include <optional>
#include <string>

namespace holdline {

namespace {

/// What a contract's size counts.
struct Contract {
    std::string asset; ///< lower case; empty when the symbol is of no kind that is known
    bool isInverse = false;
};

bool isDeliveryMonth(QByteArrayView text)
{
    return text.size() == 3 && QByteArrayView("FGHJKMNQUVXZ").contains(text[0]) && text[1] >= '0' &&
           text[1] <= '9' && text[2] >= '0' && text[2] <= '9';
}

/// `BTCUSDT`, `BTCPERP` and `BTCUSDT-25DEC26` are linear, `BTCUSD` and `BTCUSDZ26` inverse.
Contract contractOf(std::string_view symbol)
{
    const std::string_view pair = symbol.substr(0, symbol.find('-'));
    const auto base = [&](qsizetype size) {
        return assetNamed(pair.substr(0, static_cast<std::size_t>(size)));
    };
    const QByteArrayView name(pair.data(), static_cast<qsizetype>(pair.size()));
    for (const QByteArrayView quote :
         {QByteArrayView("USDT"), QByteArrayView("USDC"), QByteArrayView("PERP")}) {
        if (name.endsWith(quote))
            return {base(name.size() - quote.size()), false};
    }
    const auto dollar = name.lastIndexOf("USD");
    if (dollar > 0 && (dollar + 3 == name.size() || isDeliveryMonth(name.sliced(dollar + 3))))
        return {base(dollar), true};
    return {};
}

std::optional<PositionSide> sideOf(const JsonToken& token)
{
    if (token.text() == "Buy")
        return PositionSide::Long;
    if (token.text() == "Sell")
        return PositionSide::Short;
    return std::nullopt;
}

/// Why the tokens are no liquidation, or an empty text.
QString readLiquidation(const BybitLiquidationTokens& tokens, Liquidation& liquidation)
{
    const auto time = tokens.time.time(TimeUnit::Milliseconds);
    if (!time)
        return QStringLiteral("a liquidation has no readable time");
    const auto side = sideOf(tokens.side);
    if (!side)
        return QStringLiteral("a liquidation has no side");
    const auto price = tokens.price.price();
    if (!price)
        return QStringLiteral("a liquidation has a price that is none");
    const auto quantity = tokens.quantity.quantity();
    if (!quantity || quantity->units == 0)
        return QStringLiteral("a liquidation has a quantity that is none");
    liquidation = {*time, *side, *price, *quantity, *price * *quantity};
    if (liquidation.usd.units <= 0)
        return QStringLiteral("a liquidation is worth nothing");
    return {};
}

} // namespace

void addBybitLiquidation(const BybitLiquidationTokens& tokens, std::string_view topicSymbol,
                         FeedRecords& records)
{
    const Contract contract = contractOf(tokens.symbol.isText() ? tokens.symbol.text() : topicSymbol);
    if (contract.isInverse)
        return;
    LiquidationRecord record;
    const QString fault = contract.asset.empty()
                              ? QStringLiteral("a liquidation is of a contract without a known quote")
                              : readLiquidation(tokens, record.liquidation);
    if (!fault.isEmpty()) {
        records.rejects.push_back(fault);
        return;
    }
    record.asset = contract.asset;
    records.liquidations.push_back(std::move(record));
}

} // namespace holdline
