// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/binancevenue.h"

#include "tests/support/standin/binancesession.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

QByteArray priceFilter(const SimulatedInstrument& of)
{
    const QByteArray tick = QByteArray::number(std::pow(10.0, -of.priceDecimals), 'f', 8);
    return jsonArray({JsonText()
                          .text("filterType", "PRICE_FILTER")
                          .text("minPrice", tick)
                          .text("maxPrice", "1000000.00000000")
                          .text("tickSize", tick)
                          .object()});
}

QByteArray symbolInfo(const SimulatedInstrument& of, bool isHalted)
{
    return JsonText()
        .text("symbol", of.symbol)
        .text("status", isHalted ? "HALT" : "TRADING")
        .text("baseAsset", of.asset)
        .number("baseAssetPrecision", 8)
        .text("quoteAsset", of.quote)
        .number("quotePrecision", 8)
        .number("quoteAssetPrecision", 8)
        .raw("filters", priceFilter(of))
        .raw("permissions", "[]")
        .raw("permissionSets", "[[\"SPOT\",\"MARGIN\"]]")
        .flag("isSpotTradingAllowed", true)
        .object();
}

QByteArray exchangeInfo(const HttpRequest& request, const VenueState& state)
{
    QByteArrayList symbols;
    const QByteArray wanted = request.parameter("symbol") + request.parameter("symbols");
    for (const SimulatedInstrument& of : state.market.instruments()) {
        if (wanted.isEmpty() || wanted == of.symbol || wanted.contains(quoted(of.symbol)))
            symbols.append(symbolInfo(of, state.faults.active(u"halt") != nullptr));
    }
    return JsonText()
        .text("timezone", "UTC")
        .number("serverTime", toMsecs(state.now))
        .raw("rateLimits", "[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\",\"intervalNum\":1,"
                           "\"limit\":6000},"
                           "{\"rateLimitType\":\"RAW_REQUESTS\",\"interval\":\"MINUTE\",\"intervalNum\":5,"
                           "\"limit\":300000}]")
        .raw("exchangeFilters", "[]")
        .raw("symbols", jsonArray(symbols))
        .object();
}

int tickerWeight(const HttpRequest& request)
{
    if (request.hasParameter("symbol"))
        return 2;
    const auto symbols = QJsonDocument::fromJson(request.parameter("symbols")).array().size();
    return symbols == 0 || symbols > 100 ? 80 : symbols > 20 ? 40 : 2;
}

std::optional<UtcTime> timeOf(const HttpRequest& request, const char* name)
{
    const auto number = request.number(name);
    if (!number)
        return std::nullopt;
    // Milliseconds or microseconds, by the digits.
    return fromMsecs(*number > 100'000'000'000'000 ? *number / 1000 : *number);
}

} // namespace

std::vector<SimulatedInstrument> BinanceVenue::instruments() const
{
    return planInstruments({.venue = "binance", .quote = "USDT", .divider = "", .tradesPerKilosecond = 2500});
}

StreamRules BinanceVenue::streamRules() const
{
    return {.pingEvery = 20s, .pongWithin = 60s, .lifetime = 24h, .messagesPerSecond = 5, .goodbyeLead = 10s};
}

RestRules BinanceVenue::restRules() const
{
    return {.weightPerMinute = 6000, .usedHeader = "X-MBX-USED-WEIGHT-1M"};
}

int BinanceVenue::weight(const HttpRequest& request) const
{
    const QByteArray path = request.path.mid(request.path.lastIndexOf("/v3/") + 4);
    if (path == "exchangeInfo")
        return 20;
    if (path == "klines" || path == "uiKlines")
        return 2;
    if (path == "aggTrades")
        return 4;
    if (path == "ticker/24hr")
        return tickerWeight(request);
    if (path.startsWith("ticker/"))
        return request.hasParameter("symbol") ? 2 : 4;
    return 1;
}

HttpReply BinanceVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const bool inMicroseconds = request.header("x-mbx-time-unit").toUpper() == "MICROSECOND" ||
                                state.faults.active(u"unit-switch") != nullptr;
    Question question{request, state, {false, inMicroseconds}};
    if (request.path == "/api/v3/ping")
        return {200, "{}"};
    if (request.path == "/api/v3/time")
        return serverTime(question);
    if (request.path == "/api/v3/exchangeInfo")
        return {200, exchangeInfo(request, state)};
    if (request.hasParameter("symbol")) {
        question.instrument = state.market.find(request.parameter("symbol"));
        if (question.instrument < 0)
            return binanceError(400, -1121, "Invalid symbol.");
    }
    if (request.path == "/api/v3/ticker/24hr")
        return days(question);
    if (question.instrument < 0)
        return binanceError(400, -1102,
                            "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.");
    if (request.path == "/api/v3/klines" || request.path == "/api/v3/uiKlines")
        return klines(question, 1000);
    if (request.path == "/api/v3/aggTrades")
        return aggTrades(question);
    if (request.path == "/api/v3/ticker/price")
        return {200,
                JsonText()
                    .text("symbol", question.of().symbol)
                    .text("price", question.forms.price(
                                       question.of(), state.market.lastPrice(question.instrument, state.now)))
                    .object()};
    return htmlReply(404);
}

HttpReply BinanceVenue::serverTime(const Question& question)
{
    return {200, JsonText().number("serverTime", question.forms.stamp(question.state.now)).object()};
}

HttpReply BinanceVenue::klines(const Question& question, int mostRows)
{
    const HttpRequest& request = question.request;
    const auto interval = binanceInterval(request.parameter("interval"));
    if (!interval)
        return binanceError(400, -1120, "Invalid interval.");
    const auto limit = request.number("limit").value_or(500);
    if (limit < 1)
        return binanceError(400, -1130, "Data sent for parameter 'limit' is not valid.");
    const auto first = timeOf(request, "startTime");
    const auto candles = candlesFor({question.instrument,
                                     {*interval},
                                     first,
                                     timeOf(request, "endTime"),
                                     static_cast<int>(std::min<qint64>(limit, mostRows)),
                                     first.has_value()},
                                    question.state);
    QByteArrayList rows;
    for (const SimulatedCandle& candle : candles)
        rows.append(klineRow(question.forms, question.of(), candle, *interval));
    return {200, jsonArray(rows)};
}

HttpReply BinanceVenue::aggTrades(const Question& question)
{
    const HttpRequest& request = question.request;
    const VenueState& state = question.state;
    const int limit = static_cast<int>(std::clamp<qint64>(request.number("limit").value_or(500), 1, 1000));
    const auto first = timeOf(request, "startTime");
    const auto last = timeOf(request, "endTime");
    std::vector<SimulatedTrade> trades;
    if (const auto id = request.number("fromId")) {
        trades = state.market.tradesFrom(question.instrument, *id, limit, state.now);
    } else {
        const UtcTime to = std::min(last.value_or(state.now) + 1ms, state.now);
        const UtcTime from = first.value_or(to - 20min);
        // Not past what the page can hold.
        trades = state.market.trades(question.instrument, {from, std::min(to, from + 1h)});
        if (static_cast<int>(trades.size()) > limit)
            first ? trades.erase(trades.begin() + limit, trades.end())
                  : trades.erase(trades.begin(), trades.end() - limit);
    }
    QByteArrayList rows;
    for (const SimulatedTrade& trade : trades) {
        if (state.faults.active(u"invalid-markers") && trade.id % 5 == 0)
            rows.append(aggTrade(question.forms, question.of(), {trade.time, trade.id, {}, {}, false}, {}));
        rows.append(aggTrade(question.forms, question.of(), trade, {}));
    }
    return {200, jsonArray(rows)};
}

HttpReply BinanceVenue::days(const Question& question)
{
    const bool isMini = question.request.parameter("type") == "MINI";
    const UtcTime now = question.state.now;
    const QByteArray wanted = question.request.parameter("symbols");
    const auto& all = question.state.market.instruments();
    QByteArrayList texts;
    for (int i = 0; i < static_cast<int>(all.size()); ++i) {
        const SimulatedInstrument& of = all[static_cast<std::size_t>(i)];
        const bool isWanted = wanted.isEmpty() ? question.instrument < 0 || question.instrument == i
                                               : wanted.contains(quoted(of.symbol));
        if (isWanted)
            texts.append(dayTicker(question.forms, of, question.state.market.day(i, now), now, isMini));
    }
    return {200, question.instrument >= 0 ? texts.value(0) : jsonArray(texts)};
}

HttpReply BinanceVenue::tooMany(std::optional<UtcTime> bannedUntil) const
{
    if (bannedUntil)
        return binanceError(418, -1003,
                            "Way too much request weight used; IP banned until " +
                                QByteArray::number(toMsecs(*bannedUntil)) +
                                ". Please use WebSocket Streams for live updates to avoid bans.");
    return binanceError(429, -1003,
                        "Too much request weight used; current limit is " +
                            QByteArray::number(restRules().weightPerMinute) +
                            " request weight per 1 MINUTE. Please use WebSocket Streams for live updates to "
                            "avoid polling the API.");
}

HttpReply BinanceVenue::errorBody() const
{
    return binanceError(200, -1003, "Too much request weight used.");
}

std::unique_ptr<StreamSession> BinanceVenue::open(const HttpRequest& request)
{
    const BinanceForms forms{false, request.parameter("timeUnit").toUpper() == "MICROSECOND"};
    const auto route = BinanceSession::Route::Spot;
    if (request.path == "/stream")
        return std::make_unique<BinanceSession>(forms, route, true, request.parameter("streams").split('/'));
    if (request.path == "/ws" || request.path.startsWith("/ws/"))
        return std::make_unique<BinanceSession>(forms, route, false, request.path.mid(4).split('/'));
    return nullptr;
}

} // namespace holdline::testing
