// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/bybitsession.h"

#include "tests/support/standin/bybitvenue.h"
#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/jsonquestion.h"
#include "tests/support/standin/jsontext.h"

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

QByteArray acknowledgement(bool isGood, const QByteArray& message, const JsonQuestion& question)
{
    JsonText text;
    text.flag("success", isGood).text("ret_msg", message).text("conn_id", "c-1");
    if (question.has("req_id"))
        text.raw("req_id", question.raw("req_id"));
    return text.text("op", question.text("op")).object();
}

QByteArray pushed(const QByteArray& topic, const char* type, UtcTime at, const QByteArray& data)
{
    return JsonText()
        .text("topic", topic)
        .text("type", type)
        .number("ts", toMsecs(at))
        .raw("data", data)
        .object();
}

} // namespace

bool BybitSession::isPing(const QByteArray& text) const
{
    return JsonQuestion(text).text("op") == "ping";
}

int BybitSession::instrumentOf(const QByteArray& topic, const VenueState& state) const
{
    return bybitInstrument(state.market, m_category, topic.mid(topic.lastIndexOf('.') + 1));
}

QByteArray BybitSession::objection(const QByteArrayList& topics, const VenueState& state) const
{
    if (m_category == "spot" && topics.size() > 10)
        return "args size >10";
    for (const QByteArray& topic : topics) {
        const bool isKnown = topic.startsWith("kline.") || topic.startsWith("tickers.") ||
                             (topic.startsWith("allLiquidation.") && m_category == "linear");
        if (!isKnown || instrumentOf(topic, state) < 0)
            return "Invalid topic: " + topic;
    }
    return {};
}

void BybitSession::read(const QByteArray& text, const VenueState& state, Messages& out)
{
    const JsonQuestion question(text);
    const QByteArray op = question.text("op");
    if (op == "ping") {
        out.push_back({state.now, acknowledgement(true, "pong", question)});
        return;
    }
    const QByteArrayList topics = question.texts("args");
    const QByteArray wrong = op == "subscribe" ? objection(topics, state) : QByteArray();
    if (wrong.isEmpty()) {
        for (const QByteArray& topic : topics)
            op == "subscribe" ? void(m_topics.insert(topic)) : void(m_topics.erase(topic));
    }
    out.push_back({state.now, acknowledgement(wrong.isEmpty(), wrong, question)});
}

void BybitSession::tell(TimeRange span, const VenueState& state, Messages& out)
{
    for (const QByteArray& topic : m_topics) {
        if (topic.startsWith("kline."))
            tellCandles(topic, span, state, out);
        else if (topic.startsWith("allLiquidation."))
            tellLiquidations(topic, span, state, out);
        else
            tellTicker(topic, span, state, out);
    }
}

void BybitSession::tellCandles(const QByteArray& topic, TimeRange span, const VenueState& state,
                               Messages& out) const
{
    const QByteArray name = topic.split('.').value(1);
    const auto length = bybitInterval(name);
    if (!length)
        return;
    for (const StreamedCandle& said :
         streamedCandles({instrumentOf(topic, state), {{*length}}, 1s}, span, state)) {
        const SimulatedCandle& candle = said.candle;
        const QByteArray data = JsonText()
                                    .number("start", toMsecs(candle.openTime))
                                    .number("end", toMsecs(candle.openTime + *length) - 1)
                                    .text("interval", name)
                                    .text("open", plainText(candle.open))
                                    .text("close", plainText(candle.close))
                                    .text("high", plainText(candle.high))
                                    .text("low", plainText(candle.low))
                                    .text("volume", plainText(candle.volume))
                                    .text("turnover", plainText(candle.quoteVolume))
                                    .flag("confirm", said.isFinal)
                                    .number("timestamp", toMsecs(said.lastTrade))
                                    .object();
        out.push_back({said.at, pushed(topic, "snapshot", said.at, jsonArray({data})), topic, said.isFinal});
    }
}

void BybitSession::tellLiquidations(const QByteArray& topic, TimeRange span, const VenueState& state,
                                    Messages& out) const
{
    const int instrument = instrumentOf(topic, state);
    const SimulatedInstrument& of = state.market.at(instrument);
    eachStep(span, 500ms, [&](UtcTime at) {
        const auto all = state.market.liquidations(instrument, {at - 500ms, at});
        QByteArrayList rows;
        for (const Liquidation& each : all) {
            rows.append(JsonText()
                            .number("T", toMsecs(each.time))
                            .text("s", of.symbol)
                            .text("S", each.side == PositionSide::Long ? "Buy" : "Sell")
                            .text("v", fixedText(each.quantity.units, of.quantityDecimals))
                            .text("p", fixedText(each.price.units, of.priceDecimals))
                            .object());
        }
        if (!rows.isEmpty())
            out.push_back({at, pushed(topic, "snapshot", at, jsonArray(rows)), topic, false, of.key, all});
    });
}

void BybitSession::tellTicker(const QByteArray& topic, TimeRange span, const VenueState& state, Messages& out)
{
    const int instrument = instrumentOf(topic, state);
    eachStep(span, 1s, [&](UtcTime at) {
        auto& before = m_tickers[topic];
        const bool isFirst = before.empty() || m_category == "spot";
        JsonText text;
        text.text("symbol", state.market.at(instrument).symbol);
        for (const auto& [name, value] : bybitTicker(state.market, instrument, at)) {
            if (isFirst || before[name] != value)
                text.text(name.constData(), value);
            before[name] = value;
        }
        out.push_back({at, pushed(topic, isFirst ? "snapshot" : "delta", at, text.object()), topic});
    });
}

QByteArray BybitSession::floodTemplate(const QByteArray&, const VenueState& state) const
{
    for (const QByteArray& topic : m_topics) {
        if (!topic.startsWith("allLiquidation."))
            continue;
        const int instrument = instrumentOf(topic, state);
        const QByteArray row = JsonText()
                                   .number("T", 1111111111111)
                                   .text("s", state.market.at(instrument).symbol)
                                   .text("S", "Buy")
                                   .text("v", "1.88888888")
                                   .text("p", plainText(state.market.lastPrice(instrument, state.now)))
                                   .object();
        return pushed(topic, "snapshot", fromMsecs(1111111111111), jsonArray({row}));
    }
    return {};
}

QByteArray BybitSession::tradeText(QByteArrayView price, QByteArrayView quantity, UtcTime now) const
{
    const QByteArray row = JsonText()
                               .number("T", toMsecs(now))
                               .text("s", "BTCUSDT")
                               .text("S", "Buy")
                               .text("v", quantity)
                               .text("p", price)
                               .object();
    return pushed("allLiquidation.BTCUSDT", "snapshot", now, jsonArray({row}));
}

} // namespace holdline::testing
