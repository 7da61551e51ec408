// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/binancesession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

QByteArray idText(const QJsonObject& message)
{
    const QByteArray list =
        QJsonDocument(QJsonArray{message.value(QStringLiteral("id"))}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QByteArray refusal(int code, const QByteArray& text)
{
    return JsonText().number("code", code).text("msg", "Invalid request: " + text).object();
}

} // namespace

/// What is told where, while one stream is told.
struct BinanceSession::Told {
    const QByteArray& stream;
    TimeRange span;
    const VenueState& state;
    Messages& out;

    [[nodiscard]] const SimulatedInstrument& of(int instrument) const
    {
        return state.market.instruments()[static_cast<std::size_t>(instrument)];
    }
};

BinanceSession::BinanceSession(BinanceForms forms, Route route, bool isCombined,
                               const QList<QByteArray>& streams)
    : m_forms(forms),
      m_route(route),
      m_isCombined(isCombined)
{
    for (const QByteArray& stream : streams) {
        if (!stream.isEmpty())
            m_streams.insert(stream);
    }
}

QByteArray BinanceSession::wrapped(const QByteArray& stream, const QByteArray& event) const
{
    return m_isCombined ? JsonText().text("stream", stream).raw("data", event).object() : event;
}

bool BinanceSession::isServed(const QByteArray& kind) const
{
    const bool isBook = kind == "bookTicker" || kind.startsWith("depth") || kind.startsWith("rpiDepth");
    switch (m_route) {
    case Route::Spot:
        return !kind.startsWith("forceOrder") && !kind.startsWith("markPrice");
    case Route::Market:
        return !isBook;
    case Route::Public:
        return isBook;
    case Route::Unrouted:
        return isBook || kind == "trade";
    }
    return false;
}

void BinanceSession::read(const QByteArray& text, const VenueState& state, Messages& out)
{
    const auto say = [&](const QByteArray& answer) { out.push_back({state.now, answer}); };
    QJsonParseError problem;
    const QJsonObject message = QJsonDocument::fromJson(text, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return say(refusal(3, "invalid JSON"));
    const QString method = message.value(QStringLiteral("method")).toString();
    const QByteArray id = idText(message);
    if (method == QStringLiteral("LIST_SUBSCRIPTIONS")) {
        QByteArrayList names;
        for (const QByteArray& stream : m_streams)
            names.append(quoted(stream));
        return say(JsonText().raw("result", jsonArray(names)).raw("id", id).object());
    }
    const bool isSubscribe = method == QStringLiteral("SUBSCRIBE");
    if (!isSubscribe && method != QStringLiteral("UNSUBSCRIBE"))
        return say(refusal(2, "unknown variant"));
    if (!message.value(QStringLiteral("params")).isArray())
        return say(refusal(1, "params must be an array of strings"));
    for (const QJsonValue& value : message.value(QStringLiteral("params")).toArray()) {
        if (isSubscribe)
            m_streams.insert(value.toString().toUtf8());
        else
            m_streams.erase(value.toString().toUtf8());
    }
    say(JsonText().raw("result", "null").raw("id", id).object());
}

void BinanceSession::tell(TimeRange span, const VenueState& state, Messages& out)
{
    for (const QByteArray& stream : m_streams)
        tellStream(stream, {stream, span, state, out});
}

void BinanceSession::tellStream(const QByteArray& stream, const Told& told) const
{
    const qsizetype at = stream.indexOf('@');
    const QByteArray kind = stream.startsWith('!') ? stream.mid(1) : stream.mid(at + 1);
    if (!isServed(kind))
        return;
    if (stream.startsWith('!'))
        return tellAll(stream, kind, told);
    const QByteArray symbol = stream.left(at);
    const int instrument = symbol == symbol.toLower() ? told.state.market.find(symbol.toUpper()) : -1;
    if (instrument < 0)
        return;
    if (kind.startsWith("kline_"))
        tellKlines(kind.mid(6), instrument, told);
    else if (kind == "aggTrade" || kind == "trade")
        tellTrades(kind == "aggTrade", instrument, told);
    else if (kind == "forceOrder")
        tellForced(instrument, told);
    else if (kind == "bookTicker")
        tellBook(instrument, told);
    else if (kind == "markPrice" || kind == "markPrice@1s")
        tellMarks(instrument, kind == "markPrice" ? 3s : 1s, told);
    else if (kind == "miniTicker" || kind == "ticker")
        tellDays(instrument, kind == "miniTicker", told);
}

void BinanceSession::tellAll(const QByteArray& stream, const QByteArray& kind, const Told& told) const
{
    const int count = static_cast<int>(told.state.market.instruments().size());
    if (kind == "forceOrder@arr" || kind == "bookTicker") {
        for (int i = 0; i < count; ++i)
            kind == "bookTicker" ? tellBook(i, told) : tellForced(i, told);
        return;
    }
    // The others come as one array for all symbols.
    std::map<UtcTime, QByteArrayList> events;
    BinanceSession plain(m_forms, m_route, false, {});
    Messages single;
    const Told one{stream, told.span, told.state, single};
    for (int i = 0; i < count; ++i) {
        if (kind == "miniTicker@arr")
            plain.tellDays(i, true, one);
        else if (kind.startsWith("markPrice@arr"))
            plain.tellMarks(i, kind.endsWith("@1s") ? 1s : 3s, one);
    }
    for (const OutMessage& message : single)
        events[message.at].append(message.text);
    for (const auto& [time, texts] : events)
        told.out.push_back({time, wrapped(stream, jsonArray(texts)), stream});
}

void BinanceSession::tellKlines(const QByteArray& interval, int instrument, const Told& told) const
{
    const auto length = binanceInterval(interval);
    if (!length)
        return;
    CandleStream stream{instrument, {*length}, 2s};
    if (m_forms.isFutures) {
        stream.cadence = 250ms;
        stream.onlyWithTrades = true;
    }
    for (const StreamedCandle& said : streamedCandles(stream, told.span, told.state)) {
        const QByteArray event = klineEvent(m_forms, told.of(instrument), said, interval);
        told.out.push_back({said.at, wrapped(told.stream, event), told.stream, said.isFinal});
    }
}

void BinanceSession::tellTrades(bool areAggregated, int instrument, const Told& told) const
{
    const SimulatedInstrument& of = told.of(instrument);
    const bool hasInvalid = told.state.faults.active(u"invalid-markers") != nullptr;
    const auto tell = [&](const SimulatedTrade& trade) {
        QByteArray event = aggTrade(m_forms, of, trade, trade.time + 3ms);
        if (!areAggregated)
            event = JsonText()
                        .text("e", "trade")
                        .number("E", m_forms.stamp(trade.time + 3ms))
                        .text("s", of.symbol)
                        .number("t", trade.id)
                        .text("p", m_forms.price(of, trade.price))
                        .text("q", m_forms.base(of, {trade.quantity.units}))
                        .number("T", m_forms.stamp(trade.time))
                        .flag("m", !trade.isTakerBuy)
                        .flag("M", true)
                        .object();
        told.out.push_back({trade.time, wrapped(told.stream, event), told.stream});
    };
    for (const SimulatedTrade& trade : told.state.market.trades(instrument, told.span)) {
        if (hasInvalid && trade.id % 5 == 0)
            tell({trade.time, trade.id, {}, {}, trade.isTakerBuy});
        tell(trade);
    }
}

void BinanceSession::tellForced(int instrument, const Told& told) const
{
    const bool isMixed = told.state.faults.active(u"mixed-universe") && told.stream.startsWith('!');
    eachStep(told.span, 1s, [&](UtcTime end) {
        const auto forced = told.state.market.liquidations(instrument, {end - 1s, end});
        if (forced.empty())
            return;
        const SimulatedInstrument& of = told.of(instrument);
        const Liquidation& latest = forced.back();
        if (isMixed && of.asset == "BTC") {
            Liquidation contracts = latest;
            contracts.quantity.units = 120 * decimalUnits; // of 100 USD each
            told.out.push_back(
                {end, wrapped(told.stream, forceOrder(of, contracts, end, "BTCUSD_PERP", 2)), told.stream});
        }
        told.out.push_back(
            {end, wrapped(told.stream, forceOrder(of, latest, end)), told.stream, false, of.key, {latest}});
    });
}

void BinanceSession::tellBook(int instrument, const Told& told) const
{
    const SimulatedInstrument& of = told.of(instrument);
    eachStep(told.span, 1s, [&](UtcTime at) {
        const Price last = told.state.market.lastPrice(instrument, at);
        JsonText text;
        if (m_forms.isFutures)
            text.text("e", "bookTicker").number("E", toMsecs(at)).number("T", toMsecs(at));
        text.number("u", toMsecs(at))
            .text("s", of.symbol)
            .text("b", m_forms.price(of, last))
            .text("B", m_forms.base(of, {decimalUnits}))
            .text("a", m_forms.price(of, last))
            .text("A", m_forms.base(of, {2 * decimalUnits}));
        if (m_forms.isFutures)
            text.text("ps", of.symbol).number("st", 1);
        told.out.push_back({at, wrapped(told.stream, text.object()), told.stream});
    });
}

void BinanceSession::tellMarks(int instrument, Span every, const Told& told) const
{
    const SimulatedInstrument& of = told.of(instrument);
    eachStep(told.span, every, [&](UtcTime at) {
        const QByteArray mark = fixedText(markPrice(told.state.market, instrument, at).units, 8);
        const QByteArray event =
            JsonText()
                .text("e", "markPriceUpdate")
                .number("E", toMsecs(at))
                .text("s", of.symbol)
                .text("p", mark)
                .text("ap", mark)
                .text("i", fixedText(told.state.market.lastPrice(instrument, at).units, 8))
                .text("P", mark)
                .text("r", fixedText(told.state.market.fundingRate(instrument, nextFunding(at)).units, 8))
                .number("T", toMsecs(nextFunding(at)))
                .number("st", 1)
                .object();
        told.out.push_back({at, wrapped(told.stream, event), told.stream});
    });
}

void BinanceSession::tellDays(int instrument, bool isMini, const Told& told) const
{
    const SimulatedInstrument& of = told.of(instrument);
    eachStep(told.span, m_forms.isFutures && isMini ? 2s : 1s, [&](UtcTime at) {
        const SimulatedDay day = told.state.market.day(instrument, at);
        const SimulatedCandle& sum = day.sum;
        JsonText text;
        text.text("e", isMini ? "24hrMiniTicker" : "24hrTicker")
            .number("E", m_forms.stamp(at))
            .text("s", of.symbol);
        if (!isMini)
            text.text("p", m_forms.price(of, {sum.close.units - sum.open.units}))
                .text("x", m_forms.price(of, day.previousClose));
        text.text("c", m_forms.price(of, sum.close))
            .text("o", m_forms.price(of, sum.open))
            .text("h", m_forms.price(of, sum.high))
            .text("l", m_forms.price(of, sum.low))
            .text("v", m_forms.base(of, sum.volume))
            .text("q", m_forms.money(sum.quoteVolume));
        if (!isMini)
            text.number("O", m_forms.stamp(sum.openTime))
                .number("C", m_forms.stamp(at))
                .number("F", sum.firstId)
                .number("L", sum.lastId)
                .number("n", sum.trades);
        if (m_forms.isFutures)
            text.text("ps", of.symbol).number("st", 1);
        told.out.push_back({at, wrapped(told.stream, text.object()), told.stream});
    });
}

QByteArray BinanceSession::goodbye(UtcTime now) const
{
    if (m_forms.isFutures)
        return {}; // drops are announced on a page, not on the socket
    return wrapped("!serverShutdown",
                   JsonText().text("e", "serverShutdown").number("E", m_forms.stamp(now)).object());
}

QByteArrayList BinanceSession::unknownMessages(UtcTime now) const
{
    return {wrapped("!news", JsonText().text("e", "tradingSession").number("E", m_forms.stamp(now)).object()),
            wrapped("btcusdt@novel", "{\"e\":\"novel\",\"nested\":{\"deep\":[1,[2,[3]]]}}")};
}

QByteArray BinanceSession::floodTemplate(const QByteArray& kind, const VenueState& state) const
{
    for (const QByteArray& stream : m_streams) {
        const QByteArray streamKind = stream.mid(stream.indexOf('@') + 1);
        const bool isAll = stream == "!forceOrder@arr" && kind == "forceOrder";
        if ((streamKind != kind && !isAll) || !isServed(streamKind))
            continue;
        const int instrument = isAll ? 0 : state.market.find(stream.left(stream.indexOf('@')).toUpper());
        if (instrument < 0)
            continue;
        const SimulatedInstrument& of = state.market.instruments()[static_cast<std::size_t>(instrument)];
        const QByteArray price = m_forms.price(of, state.market.lastPrice(instrument, state.now));
        JsonText text;
        text.text("e", kind).number("E", 1111111111111);
        if (kind == "aggTrade")
            text.text("s", of.symbol)
                .number("a", 777777777777)
                .text("p", price.left(price.indexOf('.')) + ".88888888")
                .text("q", "1.88888888")
                .number("f", 777777777777)
                .number("l", 777777777777)
                .number("T", 1111111111111)
                .flag("m", true)
                .flag("M", true);
        else
            text.raw("o", JsonText()
                              .text("s", of.symbol)
                              .text("S", "SELL")
                              .text("o", "LIMIT")
                              .text("f", "IOC")
                              .text("q", "1.88888888")
                              .text("p", price)
                              .text("ap", price)
                              .text("X", "FILLED")
                              .text("l", "1.88888888")
                              .text("z", "1.88888888")
                              .number("T", 1111111111111)
                              .object());
        return wrapped(stream, text.object());
    }
    return {};
}

QByteArray BinanceSession::tradeText(QByteArrayView price, QByteArrayView quantity, UtcTime now) const
{
    const QByteArray event = JsonText()
                                 .text("e", "aggTrade")
                                 .number("E", m_forms.stamp(now))
                                 .text("s", "BTCUSDT")
                                 .number("a", 1)
                                 .text("p", price)
                                 .text("q", quantity)
                                 .number("f", 1)
                                 .number("l", 1)
                                 .number("T", m_forms.stamp(now))
                                 .flag("m", true)
                                 .flag("M", true)
                                 .object();
    return wrapped("btcusdt@aggTrade", event);
}

} // namespace holdline::testing
