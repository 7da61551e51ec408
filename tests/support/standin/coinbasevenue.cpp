// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/coinbasevenue.h"

#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/coinbasesession.h"
#include "tests/support/standin/jsontext.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

HttpReply coinbaseRefusal(int status, const QByteArray& message)
{
    return {status, JsonText().text("message", message).object()};
}

/// ISO 8601 or seconds.
std::optional<UtcTime> coinbaseTimeOf(const HttpRequest& request, const char* name)
{
    if (const auto seconds = request.number(name))
        return fromMsecs(*seconds * 1000);
    const auto time = parseIso(request.parameter(name));
    return time.hasValue() ? std::optional(time.value()) : std::nullopt;
}

QByteArray coinbaseRowOf(const SimulatedCandle& candle)
{
    return jsonArray({QByteArray::number(toMsecs(candle.openTime) / 1000), plainText(candle.low),
                      plainText(candle.high), plainText(candle.open), plainText(candle.close),
                      plainText(candle.volume)});
}

HttpReply coinbaseCandles(const HttpRequest& request, const VenueState& state, int instrument)
{
    static const std::vector<qint64> lengths{60, 300, 900, 3600, 21600, 86400};
    const qint64 seconds = request.number("granularity").value_or(60);
    if (std::find(lengths.begin(), lengths.end(), seconds) == lengths.end())
        return coinbaseRefusal(400, "Unsupported granularity");
    CandleQuestion question{
        instrument, {{1s * seconds}}, coinbaseTimeOf(request, "start"), coinbaseTimeOf(request, "end"), 300};
    if (question.first &&
        (question.last.value_or(state.now) - *question.first) / question.grid.interval.length > 300)
        return coinbaseRefusal(
            400, "granularity too small for the requested time range. Count of aggregations requested "
                 "exceeds 300");
    auto found = candlesFor(question, state);
    std::reverse(found.begin(), found.end());
    QByteArrayList rows;
    for (const SimulatedCandle& candle : found) {
        if (candle.trades > 0)
            rows.append(coinbaseRowOf(candle));
    }
    return {200, jsonArray(rows)};
}

QByteArray productText(const SimulatedInstrument& of, bool isHalted)
{
    return JsonText()
        .text("id", of.symbol)
        .text("base_currency", of.asset)
        .text("quote_currency", of.quote)
        .text("status", isHalted ? "offline" : "online")
        .flag("trading_disabled", isHalted)
        .object();
}

HttpReply stats(const VenueState& state, int instrument)
{
    const SimulatedCandle sum = state.market.day(instrument, state.now).sum;
    return {200, JsonText()
                     .text("open", plainText(sum.open))
                     .text("high", plainText(sum.high))
                     .text("low", plainText(sum.low))
                     .text("last", plainText(sum.close))
                     .text("volume", plainText(sum.volume))
                     .object()};
}

HttpReply coinbaseTicker(const VenueState& state, int instrument)
{
    const SimulatedDay day = state.market.day(instrument, state.now);
    return {200, JsonText()
                     .number("trade_id", day.sum.lastId)
                     .text("price", plainText(day.sum.close))
                     .text("size", "0.01")
                     .text("time", isoText(state.now, 6))
                     .text("bid", plainText(day.sum.close))
                     .text("ask", plainText(day.sum.close))
                     .text("volume", plainText(day.sum.volume))
                     .object()};
}

} // namespace

std::vector<SimulatedInstrument> CoinbaseVenue::instruments() const
{
    return planInstruments(
        {.venue = "coinbase", .quote = "USD", .divider = "-", .tradesPerKilosecond = 1200, .quietEvery = 40});
}

StreamRules CoinbaseVenue::streamRules() const
{
    return {.messagesPerSecond = 100, .subscribeWithin = 5s, .goodbyeLead = 1s};
}

RestRules CoinbaseVenue::restRules() const
{
    return {.burst = 15, .perSecond = 10};
}

HttpReply CoinbaseVenue::answer(const HttpRequest& request, const VenueState& state)
{
    if (request.header("user-agent").isEmpty())
        return coinbaseRefusal(400, "User-Agent header is required.");
    const bool isHalted = state.faults.active(u"halt") != nullptr;
    if (request.path == "/time")
        return {200,
                JsonText()
                    .text("iso", isoText(state.now, 3))
                    .raw("epoch", QByteArray::number(static_cast<double>(toMsecs(state.now)) / 1000, 'f', 3))
                    .object()};
    const QByteArrayList parts = request.path.split('/');
    if (parts.value(1) != "products")
        return coinbaseRefusal(404, "NotFound");
    if (parts.size() == 2) {
        QByteArrayList products;
        for (const SimulatedInstrument& of : state.market.instruments())
            products.append(productText(of, isHalted));
        return {200, jsonArray(products)};
    }
    const int instrument = state.market.find(parts.value(2));
    if (instrument < 0)
        return coinbaseRefusal(404, "NotFound");
    if (parts.value(3) == "candles")
        return coinbaseCandles(request, state, instrument);
    if (parts.value(3) == "stats")
        return stats(state, instrument);
    if (parts.value(3) == "ticker")
        return coinbaseTicker(state, instrument);
    return parts.size() == 3 ? HttpReply{200, productText(state.market.at(instrument), isHalted)}
                             : coinbaseRefusal(404, "NotFound");
}

HttpReply CoinbaseVenue::tooMany(std::optional<UtcTime>) const
{
    return coinbaseRefusal(429, "Public rate limit exceeded");
}

HttpReply CoinbaseVenue::errorBody() const
{
    return coinbaseRefusal(200, "Internal server error");
}

std::unique_ptr<StreamSession> CoinbaseVenue::open(const HttpRequest& request)
{
    return request.path.isEmpty() || request.path == "/" ? std::make_unique<CoinbaseSession>() : nullptr;
}

} // namespace holdline::testing
