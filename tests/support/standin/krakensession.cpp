// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/krakensession.h"

#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/jsonquestion.h"
#include "tests/support/standin/jsontext.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

QByteArray statusText(bool isHalted)
{
    const QByteArray data = JsonText()
                                .text("version", "2.0.10")
                                .text("system", isHalted ? "maintenance" : "online")
                                .text("api_version", "v2")
                                .number("connection_id", 123939061)
                                .object();
    return JsonText()
        .text("channel", "status")
        .text("type", "update")
        .raw("data", jsonArray({data}))
        .object();
}

QByteArray pushed(const QByteArray& channel, const char* type, const QByteArrayList& data)
{
    return JsonText().text("channel", channel).text("type", type).raw("data", jsonArray(data)).object();
}

QByteArray candleText(const SimulatedInstrument& of, const SimulatedCandle& candle, int minutes)
{
    const double average = candle.trades > 0 ? candle.quoteVolume.toDouble() / candle.volume.toDouble() : 0;
    return JsonText()
        .text("symbol", of.symbol)
        .raw("open", plainText(candle.open))
        .raw("high", plainText(candle.high))
        .raw("low", plainText(candle.low))
        .raw("close", plainText(candle.close))
        .number("trades", candle.trades)
        .raw("volume", fixedText(candle.volume.units, 8))
        .raw("vwap", QByteArray::number(average, 'f', of.priceDecimals))
        .text("interval_begin", isoText(candle.openTime, 9))
        .number("interval", minutes)
        .text("timestamp", isoText(candle.openTime + 1min * minutes, 6))
        .object();
}

QByteArray tradeRow(const SimulatedInstrument& of, const SimulatedTrade& trade)
{
    return JsonText()
        .text("symbol", of.symbol)
        .text("side", trade.isTakerBuy ? "buy" : "sell")
        .raw("price", plainText(trade.price))
        .raw("qty", fixedText(trade.quantity.units, 8))
        .text("ord_type", "market")
        .number("trade_id", trade.id)
        .text("timestamp", isoText(trade.time, 6))
        .object();
}

} // namespace

bool KrakenSession::isPing(const QByteArray& text) const
{
    return JsonQuestion(text).text("method") == "ping";
}

void KrakenSession::greet(const VenueState& state, Messages& out)
{
    m_isHalted = state.faults.active(u"halt") != nullptr;
    out.push_back({state.now, statusText(m_isHalted)});
}

void KrakenSession::read(const QByteArray& text, const VenueState& state, Messages& out)
{
    const JsonQuestion question(text);
    const QByteArray method = question.text("method");
    const QByteArray id = question.has("req_id") ? question.raw("req_id") : QByteArray();
    const QByteArray now = isoText(state.now, 6);
    if (method == "ping") {
        JsonText pong;
        pong.text("method", "pong");
        if (!id.isEmpty())
            pong.raw("req_id", id);
        out.push_back({state.now, pong.text("time_in", now).text("time_out", now).object()});
        return;
    }
    const JsonQuestion params = question.object("params");
    for (const QByteArray& symbol : params.texts("symbol")) {
        const Subscription asked{params.text("channel"), symbol, params.number("interval", 1)};
        if (method == "subscribe")
            subscribe(asked, !params.has("snapshot") || params.raw("snapshot") == "true", id, state, out);
        else
            m_subscriptions.erase(asked.stream());
    }
}

void KrakenSession::subscribe(const Subscription& asked, bool hasSnapshot, const QByteArray& id,
                              const VenueState& state, Messages& out)
{
    const bool isChannel = asked.channel == "ohlc" || asked.channel == "trade" || asked.channel == "ticker";
    const bool isGood = isChannel && state.market.find(asked.symbol) >= 0;
    const QByteArray now = isoText(state.now, 6);
    JsonText text;
    if (!isGood)
        text.text("error",
                  isChannel ? "Currency pair not supported " + asked.symbol : "Channel not supported");
    text.text("method", "subscribe");
    if (isGood) {
        JsonText result;
        result.text("channel", asked.channel).text("symbol", asked.symbol).flag("snapshot", hasSnapshot);
        if (asked.channel == "ohlc")
            result.number("interval", asked.minutes);
        text.raw("result", result.object());
    }
    text.flag("success", isGood).text("time_in", now).text("time_out", now);
    if (!id.isEmpty())
        text.raw("req_id", id);
    out.push_back({state.now, text.object()});
    if (!isGood)
        return;
    m_subscriptions[asked.stream()] = asked;
    if (hasSnapshot)
        snapshot(asked, state, out);
}

void KrakenSession::snapshot(const Subscription& which, const VenueState& state, Messages& out) const
{
    const int instrument = state.market.find(which.symbol);
    const SimulatedInstrument& of = state.market.at(instrument);
    QByteArrayList rows;
    if (which.channel == "ohlc") {
        for (const SimulatedCandle& candle :
             candlesFor({instrument, {{1min * which.minutes}}, {}, {}, 50}, state)) {
            if (candle.trades > 0)
                rows.append(candleText(of, candle, which.minutes));
        }
    } else if (which.channel == "trade") {
        auto trades = state.market.trades(instrument, {state.now - 5min, state.now});
        trades.erase(trades.begin(),
                     trades.end() - std::min<qsizetype>(50, static_cast<qsizetype>(trades.size())));
        for (const SimulatedTrade& trade : trades)
            rows.append(tradeRow(of, trade));
    }
    if (!rows.isEmpty())
        out.push_back({state.now, pushed(which.channel, "snapshot", rows), which.stream()});
}

void KrakenSession::tellStatus(const VenueState& state, Messages& out)
{
    const bool isHalted = state.faults.active(u"halt") != nullptr;
    if (isHalted != m_isHalted)
        out.push_back({state.now, statusText(isHalted)});
    m_isHalted = isHalted;
}

void KrakenSession::tell(TimeRange span, const VenueState& state, Messages& out)
{
    tellStatus(state, out);
    for (const auto& [stream, which] : m_subscriptions) {
        if (which.channel == "ohlc")
            tellCandles(which, span, state, out);
        else if (which.channel == "trade")
            tellTrades(which, span, state, out);
        else
            tellTicker(which, span, state, out);
    }
    if (!out.empty())
        return;
    eachStep(span, 1s, [&](UtcTime at) { out.push_back({at, "{\"channel\":\"heartbeat\"}"}); });
}

void KrakenSession::tellCandles(const Subscription& which, TimeRange span, const VenueState& state,
                                Messages& out) const
{
    const int instrument = state.market.find(which.symbol);
    // Only trades make it speak; that a candle is over is never said.
    const CandleStream stream{instrument, {{1min * which.minutes}}, 500ms, true, true};
    for (const StreamedCandle& said : streamedCandles(stream, span, state)) {
        if (state.market.trades(instrument, {said.at - stream.cadence, said.at}).empty())
            continue;
        out.push_back(
            {said.at,
             pushed("ohlc", "update", {candleText(state.market.at(instrument), said.candle, which.minutes)}),
             which.stream(), said.isFinal});
    }
}

void KrakenSession::tellTrades(const Subscription& which, TimeRange span, const VenueState& state,
                               Messages& out) const
{
    const int instrument = state.market.find(which.symbol);
    for (const SimulatedTrade& trade : state.market.trades(instrument, span))
        out.push_back({trade.time, pushed("trade", "update", {tradeRow(state.market.at(instrument), trade)}),
                       which.stream()});
}

void KrakenSession::tellTicker(const Subscription& which, TimeRange span, const VenueState& state,
                               Messages& out) const
{
    const int instrument = state.market.find(which.symbol);
    if (state.market.trades(instrument, span).empty())
        return;
    const SimulatedCandle day = state.market.day(instrument, span.to).sum;
    const double change = day.close.toDouble() - day.open.toDouble();
    const QByteArray row =
        JsonText()
            .text("symbol", which.symbol)
            .raw("bid", plainText(day.close))
            .raw("ask", plainText(day.close))
            .raw("last", plainText(day.close))
            .raw("volume", fixedText(day.volume.units, 8))
            .raw("low", plainText(day.low))
            .raw("high", plainText(day.high))
            .raw("change", QByteArray::number(change, 'f', 4))
            .raw("change_pct", QByteArray::number(100 * change / day.open.toDouble(), 'f', 2))
            .object();
    out.push_back({span.to, pushed("ticker", "update", {row}), which.stream()});
}

QByteArray KrakenSession::tradeText(QByteArrayView price, QByteArrayView quantity, UtcTime now) const
{
    const QByteArray row =
        JsonText()
            .text("symbol", "BTC/USD")
            .raw("open", price)
            .raw("high", price)
            .raw("low", price)
            .raw("close", price)
            .number("trades", 1)
            .raw("volume", quantity)
            .raw("vwap", price)
            .text("interval_begin", isoText(std::chrono::floor<std::chrono::minutes>(now), 9))
            .number("interval", 1)
            .object();
    return pushed("ohlc", "update", {row});
}

} // namespace holdline::testing
