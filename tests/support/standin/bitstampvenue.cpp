// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/bitstampvenue.h"

#include "tests/support/standin/bitstampsession.h"
#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/jsontext.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

HttpReply refusal(const QByteArray& message, const QByteArray& code)
{
    return {
        400,
        JsonText()
            .raw("errors",
                 jsonArray(
                     {JsonText().text("field", "step").text("message", message).text("code", code).object()}))
            .text("code", code)
            .object()};
}

std::optional<UtcTime> bitstampTimeOf(const HttpRequest& request, const char* name)
{
    const auto seconds = request.number(name);
    return seconds ? std::optional(fromMsecs(*seconds * 1000)) : std::nullopt;
}

HttpReply candles(const HttpRequest& request, const VenueState& state, int instrument)
{
    static const std::vector<qint64> lengths{60,   180,   300,   900,   1800,  3600,
                                             7200, 14400, 21600, 43200, 86400, 259200};
    const qint64 step = request.number("step").value_or(0);
    const qint64 limit = request.number("limit").value_or(0);
    if (std::find(lengths.begin(), lengths.end(), step) == lengths.end())
        return refusal("Invalid step value", "validation-error");
    if (limit < 1 || limit > 1000)
        return refusal("Limit must be between 1 and 1000", "validation-error");
    const CandleGrid grid{{1s * step}};
    CandleQuestion question{instrument, grid, bitstampTimeOf(request, "start"),
                            bitstampTimeOf(request, "end"), static_cast<int>(limit)};
    question.fromFirst = question.first.has_value();
    if (request.parameter("exclude_current_candle").toLower() == "true")
        question.last =
            std::min(question.last.value_or(state.now), grid.openOf(state.now) - grid.interval.length);
    QByteArrayList rows;
    for (const SimulatedCandle& candle : candlesFor(question, state))
        rows.append(JsonText()
                        .text("timestamp", QByteArray::number(toMsecs(candle.openTime) / 1000))
                        .text("open", plainText(candle.open))
                        .text("high", plainText(candle.high))
                        .text("low", plainText(candle.low))
                        .text("close", plainText(candle.close))
                        .text("volume", fixedText(candle.volume.units, 8))
                        .object());
    const SimulatedInstrument& of = state.market.at(instrument);
    const QByteArray data =
        JsonText().text("pair", of.asset + '/' + of.quote).raw("ohlc", jsonArray(rows)).object();
    return {200, JsonText().raw("data", data).object()};
}

HttpReply ticker(const VenueState& state, int instrument)
{
    const SimulatedCandle day = state.market.day(instrument, state.now).sum;
    return {200, JsonText()
                     .text("timestamp", QByteArray::number(toMsecs(state.now) / 1000))
                     .text("open", plainText(day.open))
                     .text("high", plainText(day.high))
                     .text("low", plainText(day.low))
                     .text("last", plainText(day.close))
                     .text("volume", fixedText(day.volume.units, 8))
                     .text("open_24", plainText(day.open))
                     .object()};
}

} // namespace

std::vector<SimulatedInstrument> BitstampVenue::instruments() const
{
    return planInstruments(
        {.venue = "bitstamp", .quote = "USD", .divider = "", .tradesPerKilosecond = 700, .quietEvery = 20});
}

StreamRules BitstampVenue::streamRules() const
{
    return {.lifetime = 24h * 90, .goodbyeLead = 5s};
}

RestRules BitstampVenue::restRules() const
{
    return {.burst = 400, .perSecond = 400};
}

HttpReply BitstampVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArrayList parts = request.path.split('/'); // "", api, v2, ohlc, btcusd, ""
    const int instrument = state.market.find(parts.value(4).toUpper());
    if (parts.value(1) != "api" || parts.value(2) != "v2" || instrument < 0)
        return htmlReply(404);
    if (parts.value(3) == "ohlc")
        return candles(request, state, instrument);
    return parts.value(3) == "ticker" ? ticker(state, instrument) : htmlReply(404);
}

HttpReply BitstampVenue::tooMany(std::optional<UtcTime>) const
{
    return {429, "{\"status\":\"error\",\"reason\":\"Request rate limit exceeded\",\"code\":\"400.002\"}"};
}

HttpReply BitstampVenue::errorBody() const
{
    HttpReply reply = refusal("Something is wrong", "unknown");
    reply.status = 200;
    return reply;
}

std::unique_ptr<StreamSession> BitstampVenue::open(const HttpRequest& request)
{
    return request.path.isEmpty() || request.path == "/" ? std::make_unique<BitstampSession>() : nullptr;
}

} // namespace holdline::testing
