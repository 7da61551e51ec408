// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/binancetexts.h"

namespace holdline::testing {

using namespace std::chrono_literals;

QByteArray BinanceForms::price(const SimulatedInstrument& of, Price price) const
{
    return fixedText(price.units, isFutures ? of.priceDecimals : 8);
}

QByteArray BinanceForms::base(const SimulatedInstrument& of, Amount amount) const
{
    return fixedText(amount.units, isFutures ? of.quantityDecimals : 8);
}

QByteArray BinanceForms::money(Amount amount) const
{
    return fixedText(amount.units, 8);
}

const std::vector<std::pair<QByteArray, Interval>>& binanceIntervals()
{
    static const std::vector<std::pair<QByteArray, Interval>> intervals{
        {"1m", {1min}}, {"3m", {3min}}, {"5m", {5min}}, {"15m", {15min}}, {"30m", {30min}},
        {"1h", {1h}},   {"2h", {2h}},   {"4h", {4h}},   {"6h", {6h}},     {"8h", {8h}},
        {"12h", {12h}}, {"1d", {24h}},  {"3d", {72h}},  {"1w", {168h}}};
    return intervals;
}

std::optional<Interval> binanceInterval(const QByteArray& name)
{
    for (const auto& [known, interval] : binanceIntervals()) {
        if (known == name)
            return interval;
    }
    return std::nullopt;
}

QByteArray klineRow(const BinanceForms& forms, const SimulatedInstrument& of, const SimulatedCandle& candle,
                    Interval interval)
{
    const qint64 close = forms.stamp(candle.openTime + interval.length) - 1;
    return jsonArray({QByteArray::number(forms.stamp(candle.openTime)), quoted(forms.price(of, candle.open)),
                      quoted(forms.price(of, candle.high)), quoted(forms.price(of, candle.low)),
                      quoted(forms.price(of, candle.close)), quoted(forms.base(of, candle.volume)),
                      QByteArray::number(close), quoted(forms.money(candle.quoteVolume)),
                      QByteArray::number(candle.trades), quoted(forms.base(of, candle.takerBuyVolume)),
                      quoted(forms.money(candle.takerBuyQuote)), "\"0\""});
}

QByteArray klineEvent(const BinanceForms& forms, const SimulatedInstrument& of, const StreamedCandle& said,
                      const QByteArray& interval)
{
    const SimulatedCandle& candle = said.candle;
    const Span length = binanceInterval(interval)->length;
    const QByteArray inner = JsonText()
                                 .number("t", forms.stamp(candle.openTime))
                                 .number("T", forms.stamp(candle.openTime + length) - 1)
                                 .text("s", of.symbol)
                                 .text("i", interval)
                                 .number("f", candle.firstId)
                                 .number("L", candle.lastId)
                                 .text("o", forms.price(of, candle.open))
                                 .text("c", forms.price(of, candle.close))
                                 .text("h", forms.price(of, candle.high))
                                 .text("l", forms.price(of, candle.low))
                                 .text("v", forms.base(of, candle.volume))
                                 .number("n", candle.trades)
                                 .flag("x", said.isFinal)
                                 .text("q", forms.money(candle.quoteVolume))
                                 .text("V", forms.base(of, candle.takerBuyVolume))
                                 .text("Q", forms.money(candle.takerBuyQuote))
                                 .text("B", "0")
                                 .object();
    return JsonText()
        .text("e", "kline")
        .number("E", forms.stamp(said.at))
        .text("s", of.symbol)
        .raw("k", inner)
        .object();
}

QByteArray aggTrade(const BinanceForms& forms, const SimulatedInstrument& of, const SimulatedTrade& trade,
                    std::optional<UtcTime> event)
{
    const bool isInvalid = trade.price.units == 0;
    JsonText text;
    if (event)
        text.text("e", "aggTrade").number("E", forms.stamp(*event)).text("s", of.symbol);
    text.number("a", trade.id)
        .text("p", isInvalid ? "0" : forms.price(of, trade.price))
        .text("q", isInvalid ? "0" : forms.base(of, {trade.quantity.units}));
    if (forms.isFutures)
        text.text("nq", isInvalid ? "0" : forms.base(of, {trade.quantity.units}));
    text.number("f", isInvalid ? -1 : trade.id)
        .number("l", isInvalid ? -1 : trade.id)
        .number("T", forms.stamp(trade.time))
        .flag("m", !trade.isTakerBuy);
    if (!forms.isFutures)
        text.flag("M", true);
    else if (event)
        text.number("st", 1);
    return text.object();
}

QByteArray dayTicker(const BinanceForms& forms, const SimulatedInstrument& of, const SimulatedDay& day,
                     UtcTime now, bool isMini)
{
    const SimulatedCandle& sum = day.sum;
    JsonText text;
    text.text("symbol", of.symbol);
    if (!isMini) {
        const double change = sum.close.toDouble() - sum.open.toDouble();
        text.text("priceChange", forms.price(of, {sum.close.units - sum.open.units}))
            .text("priceChangePercent", QByteArray::number(100 * change / sum.open.toDouble(), 'f', 3))
            .text("weightedAvgPrice", QByteArray::number(sum.quoteVolume.toDouble() / sum.volume.toDouble(),
                                                         'f', of.priceDecimals));
        if (!forms.isFutures)
            text.text("prevClosePrice", forms.price(of, day.previousClose))
                .text("bidPrice", forms.price(of, sum.close))
                .text("bidQty", "1.00000000")
                .text("askPrice", forms.price(of, sum.close))
                .text("askQty", "1.00000000");
        text.text("lastQty", forms.base(of, {decimalUnits}));
    }
    return text.text("openPrice", forms.price(of, sum.open))
        .text("highPrice", forms.price(of, sum.high))
        .text("lowPrice", forms.price(of, sum.low))
        .text("lastPrice", forms.price(of, sum.close))
        .text("volume", forms.base(of, sum.volume))
        .text("quoteVolume", forms.money(sum.quoteVolume))
        .number("openTime", forms.stamp(sum.openTime))
        .number("closeTime", forms.stamp(now))
        .number("firstId", sum.firstId)
        .number("lastId", sum.lastId)
        .number("count", sum.trades)
        .object();
}

QByteArray forceOrder(const SimulatedInstrument& of, const Liquidation& liquidation, UtcTime event,
                      const char* symbol, int marginKind)
{
    const QByteArray name = symbol ? QByteArray(symbol) : of.symbol;
    const bool isLong = liquidation.side == PositionSide::Long;
    // The order's limit lies beyond the price at which it was filled.
    const qint64 limit = liquidation.price.units / 1000 * (isLong ? 996 : 1004);
    const QByteArray quantity = fixedText(liquidation.quantity.units, of.quantityDecimals);
    const QByteArray order = JsonText()
                                 .text("s", name)
                                 .text("S", isLong ? "SELL" : "BUY")
                                 .text("o", "LIMIT")
                                 .text("f", "IOC")
                                 .text("q", quantity)
                                 .text("p", fixedText(limit, of.priceDecimals))
                                 .text("ap", fixedText(liquidation.price.units, of.priceDecimals))
                                 .text("X", "FILLED")
                                 .text("l", fixedText(liquidation.quantity.units / 2, of.quantityDecimals))
                                 .text("z", quantity)
                                 .number("T", toMsecs(liquidation.time))
                                 .object();
    return JsonText()
        .text("e", "forceOrder")
        .number("E", toMsecs(event))
        .raw("o", order)
        .text("ps", name)
        .number("st", marginKind)
        .object();
}

HttpReply binanceError(int status, int code, const QByteArray& text)
{
    return {status, JsonText().number("code", code).text("msg", text).object()};
}

UtcTime nextFunding(UtcTime now)
{
    return Interval{8h}.bucketStart(now) + 8h;
}

Price markPrice(const SimulatedMarket& market, int instrument, UtcTime now)
{
    const qint64 last = market.lastPrice(instrument, now).units;
    return {last + last / 20'000};
}

} // namespace holdline::testing
