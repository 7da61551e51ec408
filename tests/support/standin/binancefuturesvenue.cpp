// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/binancefuturesvenue.h"

#include "tests/support/standin/binancesession.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

QByteArray markText(const SimulatedInstrument& of, int instrument, const VenueState& state)
{
    const QByteArray mark = fixedText(markPrice(state.market, instrument, state.now).units, 8);
    const UtcTime next = nextFunding(state.now);
    return JsonText()
        .text("symbol", of.symbol)
        .text("markPrice", mark)
        .text("indexPrice", fixedText(state.market.lastPrice(instrument, state.now).units, 8))
        .text("estimatedSettlePrice", mark)
        .text("lastFundingRate", fixedText(state.market.fundingRate(instrument, next - 8h).units, 8))
        .text("interestRate", "0.00010000")
        .number("nextFundingTime", toMsecs(next))
        .number("time", toMsecs(state.now))
        .object();
}

UtcTime ceilTo(Interval interval, UtcTime time)
{
    return interval.bucketStart(time - 1ms) + interval.length;
}

} // namespace

std::vector<SimulatedInstrument> BinanceFuturesVenue::instruments() const
{
    return planInstruments({.venue = "binance-futures",
                            .quote = "USDT",
                            .divider = "",
                            .isContract = true,
                            .tradesPerKilosecond = 3000});
}

StreamRules BinanceFuturesVenue::streamRules() const
{
    return {
        .pingEvery = 3min, .pongWithin = 10min, .lifetime = 24h, .messagesPerSecond = 10, .goodbyeLead = 10s};
}

RestRules BinanceFuturesVenue::restRules() const
{
    return {.weightPerMinute = 2400, .usedHeader = "X-MBX-USED-WEIGHT-1M"};
}

int BinanceFuturesVenue::weight(const HttpRequest& request) const
{
    const QByteArray path = request.path.mid(request.path.lastIndexOf("/v1/") + 4);
    const auto limit = request.number("limit").value_or(500);
    if (request.path.startsWith("/futures/data/") || path == "fundingRate")
        return 0;
    if (path.endsWith("lines"))
        return limit < 100 ? 1 : limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
    if (path == "aggTrades")
        return 20;
    if (path == "premiumIndex")
        return request.hasParameter("symbol") ? 1 : 10;
    if (path == "ticker/24hr")
        return request.hasParameter("symbol") ? 1 : 40;
    return 1;
}

HttpReply BinanceFuturesVenue::answer(const HttpRequest& request, const VenueState& state)
{
    Question question{request, state, {true, false}};
    const QByteArray path = request.path.startsWith("/fapi/v1/") ? request.path.mid(9) : request.path;
    if (path == "ping")
        return {200, "{}"};
    if (path == "time")
        return serverTime(question);
    if (path == "exchangeInfo")
        return exchangeInfo(state);
    if (request.hasParameter("symbol")) {
        question.instrument = state.market.find(request.parameter("symbol"));
        if (question.instrument < 0)
            return binanceError(400, -1121, "Invalid symbol.");
    }
    if (path == "ticker/24hr")
        return days(question);
    if (path == "premiumIndex")
        return marks(question);
    if (question.instrument < 0)
        return binanceError(400, -1102,
                            "Mandatory parameter 'symbol' was not sent, was empty/null, or malformed.");
    if (path == "klines")
        return klines(question, 1500);
    if (path == "aggTrades")
        return aggTrades(question);
    if (path == "fundingRate")
        return fundingRates(question);
    if (path == "openInterest")
        return openInterest(question);
    if (path == "/futures/data/openInterestHist")
        return openInterestHistory(question);
    return htmlReply(404);
}

HttpReply BinanceFuturesVenue::exchangeInfo(const VenueState& state)
{
    QByteArrayList symbols;
    for (const SimulatedInstrument& of : state.market.instruments()) {
        symbols.append(JsonText()
                           .text("symbol", of.symbol)
                           .text("pair", of.symbol)
                           .text("contractType", "PERPETUAL")
                           .number("deliveryDate", 4133404800000)
                           .number("onboardDate", 1569398400000)
                           .text("status", state.faults.active(u"halt") ? "BREAK" : "TRADING")
                           .text("baseAsset", of.asset)
                           .text("quoteAsset", of.quote)
                           .text("marginAsset", of.quote)
                           .number("pricePrecision", of.priceDecimals)
                           .number("quantityPrecision", of.quantityDecimals)
                           .text("underlyingType", "COIN")
                           .raw("filters", "[]")
                           .text("liquidationFee", "0.012500")
                           .object());
    }
    return {200, JsonText()
                     .raw("exchangeFilters", "[]")
                     .raw("rateLimits", "[{\"rateLimitType\":\"REQUEST_WEIGHT\",\"interval\":\"MINUTE\","
                                        "\"intervalNum\":1,\"limit\":2400}]")
                     .number("serverTime", toMsecs(state.now))
                     .raw("assets", "[{\"asset\":\"USDT\",\"marginAvailable\":true}]")
                     .raw("symbols", jsonArray(symbols))
                     .text("timezone", "UTC")
                     .object()};
}

HttpReply BinanceFuturesVenue::marks(const Question& question)
{
    if (question.instrument >= 0)
        return {200, markText(question.of(), question.instrument, question.state)};
    QByteArrayList texts;
    const auto& all = question.state.market.instruments();
    for (int i = 0; i < static_cast<int>(all.size()); ++i)
        texts.append(markText(all[static_cast<std::size_t>(i)], i, question.state));
    return {200, jsonArray(texts)};
}

HttpReply BinanceFuturesVenue::fundingRates(const Question& question)
{
    const Interval step{8h};
    const HttpRequest& request = question.request;
    const auto start = request.number("startTime");
    const auto end = request.number("endTime");
    const auto limit =
        std::clamp<qint64>(request.number("limit").value_or(start || end ? 100 : 200), 1, 1000);
    const UtcTime now = question.state.now;
    const UtcTime last = step.bucketStart(end ? std::min(fromMsecs(*end), now) : now);
    const UtcTime newest = last - step.length * (limit - 1);
    const UtcTime first =
        ceilTo(step, std::max(start ? fromMsecs(*start) : newest, question.state.market.beginning()));
    QByteArrayList rows;
    for (UtcTime at = first; at <= last && rows.size() < limit; at += step.length) {
        rows.append(JsonText()
                        .text("symbol", question.of().symbol)
                        .number("fundingTime", toMsecs(at))
                        .text("fundingRate",
                              fixedText(question.state.market.fundingRate(question.instrument, at).units, 8))
                        .text("markPrice",
                              fixedText(markPrice(question.state.market, question.instrument, at).units, 8))
                        .text("rateType", "Regular")
                        .object());
    }
    return {200, jsonArray(rows)};
}

HttpReply BinanceFuturesVenue::openInterest(const Question& question)
{
    const Quantity interest = question.state.market.openInterest(question.instrument, question.state.now);
    return {200, JsonText()
                     .text("openInterest", fixedText(interest.units, question.of().quantityDecimals))
                     .text("symbol", question.of().symbol)
                     .number("time", toMsecs(question.state.now))
                     .object()};
}

HttpReply BinanceFuturesVenue::openInterestHistory(const Question& question)
{
    const HttpRequest& request = question.request;
    const auto period = binanceInterval(request.parameter("period"));
    if (!period)
        return binanceError(400, -1130, "Data sent for parameter 'period' is not valid.");
    const auto limit = std::clamp<qint64>(request.number("limit").value_or(30), 1, 500);
    const UtcTime now = question.state.now;
    const auto end = request.number("endTime");
    const auto start = request.number("startTime");
    const UtcTime last = period->bucketStart(end ? std::min(fromMsecs(*end), now) : now);
    const UtcTime newest = last - period->length * (limit - 1);
    const UtcTime first = std::max(ceilTo(*period, start ? std::max(fromMsecs(*start), newest) : newest),
                                   ceilTo(*period, now - 720h));
    QByteArrayList rows;
    for (UtcTime at = first; at <= last; at += period->length) {
        const Quantity interest = question.state.market.openInterest(question.instrument, at);
        const Amount money = question.state.market.lastPrice(question.instrument, at) * interest;
        rows.append(JsonText()
                        .text("symbol", question.of().symbol)
                        .text("sumOpenInterest", fixedText(interest.units, 8))
                        .text("sumOpenInterestValue", fixedText(money.units, 8))
                        .text("CMCCirculatingSupply", "19970000.00000000")
                        .number("timestamp", toMsecs(at))
                        .object());
    }
    return {200, jsonArray(rows)};
}

std::unique_ptr<StreamSession> BinanceFuturesVenue::open(const HttpRequest& request)
{
    using Route = BinanceSession::Route;
    Route route = Route::Unrouted;
    QByteArray path = request.path;
    for (const auto& [name, named] :
         {std::pair{QByteArray("/market"), Route::Market}, {"/public", Route::Public}}) {
        if (path.startsWith(name + '/')) {
            route = named;
            path.remove(0, name.size());
        }
    }
    const BinanceForms forms{true, false};
    if (path == "/stream")
        return std::make_unique<BinanceSession>(forms, route, true, request.parameter("streams").split('/'));
    if (path == "/ws" || path.startsWith("/ws/"))
        return std::make_unique<BinanceSession>(forms, route, false, path.mid(4).split('/'));
    return nullptr;
}

} // namespace holdline::testing
