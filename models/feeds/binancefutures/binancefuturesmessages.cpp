// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binancefutures/binancefuturesmessages.h"

#include "models/feeds/binancecandle.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace ondemand = simdjson::ondemand;

namespace {

using Instruments = std::vector<FeedInstrument>;

constexpr std::size_t longestAsset = 32;

void reject(FeedRecords& records, const QString& reason)
{
    records.rejects.push_back(reason);
}

bool isAssetPart(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

/// What was filled at which price; absent when one of them is none.
struct Fill {
    std::optional<Price> price;
    std::optional<Quantity> quantity;
    Amount usd;
};

/// Without an average price the order's own price and quantity stand for it.
Fill fillOf(const BinanceFields& order)
{
    const JsonToken averagePrice = order.averagePrice();
    const auto average = averagePrice.price();
    const bool hasAverage = average || (!averagePrice.isLeftOut() && averagePrice.amount() != Amount{});
    Fill fill{.price = hasAverage ? average : order['p'].price(),
              .quantity = order[order['z'].isLeftOut() ? 'q' : 'z'].quantity(),
              .usd = {}};
    const auto counted = hasAverage ? fill.quantity : order['q'].quantity();
    if (fill.price && counted)
        fill.usd = *fill.price * *counted;
    return fill;
}

void readOrder(const BinanceFields& order, FeedRecords& records)
{
    const auto side = order['S'].text();
    if (side != "SELL" && side != "BUY")
        return reject(records, QStringLiteral("a liquidation has no side"));
    if (order['X'].text() != "FILLED")
        return reject(records, QStringLiteral("a liquidation is not filled"));
    std::string asset = assetOfContract(order['s'].text());
    if (asset.empty())
        return reject(records, QStringLiteral("a liquidation is of a contract without a known quote"));
    const auto time = binanceTime(order['T']);
    if (!time)
        return reject(records, QStringLiteral("a liquidation has no readable time"));
    const Fill fill = fillOf(order);
    if (!fill.price)
        return reject(records, QStringLiteral("a liquidation has a price that is none"));
    if (!fill.quantity || fill.quantity->units == 0)
        return reject(records, QStringLiteral("a liquidation has a quantity that is none"));
    if (fill.usd.units <= 0)
        return reject(records, QStringLiteral("a liquidation is worth nothing"));
    records.liquidations.push_back({std::move(asset),
                                    {.time = *time,
                                     .side = side == "SELL" ? PositionSide::Long : PositionSide::Short,
                                     .price = *fill.price,
                                     .quantity = *fill.quantity,
                                     .usd = fill.usd}});
}

void readMarkPrice(const BinanceFields& fields, const Instruments& instruments, FeedRecords& records)
{
    if (fields['s'].text().empty())
        return reject(records, QStringLiteral("a mark price has no symbol"));
    const int instrument = indexOfSymbol(instruments, fields['s'].text());
    if (instrument < 0)
        return;
    const auto time = binanceTime(fields['E']);
    const auto price = fields['p'].price();
    if (!time || !price)
        return reject(records, QStringLiteral("a mark price has no readable time or price"));
    records.gauges.push_back({Gauge::MarkPrice, instrument, *time, {price->units}});
}

struct ValueTokens {
    JsonToken symbol, time, value;
};

void addGauge(Gauge gauge, int instrument, const FeedInstrument& asked, const ValueTokens& tokens,
              FeedRecords& records)
{
    const auto time = binanceTime(tokens.time);
    const auto value = gauge == Gauge::FundingRate ? tokens.value.amount() : tokens.value.volume();
    if (tokens.symbol.text() != std::string_view(asked.symbol.constData()))
        return reject(records, QStringLiteral("a value is of another symbol than was asked for"));
    if (!time || !value)
        return reject(records, QStringLiteral("a value has no readable time or number"));
    records.gauges.push_back({gauge, instrument, *time, *value});
}

} // namespace

bool isCoinMargined(std::string_view symbol)
{
    const auto pair = symbol.substr(0, symbol.find('_'));
    return pair.size() < symbol.size() && pair.ends_with("USD") && !pair.ends_with("BUSD") &&
           !pair.ends_with("FDUSD");
}

std::string assetOfContract(std::string_view symbol)
{
    static constexpr std::array<std::string_view, 5> quotes{"USDT", "USDC", "BUSD", "FDUSD", "USD1"};
    const auto pair = symbol.substr(0, symbol.find('_'));
    const auto quote = std::ranges::find_if(quotes, [pair](auto known) { return pair.ends_with(known); });
    if (quote == quotes.end() || pair.size() > longestAsset + quote->size())
        return {};
    std::string asset(pair.substr(0, pair.size() - quote->size()));
    if (!std::ranges::all_of(asset, isAssetPart))
        return {};
    for (char& letter : asset)
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
    return asset;
}

void readBinanceFuturesEvent(const BinanceEvent& event, const Instruments& instruments, FeedRecords& records)
{
    const auto name = event.name();
    const auto symbol = name == "forceOrder" ? event.inner['s'].text() : event.fields['s'].text();
    if (event.fields.universe().integer() == 2 || isCoinMargined(symbol))
        return;
    if (name == "forceOrder")
        readOrder(event.inner, records);
    else if (name == "markPriceUpdate")
        readMarkPrice(event.fields, instruments, records);
    else if (name == "kline")
        readKlineEvent(event, instruments, records);
}

Reading readOpenInterest(BinanceAnswers& answers, const RestRequest& request,
                         const FeedInstrument& instrument, QByteArrayView bytes, FeedRecords& records)
{
    ValueTokens tokens;
    const Reading reading =
        answers.readObject(bytes, records, [&](std::string_view key, ondemand::value& value) {
            if (key == "symbol")
                tokens.symbol = tokenOf(value);
            else if (key == "time")
                tokens.time = tokenOf(value);
            else if (key == "openInterest")
                tokens.value = tokenOf(value);
            else
                pass(value);
        });
    if (reading.kind == Reading::Kind::Data)
        addGauge(Gauge::OpenInterest, request.instrument, instrument, tokens, records);
    return reading;
}

Reading readFundingRates(BinanceAnswers& answers, const RestRequest& request,
                         const FeedInstrument& instrument, QByteArrayView bytes, FeedRecords& records)
{
    return answers.readArray(bytes, records, [&](ondemand::value& row) {
        if (row.type().value() != ondemand::json_type::object) {
            pass(row);
            return reject(records, QStringLiteral("a funding rate is no object"));
        }
        ValueTokens tokens;
        eachField(row.get_object(), [&tokens](std::string_view key, ondemand::value& value) {
            if (key == "symbol")
                tokens.symbol = tokenOf(value);
            else if (key == "fundingTime")
                tokens.time = tokenOf(value);
            else if (key == "fundingRate")
                tokens.value = tokenOf(value);
            else
                pass(value);
        });
        addGauge(Gauge::FundingRate, request.instrument, instrument, tokens, records);
    });
}

} // namespace holdline
