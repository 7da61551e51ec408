// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/coinglassvenue.h"

#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedflows.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

constexpr qint64 sessionsTold = 40;

HttpReply coinglassReply(const QByteArray& code, const QByteArray& message, const QByteArray& data = {})
{
    JsonText text;
    text.text("code", code).text("msg", message);
    if (!data.isEmpty())
        text.raw("data", data);
    return {200, text.object()};
}

std::optional<HttpReply> coinglassRefusalOf(const HttpRequest& request, const VenueState& state)
{
    const QByteArray key = request.header("cg-api-key");
    if (key != standInKey || state.faults.active(u"bad-key"))
        return coinglassReply("30001", "API key missing: " + key); // repeats it, as careless servers do
    if (const ScenarioEvent* fault = state.faults.active(u"no-plan");
        fault && fault->fits("paths", request.path))
        return coinglassReply("403", "Upgrade plan");
    if (state.faults.active(u"limited"))
        return coinglassReply("429", "Too Many Requests");
    return std::nullopt;
}

QByteArray coinglassNumber(Amount value, int index, const VenueState& state)
{
    if (const ScenarioEvent* odd = state.faults.active(u"odd-values");
        odd && index % static_cast<int>(odd->number("every", 5)) == 0)
        return odd->text("value", "null");
    return state.faults.active(u"text-numbers") ? quoted(value.toText()) : value.toText();
}

QByteArray flowRow(UtcTime day, int index, const VenueState& state)
{
    QByteArrayList funds;
    Amount sum;
    for (const QByteArray& fund : simulatedFunds()) {
        JsonText text;
        text.text("etf_ticker", fund);
        if (!isWithheld(fund, day, state)) {
            text.raw("flow_usd", coinglassNumber(simulatedFlow(fund, day), index, state));
            sum += simulatedFlow(fund, day);
        }
        funds.append(text.object());
    }
    return JsonText()
        .number("timestamp", day.time_since_epoch() / 1ms)
        .raw("flow_usd", sum.toText())
        .raw("price_usd", "90000")
        .raw("etf_flows", jsonArray(funds))
        .object();
}

QByteArray flowRows(const VenueState& state)
{
    QByteArrayList rows;
    for (const UtcTime day : toldSessions(state.now, sessionsTold))
        rows.append(flowRow(day, static_cast<int>(rows.size()), state));
    return jsonArray(rows);
}

QByteArray sumRows(const HttpRequest& request, const char* first, const char* second, const VenueState& state)
{
    const bool isTaker = QByteArrayView(first).contains("buy");
    const qint64 limit = request.number("limit").value_or(1000);
    const UtcTime from{1ms * request.number("start_time").value_or(0)};
    QByteArrayList rows;
    int index = 0;
    for (UtcTime start{state.now.time_since_epoch() / 4h * 4h}; start >= from && rows.size() < limit;
         start -= 4h) {
        ++index;
        rows.prepend(
            JsonText()
                .number("time", start.time_since_epoch() / 1ms)
                .raw(first, coinglassNumber(coinglassSum(isTaker ? "buy" : "long", start), index, state))
                .raw(second, coinglassNumber(coinglassSum(isTaker ? "sell" : "short", start), index, state))
                .object());
    }
    return jsonArray(rows);
}

} // namespace

Amount coinglassSum(QByteArrayView side, UtcTime start)
{
    const Amount coins = cohortOf(side, start, start).supply;
    return {coins.units * 10 + start.time_since_epoch() / 4h % 89};
}

HttpReply CoinglassVenue::answer(const HttpRequest& request, const VenueState& state)
{
    if (auto refused = coinglassRefusalOf(request, state))
        return *refused;
    QByteArray rows;
    if (request.path == "/api/etf/bitcoin/flow-history")
        rows = flowRows(state);
    else if (request.parameter("symbol") != "BTC" || request.parameter("interval") != "4h" ||
             request.parameter("exchange_list") != "Binance,OKX,Bybit")
        return coinglassReply("400", "Bad Request");
    else if (request.path == "/api/futures/liquidation/aggregated-history")
        rows = sumRows(request, "aggregated_long_liquidation_usd", "aggregated_short_liquidation_usd", state);
    else if (request.path == "/api/futures/aggregated-taker-buy-sell-volume/history")
        rows = sumRows(request, "aggregated_buy_volume_usd", "aggregated_sell_volume_usd", state);
    else
        return coinglassReply("404", "Not Found");
    return coinglassReply("0", "success", state.faults.active(u"empty") ? QByteArray("[]") : rows);
}

HttpReply CoinglassVenue::tooMany(std::optional<UtcTime>) const
{
    HttpReply reply = coinglassReply("429", "Too Many Requests");
    reply.status = 429;
    return reply;
}

HttpReply CoinglassVenue::errorBody() const
{
    return coinglassReply("500", "Something is wrong");
}

} // namespace holdline::testing
