// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/okxvenue.h"

#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/okxsession.h"

#include <algorithm>
#include <map>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

constexpr int mostRecentCandles = 1440; ///< `candles` goes no further back, `history-candles` does

HttpReply envelope(const QByteArray& code, const QByteArray& message, const QByteArrayList& data = {})
{
    return {200, JsonText().text("code", code).text("msg", message).raw("data", jsonArray(data)).object()};
}

QByteArray stamp(UtcTime time)
{
    return QByteArray::number(toMsecs(time));
}

HttpReply candles(const HttpRequest& request, const VenueState& state, int instrument, bool isHistory)
{
    const auto grid = okxGrid(request.hasParameter("bar") ? request.parameter("bar") : "1m");
    if (!grid)
        return envelope("51000", "Parameter bar error");
    const auto limit = std::clamp<qint64>(request.number("limit").value_or(100), 1, isHistory ? 100 : 300);
    const Span length = grid->interval.length;
    CandleQuestion question{instrument, *grid, {}, {}, static_cast<int>(limit)};
    if (const auto after = request.number("after"))
        question.last = fromMsecs(*after - 1);
    if (const auto before = request.number("before"))
        question.first = fromMsecs(*before + 1);
    const UtcTime open = grid->openOf(state.now);
    if (isHistory)
        question.last = std::min(question.last.value_or(state.now), open - length);
    else
        question.first =
            std::max(question.first.value_or(earliestTime), open - length * (mostRecentCandles - 1));
    auto found = candlesFor(question, state);
    std::reverse(found.begin(), found.end());
    QByteArrayList rows;
    for (const SimulatedCandle& candle : found)
        rows.append(okxRow(state.market.at(instrument), candle, candle.openTime + length <= state.now));
    return envelope("0", "", rows);
}

QByteArray instrumentText(const SimulatedInstrument& of, bool isHalted)
{
    const QByteArray state = isHalted ? "suspend" : "live";
    if (!of.isContract)
        return JsonText()
            .text("instType", "SPOT")
            .text("instId", of.symbol)
            .text("baseCcy", of.asset)
            .text("quoteCcy", of.quote)
            .text("ctVal", "")
            .text("ctMult", "")
            .text("ctType", "")
            .text("state", state)
            .object();
    return JsonText()
        .text("instType", "SWAP")
        .text("instId", of.symbol)
        .text("instFamily", of.asset + '-' + of.quote)
        .text("uly", of.asset + '-' + of.quote)
        .text("settleCcy", of.quote)
        .text("ctVal", plainText(Amount{of.contractUnits}))
        .text("ctMult", "1")
        .text("ctValCcy", of.asset)
        .text("ctType", "linear")
        .text("state", state)
        .object();
}

HttpReply contracts(const HttpRequest& request, const VenueState& state)
{
    const QByteArray type = request.parameter("instType");
    if (type != "SWAP" && type != "SPOT")
        return envelope("51000", "Parameter instType error");
    QByteArrayList texts;
    for (const SimulatedInstrument& of : state.market.instruments()) {
        const bool isAsked = !request.hasParameter("instId") || request.parameter("instId") == of.symbol;
        if (of.isContract == (type == "SWAP") && isAsked)
            texts.append(instrumentText(of, state.faults.active(u"halt") != nullptr));
    }
    if (type == "SWAP" && !request.hasParameter("instId"))
        texts.append(JsonText()
                         .text("instType", "SWAP")
                         .text("instId", "BTC-USD-SWAP")
                         .text("instFamily", "BTC-USD")
                         .text("uly", "BTC-USD")
                         .text("settleCcy", "BTC")
                         .text("ctVal", "100")
                         .text("ctMult", "1")
                         .text("ctValCcy", "USD")
                         .text("ctType", "inverse")
                         .text("state", "live")
                         .object());
    return envelope("0", "", texts);
}

HttpReply openInterest(const VenueState& state, int instrument)
{
    const SimulatedInstrument& of = state.market.at(instrument);
    const Quantity interest = state.market.openInterest(instrument, state.now);
    const Int128 contracts = Int128{interest.units} / of.contractUnits * decimalUnits;
    const Amount base{contracts / decimalUnits * of.contractUnits};
    return envelope("0", "",
                    {JsonText()
                         .text("instType", "SWAP")
                         .text("instId", of.symbol)
                         .text("oi", plainText(Amount{contracts}))
                         .text("oiCcy", plainText(base))
                         .text("ts", stamp(state.now))
                         .object()});
}

HttpReply fundingHistory(const HttpRequest& request, const VenueState& state, int instrument)
{
    const Interval step{8h};
    const auto limit = std::clamp<qint64>(request.number("limit").value_or(100), 1, 100);
    const UtcTime after = fromMsecs(request.number("after").value_or(toMsecs(state.now) + 1));
    const UtcTime before = fromMsecs(request.number("before").value_or(toMsecs(state.market.beginning())));
    QByteArrayList rows;
    for (UtcTime at = step.bucketStart(after - 1ms); at > before && rows.size() < limit; at -= step.length) {
        const QByteArray rate = plainText(state.market.fundingRate(instrument, at));
        rows.append(JsonText()
                        .text("instType", "SWAP")
                        .text("instId", state.market.at(instrument).symbol)
                        .text("fundingRate", rate)
                        .text("realizedRate", rate)
                        .text("fundingTime", stamp(at))
                        .object());
    }
    return envelope("0", "", rows);
}

HttpReply fundingNow(const VenueState& state, int instrument)
{
    const UtcTime next = Interval{8h}.bucketStart(state.now) + 8h;
    return envelope("0", "",
                    {JsonText()
                         .text("instType", "SWAP")
                         .text("instId", state.market.at(instrument).symbol)
                         .text("fundingRate", plainText(state.market.fundingRate(instrument, next)))
                         .text("fundingTime", stamp(next))
                         .text("nextFundingRate", "")
                         .text("nextFundingTime", stamp(next + 8h))
                         .object()});
}

HttpReply markPrices(const VenueState& state, int instrument)
{
    const qint64 last = state.market.lastPrice(instrument, state.now).units;
    return envelope("0", "",
                    {JsonText()
                         .text("instType", "SWAP")
                         .text("instId", state.market.at(instrument).symbol)
                         .text("markPx", plainText(Price{last + last / 20'000}))
                         .text("ts", stamp(state.now))
                         .object()});
}

HttpReply okxTicker(const VenueState& state, int instrument)
{
    const SimulatedInstrument& of = state.market.at(instrument);
    const SimulatedCandle sum = state.market.day(instrument, state.now).sum;
    return envelope("0", "",
                    {JsonText()
                         .text("instType", of.isContract ? "SWAP" : "SPOT")
                         .text("instId", of.symbol)
                         .text("last", plainText(sum.close))
                         .text("open24h", plainText(sum.open))
                         .text("high24h", plainText(sum.high))
                         .text("low24h", plainText(sum.low))
                         .text("volCcy24h", plainText(of.isContract ? sum.volume : sum.quoteVolume))
                         .text("vol24h", plainText(of.isContract ? Amount{sum.volume.units /
                                                                          of.contractUnits * decimalUnits}
                                                                 : sum.volume))
                         .text("ts", stamp(state.now))
                         .object()});
}

HttpReply liquidationOrders(const HttpRequest& request, const VenueState& state)
{
    QByteArrayList data;
    for (int i = 0; i < static_cast<int>(state.market.instruments().size()); ++i) {
        const SimulatedInstrument& of = state.market.at(i);
        const QByteArray family = of.asset + '-' + of.quote;
        const QByteArray asked = request.parameter("instFamily") + request.parameter("uly");
        auto orders = state.market.liquidations(i, {state.now - 24h, state.now});
        if (!of.isContract || asked != family || orders.empty())
            continue;
        std::reverse(orders.begin(), orders.end());
        orders.resize(std::min<std::size_t>(orders.size(), 100));
        data.append(okxOrder(of, orders));
    }
    return envelope("0", "", data);
}

} // namespace

std::optional<CandleGrid> okxGrid(const QByteArray& bar)
{
    static const std::map<QByteArray, Span> lengths{
        {"1m", 1min}, {"3m", 3min}, {"5m", 5min}, {"15m", 15min}, {"30m", 30min}, {"1H", 1h},
        {"2H", 2h},   {"4H", 4h},   {"6H", 6h},   {"12H", 12h},   {"1D", 24h},    {"1W", 168h}};
    const bool isUtc = bar.endsWith("utc");
    const auto found = lengths.find(isUtc ? bar.chopped(3) : bar);
    if (found == lengths.end() || (isUtc && found->second < 6h))
        return std::nullopt;
    const bool isShifted = !isUtc && found->second >= 6h;
    return CandleGrid{{found->second}, isShifted ? Span{-8h} : Span{}};
}

QByteArray okxRow(const SimulatedInstrument& of, const SimulatedCandle& candle, bool isClosed)
{
    const Amount contracts{candle.volume.units * decimalUnits / of.contractUnits};
    QByteArrayList cells{stamp(candle.openTime),
                         plainText(candle.open),
                         plainText(candle.high),
                         plainText(candle.low),
                         plainText(candle.close),
                         plainText(of.isContract ? contracts : candle.volume),
                         plainText(of.isContract ? candle.volume : candle.quoteVolume),
                         plainText(candle.quoteVolume),
                         isClosed ? "1" : "0"};
    for (QByteArray& cell : cells)
        cell = quoted(cell);
    return jsonArray(cells);
}

QByteArray okxOrder(const SimulatedInstrument& of, const std::vector<Liquidation>& orders)
{
    QByteArrayList details;
    for (const Liquidation& each : orders) {
        const bool isLong = each.side == PositionSide::Long;
        details.append(JsonText()
                           .text("bkLoss", "0")
                           .text("bkPx", plainText(each.price))
                           .text("ccy", "")
                           .text("posSide", isLong ? "long" : "short")
                           .text("side", isLong ? "sell" : "buy")
                           .text("sz", QByteArray::number(each.quantity.units / of.contractUnits))
                           .text("ts", stamp(each.time))
                           .object());
    }
    return JsonText()
        .raw("details", jsonArray(details))
        .text("instFamily", of.asset + '-' + of.quote)
        .text("instId", of.symbol)
        .text("instType", "SWAP")
        .text("uly", of.asset + '-' + of.quote)
        .object();
}

std::vector<SimulatedInstrument> OkxVenue::instruments() const
{
    auto all =
        planInstruments({.venue = "okx", .quote = "USDT", .divider = "-", .tradesPerKilosecond = 1000});
    for (const SimulatedInstrument& swap : planInstruments({.venue = "okx",
                                           .quote = "USDT",
                                           .divider = "-",
                                           .suffix = "-SWAP",
                                           .isContract = true,
                                           .tradesPerKilosecond = 1500}))
        all.push_back(swap);
    return all;
}

StreamRules OkxVenue::streamRules() const
{
    return {.subscribeWithin = 30s, .idle = 30s, .goodbyeLead = 30s};
}

RestRules OkxVenue::restRules() const
{
    return {.burst = 40, .perSecond = 20};
}

HttpReply OkxVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArray path = request.path.startsWith("/api/v5/") ? request.path.mid(8) : QByteArray();
    if (path == "public/time")
        return envelope("0", "", {JsonText().text("ts", stamp(state.now)).object()});
    if (path == "public/instruments")
        return contracts(request, state);
    if (path == "public/liquidation-orders")
        return liquidationOrders(request, state);
    const int instrument = state.market.find(request.parameter("instId"));
    if (instrument < 0)
        return envelope("51001", "Instrument ID doesn't exist.");
    if (path == "market/candles" || path == "market/history-candles")
        return candles(request, state, instrument, path == "market/history-candles");
    if (path == "market/ticker")
        return okxTicker(state, instrument);
    if (!state.market.at(instrument).isContract)
        return envelope("51001", "Instrument ID doesn't exist.");
    if (path == "public/open-interest")
        return openInterest(state, instrument);
    if (path == "public/funding-rate-history")
        return fundingHistory(request, state, instrument);
    if (path == "public/funding-rate")
        return fundingNow(state, instrument);
    return path == "public/mark-price" ? markPrices(state, instrument) : htmlReply(404);
}

HttpReply OkxVenue::tooMany(std::optional<UtcTime>) const
{
    HttpReply reply = envelope("50011", "Too Many Requests");
    reply.status = 429;
    return reply;
}

HttpReply OkxVenue::errorBody() const
{
    return envelope("50001", "Service temporarily unavailable. Please try again later.");
}

std::unique_ptr<StreamSession> OkxVenue::open(const HttpRequest& request)
{
    if (request.path == "/ws/v5/public" || request.path == "/ws/v5/business")
        return std::make_unique<OkxSession>(request.path.endsWith("business"));
    return nullptr;
}

} // namespace holdline::testing
