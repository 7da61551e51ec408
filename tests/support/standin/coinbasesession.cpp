// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/coinbasesession.h"

#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/jsonquestion.h"
#include "tests/support/standin/jsontext.h"

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

QByteArray matchText(const char* type, const SimulatedInstrument& of, const SimulatedTrade& trade)
{
    // The side is the maker's.
    return JsonText()
        .text("type", type)
        .number("trade_id", trade.id)
        .text("maker_order_id", "00000000-0000-0000-0000-000000000001")
        .text("taker_order_id", "00000000-0000-0000-0000-000000000002")
        .text("side", trade.isTakerBuy ? "sell" : "buy")
        .text("size", fixedText(trade.quantity.units, 8))
        .text("price", fixedText(trade.price.units, of.priceDecimals))
        .text("product_id", of.symbol)
        .number("sequence", trade.id * 3)
        .text("time", isoText(trade.time, 6))
        .object();
}

QByteArray tickerText(const SimulatedInstrument& of, const SimulatedTrade& trade, const SimulatedCandle& day)
{
    const QByteArray price = fixedText(trade.price.units, of.priceDecimals);
    return JsonText()
        .text("type", "ticker")
        .number("sequence", trade.id * 3)
        .text("product_id", of.symbol)
        .text("price", price)
        .text("open_24h", fixedText(day.open.units, of.priceDecimals))
        .text("volume_24h", fixedText(day.volume.units, 8))
        .text("low_24h", fixedText(day.low.units, of.priceDecimals))
        .text("high_24h", fixedText(day.high.units, of.priceDecimals))
        .text("volume_30d", fixedText(day.volume.units * 30, 8))
        .text("best_bid", price)
        .text("best_ask", price)
        .text("side", trade.isTakerBuy ? "buy" : "sell")
        .text("time", isoText(trade.time, 6))
        .number("trade_id", trade.id)
        .text("last_size", fixedText(trade.quantity.units, 8))
        .object();
}

} // namespace

QByteArray CoinbaseSession::listed() const
{
    std::map<QByteArray, QByteArrayList> products;
    for (const auto& [channel, product] : m_subscriptions)
        products[channel].append(quoted(product));
    QByteArrayList channels;
    for (const auto& [channel, names] : products)
        channels.append(JsonText().text("name", channel).raw("product_ids", jsonArray(names)).object());
    return JsonText().text("type", "subscriptions").raw("channels", jsonArray(channels)).object();
}

void CoinbaseSession::read(const QByteArray& text, const VenueState& state, Messages& out)
{
    const auto say = [&](const QByteArray& answer) { out.push_back({state.now, answer}); };
    const auto refuse = [&](const QByteArray& reason) {
        say(JsonText()
                .text("type", "error")
                .text("message", "Failed to subscribe")
                .text("reason", reason)
                .object());
    };
    const JsonQuestion question(text);
    const bool isSubscribe = question.text("type") == "subscribe";
    if (!isSubscribe && question.text("type") != "unsubscribe")
        return refuse("Type has to be either subscribe or unsubscribe");
    std::vector<Subscription> asked;
    for (const QJsonValue& value : question.array("channels")) {
        const JsonQuestion channel(value.toObject());
        const QByteArray name = value.isString() ? value.toString().toUtf8() : channel.text("name");
        const QByteArrayList products =
            channel.has("product_ids") ? channel.texts("product_ids") : question.texts("product_ids");
        if (name != "matches" && name != "heartbeat" && name != "ticker")
            return refuse(name + " is not a valid channel");
        for (const QByteArray& product : products) {
            if (state.market.find(product) < 0)
                return refuse(product + " is not a valid product");
            asked.emplace_back(name, product);
        }
    }
    for (const Subscription& each : asked)
        isSubscribe ? void(m_subscriptions.insert(each)) : void(m_subscriptions.erase(each));
    say(listed());
    for (const auto& [name, product] : asked) {
        const int instrument = state.market.find(product);
        const auto trades = state.market.trades(instrument, {state.now - 5min, state.now});
        if (isSubscribe && name == "matches" && !trades.empty())
            out.push_back({state.now, matchText("last_match", state.market.at(instrument), trades.back()),
                           name + ':' + product});
    }
}

void CoinbaseSession::tell(TimeRange span, const VenueState& state, Messages& out)
{
    for (const Subscription& each : m_subscriptions) {
        if (each.first == "heartbeat")
            tellHeartbeat(each, span, state, out);
        else
            tellTrades(each, span, state, out);
    }
}

void CoinbaseSession::tellTrades(const Subscription& which, TimeRange span, const VenueState& state,
                                 Messages& out) const
{
    const int instrument = state.market.find(which.second);
    const SimulatedInstrument& of = state.market.at(instrument);
    const auto trades = state.market.trades(instrument, span);
    if (trades.empty())
        return;
    const bool isTicker = which.first == "ticker";
    const SimulatedCandle day = isTicker ? state.market.day(instrument, span.to).sum : SimulatedCandle{};
    for (const SimulatedTrade& trade : trades)
        out.push_back({trade.time, isTicker ? tickerText(of, trade, day) : matchText("match", of, trade),
                       which.first + ':' + which.second});
}

void CoinbaseSession::tellHeartbeat(const Subscription& which, TimeRange span, const VenueState& state,
                                    Messages& out) const
{
    const int instrument = state.market.find(which.second);
    eachStep(span, 1s, [&](UtcTime at) {
        const auto trades = state.market.trades(instrument, {at - 3min, at});
        const qint64 last = trades.empty() ? 0 : trades.back().id;
        out.push_back({at,
                       JsonText()
                           .text("type", "heartbeat")
                           .number("last_trade_id", last)
                           .text("product_id", which.second)
                           .number("sequence", last * 3)
                           .text("time", isoText(at, 6))
                           .object(),
                       which.first + ':' + which.second});
    });
}

QByteArray CoinbaseSession::tradeText(QByteArrayView price, QByteArrayView quantity, UtcTime now) const
{
    return JsonText()
        .text("type", "match")
        .number("trade_id", 1)
        .text("side", "sell")
        .text("size", quantity)
        .text("price", price)
        .text("product_id", "BTC-USD")
        .number("sequence", 1)
        .text("time", isoText(now, 6))
        .object();
}

} // namespace holdline::testing
