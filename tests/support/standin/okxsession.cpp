// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/okxsession.h"

#include "tests/support/standin/jsonquestion.h"
#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/okxvenue.h"

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

QByteArray errorText(const char* code, const QByteArray& message)
{
    return JsonText()
        .text("event", "error")
        .text("code", code)
        .text("msg", message)
        .text("connId", "a4d3ae55")
        .object();
}

QByteArray pushed(const QByteArray& arg, const QByteArrayList& data)
{
    return JsonText().raw("arg", arg).raw("data", jsonArray(data)).object();
}

} // namespace

bool OkxSession::isServed(const Channel& channel, const VenueState& state) const
{
    if (channel.name.startsWith("candle"))
        return m_isBusiness && okxGrid(channel.name.mid(6)) && state.market.find(channel.instrument) >= 0;
    if (m_isBusiness)
        return false;
    if (channel.name == "liquidation-orders")
        return channel.instrument == "SWAP" || channel.instrument == "FUTURES" ||
               channel.instrument == "MARGIN" || channel.instrument == "OPTION";
    const bool isGauge = channel.name == "mark-price" || channel.name == "open-interest";
    return isGauge && state.market.find(channel.instrument) >= 0;
}

void OkxSession::read(const QByteArray& text, const VenueState& state, Messages& out)
{
    const auto say = [&](const QByteArray& answer) { out.push_back({state.now, answer}); };
    if (text == "ping")
        return say("pong");
    const JsonQuestion question(text);
    const QByteArray op = question.text("op");
    if (op != "subscribe" && op != "unsubscribe")
        return say(errorText("60012", "Illegal request: " + QByteArray(text).replace('"', '\'')));
    for (const QJsonValue& value : question.array("args")) {
        const JsonQuestion arg(value.toObject());
        const Channel channel{arg.text("channel"), arg.text("instId") + arg.text("instType"), arg.json()};
        if (!isServed(channel, state)) {
            say(errorText("60018", "Wrong URL or channel:" + channel.name + ",instId:" + channel.instrument +
                                       " doesn't exist."));
            continue;
        }
        op == "subscribe" ? void(m_channels[channel.stream()] = channel)
                          : void(m_channels.erase(channel.stream()));
        say(JsonText().text("event", op).raw("arg", channel.arg).text("connId", "a4d3ae55").object());
        if (op == "subscribe" && channel.name == "liquidation-orders")
            tellOld(channel, state, out);
    }
}

void OkxSession::tellOld(const Channel& channel, const VenueState& state, Messages& out) const
{
    QByteArrayList data;
    for (int i = 0; i < static_cast<int>(state.market.instruments().size()); ++i) {
        const auto orders = state.market.liquidations(i, {state.now - 10min, state.now - 1min});
        if (!orders.empty() && channel.instrument == "SWAP")
            data.append(okxOrder(state.market.at(i), {orders.back()}));
    }
    if (!data.isEmpty())
        out.push_back({state.now, pushed(channel.arg, data), channel.stream()});
}

void OkxSession::tell(TimeRange span, const VenueState& state, Messages& out)
{
    for (const auto& [stream, channel] : m_channels) {
        if (channel.name.startsWith("candle"))
            tellCandles(channel, span, state, out);
        else if (channel.name == "liquidation-orders")
            tellLiquidations(channel, span, state, out);
        else
            tellGauges(channel, span, state, out);
    }
}

void OkxSession::tellCandles(const Channel& channel, TimeRange span, const VenueState& state,
                             Messages& out) const
{
    const int instrument = state.market.find(channel.instrument);
    const auto grid = okxGrid(channel.name.mid(6));
    for (const StreamedCandle& said : streamedCandles({instrument, *grid, 1s}, span, state)) {
        const QByteArray row = okxRow(state.market.at(instrument), said.candle, said.isFinal);
        out.push_back({said.at, pushed(channel.arg, {row}), channel.stream(), said.isFinal});
    }
}

void OkxSession::tellLiquidations(const Channel& channel, TimeRange span, const VenueState& state,
                                  Messages& out) const
{
    if (channel.instrument != "SWAP")
        return;
    const bool isMixed = state.faults.active(u"mixed-universe") != nullptr;
    for (int i = 0; i < static_cast<int>(state.market.instruments().size()); ++i) {
        const SimulatedInstrument& of = state.market.at(i);
        eachStep(span, 1s, [&](UtcTime end) {
            const auto orders = state.market.liquidations(i, {end - 1s, end});
            if (orders.empty())
                return;
            const Liquidation& latest = orders.back();
            if (isMixed && of.asset == "BTC") {
                SimulatedInstrument inverse = of; // contracts of 100 USD
                inverse.symbol = "BTC-USD-SWAP";
                inverse.quote = "USD";
                out.push_back({end, pushed(channel.arg, {okxOrder(inverse, {latest})}), channel.stream()});
            }
            out.push_back({end,
                           pushed(channel.arg, {okxOrder(of, {latest})}),
                           channel.stream(),
                           false,
                           of.key,
                           {latest}});
        });
    }
}

void OkxSession::tellGauges(const Channel& channel, TimeRange span, const VenueState& state,
                            Messages& out) const
{
    const int instrument = state.market.find(channel.instrument);
    const SimulatedInstrument& of = state.market.at(instrument);
    eachStep(span, channel.name == "mark-price" ? Span{1s} : Span{3s}, [&](UtcTime at) {
        JsonText text;
        text.text("instType", of.isContract ? "SWAP" : "SPOT").text("instId", of.symbol);
        const qint64 last = state.market.lastPrice(instrument, at).units;
        const qint64 contracts = state.market.openInterest(instrument, at).units / of.contractUnits;
        if (channel.name == "mark-price")
            text.text("markPx", plainText(Price{last + last / 20'000}));
        else
            text.text("oi", QByteArray::number(contracts))
                .text("oiCcy", plainText(Amount{Int128{contracts} * of.contractUnits}));
        text.text("ts", QByteArray::number(toMsecs(at)));
        out.push_back({at, pushed(channel.arg, {text.object()}), channel.stream()});
    });
}

QByteArray OkxSession::goodbye(UtcTime) const
{
    return JsonText()
        .text("event", "notice")
        .text("code", "64008")
        .text("msg", "The connection will soon be closed for a service upgrade. Please reconnect.")
        .text("connId", "a4d3ae55")
        .object();
}

QByteArray OkxSession::tradeText(QByteArrayView price, QByteArrayView quantity, UtcTime now) const
{
    const QByteArray order = JsonText()
                                 .text("bkPx", price)
                                 .text("posSide", "long")
                                 .text("side", "sell")
                                 .text("sz", quantity)
                                 .text("ts", QByteArray::number(toMsecs(now)))
                                 .object();
    return pushed("{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}",
                  {JsonText()
                       .raw("details", jsonArray({order}))
                       .text("instFamily", "BTC-USDT")
                       .text("instId", "BTC-USDT-SWAP")
                       .text("instType", "SWAP")
                       .object()});
}

} // namespace holdline::testing
