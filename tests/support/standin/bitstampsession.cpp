// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/bitstampsession.h"

#include "tests/support/standin/jsonquestion.h"
#include "tests/support/standin/jsontext.h"

namespace holdline::testing {

namespace {

int instrumentOf(const QByteArray& channel, const VenueState& state)
{
    const QByteArray prefix = "live_trades_";
    return channel.startsWith(prefix) ? state.market.find(channel.mid(prefix.size()).toUpper()) : -1;
}

QByteArray tradeEvent(const QByteArray& channel, const SimulatedTrade& trade)
{
    const QByteArray data = JsonText()
                                .number("id", trade.id)
                                .text("timestamp", QByteArray::number(toMsecs(trade.time) / 1000))
                                .raw("amount", QByteArray::number(trade.quantity.toDouble(), 'g', 12))
                                .text("amount_str", fixedText(trade.quantity.units, 8))
                                .raw("price", QByteArray::number(trade.price.toDouble(), 'g', 12))
                                .text("price_str", plainText(trade.price))
                                .number("type", trade.isTakerBuy ? 0 : 1)
                                .text("microtimestamp", QByteArray::number(toMsecs(trade.time)) + "000")
                                .number("buy_order_id", trade.id * 2)
                                .number("sell_order_id", trade.id * 2 + 1)
                                .object();
    return JsonText().text("event", "trade").text("channel", channel).raw("data", data).object();
}

} // namespace

bool BitstampSession::isPing(const QByteArray& text) const
{
    return JsonQuestion(text).text("event") == "bts:heartbeat";
}

void BitstampSession::read(const QByteArray& text, const VenueState& state, Messages& out)
{
    const JsonQuestion question(text);
    const QByteArray event = question.text("event");
    const QByteArray channel = question.object("data").text("channel");
    const auto say = [&](const QByteArray& name, const QByteArray& of, const QByteArray& data) {
        out.push_back(
            {state.now, JsonText().text("event", name).text("channel", of).raw("data", data).object()});
    };
    if (event == "bts:heartbeat")
        return say(event, {}, "{\"status\":\"success\"}");
    if (event == "bts:unsubscribe") {
        m_channels.erase(channel);
        return say("bts:unsubscription_succeeded", channel, "{}");
    }
    if (event != "bts:subscribe" || channel.isEmpty())
        return say("bts:error", {}, "{\"code\":null,\"message\":\"Bad subscription string.\"}");
    m_channels.insert(channel);
    say("bts:subscription_succeeded", channel, "{}");
}

void BitstampSession::tell(TimeRange span, const VenueState& state, Messages& out)
{
    for (const QByteArray& channel : m_channels) {
        const int instrument = instrumentOf(channel, state);
        if (instrument < 0)
            continue;
        for (const SimulatedTrade& trade : state.market.trades(instrument, span))
            out.push_back({trade.time, tradeEvent(channel, trade), channel});
    }
}

QByteArray BitstampSession::goodbye(UtcTime) const
{
    return JsonText().text("event", "bts:request_reconnect").text("channel", "").text("data", "").object();
}

QByteArray BitstampSession::tradeText(QByteArrayView price, QByteArrayView quantity, UtcTime now) const
{
    const QByteArray data = JsonText()
                                .number("id", 1)
                                .text("timestamp", QByteArray::number(toMsecs(now) / 1000))
                                .text("amount_str", quantity)
                                .text("price_str", price)
                                .number("type", 0)
                                .text("microtimestamp", QByteArray::number(toMsecs(now)) + "000")
                                .object();
    return JsonText().text("event", "trade").text("channel", "live_trades_btcusd").raw("data", data).object();
}

} // namespace holdline::testing
