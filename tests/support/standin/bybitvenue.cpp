// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/bybitvenue.h"

#include "models/foundation/clock.h"
#include "tests/support/standin/bybitsession.h"
#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/jsontext.h"

#include <algorithm>
#include <map>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

HttpReply envelope(int code, const QByteArray& message, const QByteArray& result, UtcTime now)
{
    return {200, JsonText()
                     .number("retCode", code)
                     .text("retMsg", message)
                     .raw("result", result)
                     .raw("retExtInfo", "{}")
                     .number("time", toMsecs(now))
                     .object()};
}

std::optional<UtcTime> bybitTimeOf(const HttpRequest& request, const char* name)
{
    const auto number = request.number(name);
    return number ? std::optional(fromMsecs(*number)) : std::nullopt;
}

QByteArray rowOf(const SimulatedCandle& candle)
{
    return jsonArray({quoted(QByteArray::number(toMsecs(candle.openTime))), quoted(plainText(candle.open)),
                      quoted(plainText(candle.high)), quoted(plainText(candle.low)),
                      quoted(plainText(candle.close)), quoted(plainText(candle.volume)),
                      quoted(plainText(candle.quoteVolume))});
}

HttpReply klines(const HttpRequest& request, const VenueState& state, const QByteArray& category,
                 int instrument)
{
    const auto interval = bybitInterval(request.parameter("interval"));
    const auto limit = request.number("limit").value_or(200);
    if (!interval || limit < 1 || limit > 1000)
        return envelope(10001, interval ? "params error: limit invalid" : "Invalid period!", "{}", state.now);
    const auto start = bybitTimeOf(request, "start");
    const auto end = bybitTimeOf(request, "end");
    auto candles =
        candlesFor({instrument, {{*interval}}, start, end, static_cast<int>(limit), start && !end}, state);
    std::reverse(candles.begin(), candles.end());
    QByteArrayList rows;
    for (const SimulatedCandle& candle : candles)
        rows.append(rowOf(candle));
    const QByteArray result = JsonText()
                                  .text("symbol", state.market.at(instrument).symbol)
                                  .text("category", category)
                                  .raw("list", jsonArray(rows))
                                  .object();
    return envelope(0, "OK", result, state.now);
}

HttpReply openInterest(const HttpRequest& request, const VenueState& state, const QByteArray& category,
                       int instrument)
{
    static const std::map<QByteArray, Span> periods{{"5min", 5min}, {"15min", 15min}, {"30min", 30min},
                                                    {"1h", 60min},  {"4h", 240min},   {"1d", 1440min}};
    const auto period = periods.find(request.parameter("intervalTime"));
    if (period == periods.end())
        return envelope(10001, "params error: intervalTime invalid", "{}", state.now);
    const auto limit = std::clamp<qint64>(request.number("limit").value_or(50), 1, 200);
    const Interval step{period->second};
    const UtcTime end = std::min(bybitTimeOf(request, "endTime").value_or(state.now), state.now);
    const UtcTime start =
        std::max(bybitTimeOf(request, "startTime").value_or(fromMsecs(0)), state.market.beginning());
    QByteArrayList rows;
    for (UtcTime at = step.bucketStart(end); at >= start && rows.size() < limit; at -= step.length) {
        const Quantity one = state.market.openInterest(instrument, at);
        rows.append(JsonText()
                        .text("openInterest", plainText(Amount{Int128{one.units} * 2}))
                        .text("singleOpenInterest", plainText(Amount{one.units}))
                        .text("timestamp", QByteArray::number(toMsecs(at)))
                        .object());
    }
    const QByteArray result = JsonText()
                                  .text("symbol", state.market.at(instrument).symbol)
                                  .text("category", category)
                                  .raw("list", jsonArray(rows))
                                  .text("nextPageCursor", "")
                                  .object();
    return envelope(0, "OK", result, state.now);
}

HttpReply tickers(const VenueState& state, const QByteArray& category, int instrument)
{
    JsonText ticker;
    ticker.text("symbol", state.market.at(instrument).symbol);
    for (const auto& [name, value] : bybitTicker(state.market, instrument, state.now))
        ticker.text(name.constData(), value);
    const QByteArray result =
        JsonText().text("category", category).raw("list", jsonArray({ticker.object()})).object();
    return envelope(0, "OK", result, state.now);
}

/// Newest first.
HttpReply fundingRates(const HttpRequest& request, const VenueState& state, const QByteArray& category,
                       int instrument)
{
    const Interval step{8h};
    const auto limit = std::clamp<qint64>(request.number("limit").value_or(200), 1, 200);
    const UtcTime end = std::min(bybitTimeOf(request, "endTime").value_or(state.now), state.now);
    const UtcTime start =
        std::max(bybitTimeOf(request, "startTime").value_or(fromMsecs(0)), state.market.beginning());
    QByteArrayList rows;
    for (UtcTime at = step.bucketStart(end); at >= start && rows.size() < limit; at -= step.length) {
        rows.append(JsonText()
                        .text("symbol", state.market.at(instrument).symbol)
                        .text("fundingRate", plainText(state.market.fundingRate(instrument, at)))
                        .text("fundingRateTimestamp", QByteArray::number(toMsecs(at)))
                        .object());
    }
    return envelope(0, "OK", JsonText().text("category", category).raw("list", jsonArray(rows)).object(),
                    state.now);
}

} // namespace

std::optional<Span> bybitInterval(const QByteArray& name)
{
    static const QByteArrayList minutes{"1", "3", "5", "15", "30", "60", "120", "240", "360", "720"};
    if (minutes.contains(name))
        return 1min * name.toInt();
    if (name == "D")
        return 24h;
    return name == "W" ? std::optional<Span>(168h) : std::nullopt;
}

int bybitInstrument(const SimulatedMarket& market, const QByteArray& category, const QByteArray& symbol)
{
    if (category == "linear")
        return market.findKey("bybit:" + symbol);
    return category == "spot" ? market.findKey("bybit-spot:" + symbol) : -1;
}

std::vector<std::pair<QByteArray, QByteArray>> bybitTicker(const SimulatedMarket& market, int instrument,
                                                           UtcTime now)
{
    const SimulatedInstrument& of = market.at(instrument);
    const SimulatedDay day = market.day(instrument, now);
    const Price last = day.sum.close;
    std::vector<std::pair<QByteArray, QByteArray>> members{
        {"lastPrice", plainText(last)},
        {"prevPrice24h", plainText(day.sum.open)},
        {"highPrice24h", plainText(day.sum.high)},
        {"lowPrice24h", plainText(day.sum.low)},
        {"volume24h", plainText(day.sum.volume)},
        {"turnover24h", plainText(day.sum.quoteVolume)},
        {"bid1Price", plainText(last)},
        {"ask1Price", plainText(last)},
    };
    if (!of.isContract)
        return members;
    const Quantity interest = market.openInterest(instrument, now);
    const UtcTime next = Interval{8h}.bucketStart(now) + 8h;
    members.insert(members.end(), {{"markPrice", plainText(Price{last.units + last.units / 20'000})},
                                   {"indexPrice", plainText(last)},
                                   {"openInterest", plainText(Amount{interest.units})},
                                   {"openInterestValue", plainText(last * interest)},
                                   {"fundingRate", plainText(market.fundingRate(instrument, next))},
                                   {"nextFundingTime", QByteArray::number(toMsecs(next))}});
    return members;
}

std::vector<SimulatedInstrument> BybitVenue::instruments() const
{
    auto all = planInstruments(
        {.venue = "bybit", .quote = "USDT", .divider = "", .isContract = true, .tradesPerKilosecond = 2000});
    for (const SimulatedInstrument& spot : planInstruments(
             {.venue = "bybit-spot", .quote = "USDT", .divider = "", .tradesPerKilosecond = 1000}))
        all.push_back(spot);
    return all;
}

StreamRules BybitVenue::streamRules() const
{
    return {.idle = 10min, .goodbyeLead = 1s};
}

RestRules BybitVenue::restRules() const
{
    return {.burst = 600, .perSecond = 120};
}

HttpReply BybitVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArray path = request.path.mid(11);
    if (!request.path.startsWith("/v5/market/"))
        return envelope(10017, "Route not found.", "{}", state.now);
    if (path == "time") {
        const qint64 now = toMsecs(state.now);
        return envelope(0, "OK",
                        JsonText()
                            .text("timeSecond", QByteArray::number(now / 1000))
                            .text("timeNano", QByteArray::number(now) + "000000")
                            .object(),
                        state.now);
    }
    const QByteArray category = request.hasParameter("category") ? request.parameter("category") : "linear";
    const int instrument = bybitInstrument(state.market, category, request.parameter("symbol"));
    if (category != "linear" && category != "spot")
        return envelope(10001, "params error: Category is invalid", "{}", state.now);
    if (instrument < 0)
        return envelope(10001, "params error: Symbol Invalid", "{}", state.now);
    if (path == "kline")
        return klines(request, state, category, instrument);
    if (path == "tickers")
        return tickers(state, category, instrument);
    if (path == "open-interest" && category == "linear")
        return openInterest(request, state, category, instrument);
    if (path == "funding/history" && category == "linear")
        return fundingRates(request, state, category, instrument);
    return envelope(10017, "Route not found.", "{}", state.now);
}

HttpReply BybitVenue::tooMany(std::optional<UtcTime>) const
{
    return {403, "access too frequent", "text/plain"};
}

HttpReply BybitVenue::errorBody() const
{
    return envelope(10016, "Internal System Error.", "{}", SystemClock().now());
}

std::unique_ptr<StreamSession> BybitVenue::open(const HttpRequest& request)
{
    const QByteArray category = request.path.mid(11);
    if (request.path.startsWith("/v5/public/") && (category == "linear" || category == "spot"))
        return std::make_unique<BybitSession>(category);
    return nullptr;
}

} // namespace holdline::testing
