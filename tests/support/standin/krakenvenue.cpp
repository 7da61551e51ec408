// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/krakenvenue.h"

#include "tests/support/standin/candlebucketing.h"
#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/krakensession.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

constexpr int mostRows = 720;

HttpReply envelope(const QByteArray& result)
{
    return {200, JsonText().raw("error", "[]").raw("result", result).object()};
}

HttpReply refusal(const QByteArray& text)
{
    return {200, JsonText().raw("error", jsonArray({quoted(text)})).object()};
}

/// `XXBTZUSD` for bitcoin; younger pairs have no letters before.
QByteArray canonicalName(const SimulatedInstrument& of)
{
    const QByteArray asset = of.asset == "BTC" ? QByteArray("XBT") : of.asset;
    const bool isOld = asset == "XBT" || asset == "ETH" || asset == "XRP";
    return isOld ? 'X' + asset + 'Z' + of.quote : asset + of.quote;
}

int findPair(const SimulatedMarket& market, const QByteArray& name)
{
    for (int i = 0; i < static_cast<int>(market.instruments().size()); ++i) {
        const SimulatedInstrument& of = market.at(i);
        const QByteArray asset = of.asset == "BTC" ? QByteArray("XBT") : of.asset;
        if (name == canonicalName(of) || name == asset + of.quote || name == asset + '/' + of.quote ||
            name == of.symbol || name == of.asset + of.quote)
            return i;
    }
    return -1;
}

QByteArray weightedPrice(const SimulatedCandle& candle)
{
    if (candle.volume.units == 0)
        return "0.0";
    return QByteArray::number(candle.quoteVolume.toDouble() / candle.volume.toDouble(), 'f', 5);
}

HttpReply krakenCandles(const HttpRequest& request, const VenueState& state, int instrument)
{
    static const std::vector<qint64> lengths{1, 5, 15, 30, 60, 240, 1440, 10080, 21600};
    const qint64 minutes = request.number("interval").value_or(1);
    if (std::find(lengths.begin(), lengths.end(), minutes) == lengths.end())
        return refusal("EGeneral:Invalid arguments");
    const CandleGrid grid{{1min * minutes}};
    const auto since = request.number("since");
    QByteArrayList rows;
    qint64 last = 0;
    // The newest 720, whatever `since` says; the open one always.
    for (const SimulatedCandle& candle : candlesFor({instrument, grid, {}, {}, mostRows}, state)) {
        const qint64 time = toMsecs(candle.openTime) / 1000;
        const bool isOpen = candle.openTime + grid.interval.length > state.now;
        last = isOpen ? last : time;
        if (since && time <= *since && !isOpen)
            continue;
        rows.append(jsonArray(
            {QByteArray::number(time), quoted(plainText(candle.open)), quoted(plainText(candle.high)),
             quoted(plainText(candle.low)), quoted(plainText(candle.close)), quoted(weightedPrice(candle)),
             quoted(fixedText(candle.volume.units, 8)), QByteArray::number(candle.trades)}));
    }
    return envelope(JsonText()
                        .raw(canonicalName(state.market.at(instrument)).constData(), jsonArray(rows))
                        .number("last", last)
                        .object());
}

HttpReply trades(const HttpRequest& request, const VenueState& state, int instrument)
{
    const auto most =
        static_cast<std::size_t>(std::clamp<qint64>(request.number("count").value_or(1000), 1, 1000));
    const auto since = request.number("since");
    const UtcTime from = since ? fromMsecs(*since / 1'000'000) + 1ms : state.now - 30min;
    std::vector<SimulatedTrade> found;
    for (UtcTime at = from; at < state.now && found.size() < most; at += 10min) {
        const auto more = state.market.trades(instrument, {at, std::min(at + 10min, state.now)});
        found.insert(found.end(), more.begin(), more.end());
    }
    if (found.size() > most)
        since ? found.resize(most)
              : void(found.erase(found.begin(), found.end() - static_cast<qsizetype>(most)));
    QByteArrayList rows;
    for (const SimulatedTrade& trade : found) {
        const qint64 ms = toMsecs(trade.time);
        rows.append(
            jsonArray({quoted(plainText(trade.price)), quoted(fixedText(trade.quantity.units, 8)),
                       fixedText(Int128{ms} * (decimalUnits / 1000), 7), trade.isTakerBuy ? "\"b\"" : "\"s\"",
                       "\"m\"", "\"\"", QByteArray::number(trade.id)}));
    }
    const UtcTime last = found.empty() ? from : found.back().time;
    return envelope(JsonText()
                        .raw(canonicalName(state.market.at(instrument)).constData(), jsonArray(rows))
                        .text("last", QByteArray::number(toMsecs(last)) + "000000")
                        .object());
}

QByteArray pairOf(const QByteArray& one, const QByteArray& two)
{
    return jsonArray({quoted(one), quoted(two)});
}

HttpReply krakenTicker(const VenueState& state, int instrument)
{
    const SimulatedInstrument& of = state.market.at(instrument);
    const SimulatedCandle day = state.market.day(instrument, state.now).sum;
    const auto both = [](const QByteArray& text) { return pairOf(text, text); };
    const QByteArray text = JsonText()
                                .raw("c", jsonArray({quoted(plainText(day.close)), "\"0.01\""}))
                                .raw("v", both(plainText(day.volume)))
                                .raw("p", both(weightedPrice(day)))
                                .raw("l", both(plainText(day.low)))
                                .raw("h", both(plainText(day.high)))
                                .text("o", plainText(day.open))
                                .object();
    return envelope(JsonText().raw(canonicalName(of).constData(), text).object());
}

} // namespace

std::vector<SimulatedInstrument> KrakenVenue::instruments() const
{
    return planInstruments(
        {.venue = "kraken", .quote = "USD", .divider = "/", .tradesPerKilosecond = 900, .quietEvery = 30});
}

StreamRules KrakenVenue::streamRules() const
{
    return {.idle = 60s, .goodbyeLead = 1s};
}

RestRules KrakenVenue::restRules() const
{
    return {.burst = 15, .perSecond = 1};
}

HttpReply KrakenVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArray path = request.path.startsWith("/0/public/") ? request.path.mid(10) : QByteArray();
    if (path == "Time")
        return envelope(
            JsonText().number("unixtime", toMsecs(state.now) / 1000).text("rfc1123", "-").object());
    if (path == "SystemStatus")
        return envelope(JsonText()
                            .text("status", state.faults.active(u"halt") ? "maintenance" : "online")
                            .text("timestamp", isoText(state.now, 3).left(19) + 'Z')
                            .object());
    const int instrument = findPair(state.market, request.parameter("pair"));
    if (path != "OHLC" && path != "Trades" && path != "Ticker")
        return refusal("EGeneral:Unknown method");
    if (instrument < 0)
        return refusal("EQuery:Unknown asset pair");
    if (path == "OHLC")
        return krakenCandles(request, state, instrument);
    return path == "Trades" ? trades(request, state, instrument) : krakenTicker(state, instrument);
}

HttpReply KrakenVenue::tooMany(std::optional<UtcTime>) const
{
    return refusal("EGeneral:Too many requests");
}

HttpReply KrakenVenue::errorBody() const
{
    return refusal("EService:Unavailable");
}

std::unique_ptr<StreamSession> KrakenVenue::open(const HttpRequest& request)
{
    return request.path == "/v2" ? std::make_unique<KrakenSession>() : nullptr;
}

} // namespace holdline::testing
