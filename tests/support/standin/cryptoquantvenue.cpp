// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/cryptoquantvenue.h"

#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

#include <algorithm>

namespace holdline::testing {

namespace {

constexpr UtcTime cryptoquantFirstDay{std::chrono::sys_days{std::chrono::year{2010} / 7 / 17}};
const QByteArray costPath = "/v1/btc/market-indicator/utxo-realized-price-age-distribution";
const QByteArray supplyPath = "/v1/btc/network-indicator/utxo-age-distribution";
const QByteArray takerPath = "/v1/btc/market-data/taker-buy-sell-stats";
const QByteArray inflowPath = "/v1/btc/exchange-flows/inflow";

HttpReply cryptoquantRefusal(int status, const QByteArray& message)
{
    const QByteArray words = JsonText().number("code", status).text("message", message).object();
    return {status, JsonText().raw("status", words).object()};
}

std::optional<HttpReply> refusalOf(const HttpRequest& request, const VenueState& state)
{
    const QByteArray shown = request.header("authorization");
    if (shown != QByteArray("Bearer ") + standInKey || state.faults.active(u"bad-key"))
        return cryptoquantRefusal(401, "Invalid token: " + shown); // repeats it, as careless servers do
    if (const ScenarioEvent* fault = state.faults.active(u"no-plan");
        fault && fault->fits("paths", request.path))
        return cryptoquantRefusal(403, "Your plan does not include this endpoint");
    return std::nullopt;
}

const QByteArrayList& bands()
{
    static const QByteArrayList all{"range_0d_1d",  "range_1d_1w",  "range_1w_1m",   "range_1m_3m",
                                    "range_3m_6m",  "range_6m_12m", "range_12m_18m", "range_18m_2y",
                                    "range_2y_3y",  "range_3y_5y",  "range_5y_7y",   "range_7y_10y",
                                    "range_10y_inf"};
    return all;
}

const QByteArrayList& fieldsOf(const QByteArray& path)
{
    static const QByteArrayList taker{"taker_buy_volume", "taker_sell_volume"};
    static const QByteArrayList inflow{"inflow_total", "inflow_top10"};
    return path == takerPath ? taker : path == inflowPath ? inflow : bands();
}

QByteArray rowText(const QByteArray& path, UtcTime day, const VenueState& state)
{
    const qint64 index = day.time_since_epoch() / oneDayLong;
    const ScenarioEvent* odd = state.faults.active(u"odd-values");
    const bool isOdd = odd && index % static_cast<int>(odd->number("every", 5)) == 0;
    JsonText row;
    row.text("date", toIso(day).left(10).toLatin1());
    for (const QByteArray& field : fieldsOf(path)) {
        const QByteArray value = cryptoquantValue(field, path == costPath, day).toText();
        row.raw(field.constData(), isOdd                                  ? odd->text("value", "null")
                                   : state.faults.active(u"text-numbers") ? quoted(value)
                                                                          : value);
    }
    return row.object();
}

std::optional<UtcTime> dayParameter(const HttpRequest& request, const char* name)
{
    const QByteArray text = request.parameter(name);
    const auto time = parseIso(text.left(4) + '-' + text.mid(4, 2) + '-' + text.mid(6, 2));
    return text.size() == 8 && time.hasValue() ? std::optional(time.value()) : std::nullopt;
}

} // namespace

Amount cryptoquantValue(QByteArrayView field, bool isCost, UtcTime day)
{
    const SimulatedCohort cohort = cohortOf(field, day, latestTime);
    return isCost ? Amount{cohort.cost.units} : cohort.supply;
}

HttpReply CryptoquantVenue::answer(const HttpRequest& request, const VenueState& state)
{
    if (auto refused = refusalOf(request, state))
        return *refused;
    const bool isOfExchanges = request.path == takerPath || request.path == inflowPath;
    if (request.path != costPath && request.path != supplyPath && !isOfExchanges)
        return cryptoquantRefusal(404, "No such endpoint");
    if (isOfExchanges && request.parameter("exchange") != "all_exchange")
        return cryptoquantRefusal(400, "Invalid exchange");
    const qint64 limit = request.hasParameter("limit") ? request.number("limit").value_or(0) : 100;
    if (request.parameter("window") != "day" || limit < 1 || limit > 100'000)
        return cryptoquantRefusal(400, "Invalid parameter");
    const UtcTime from =
        std::max(cryptoquantFirstDay, dayParameter(request, "from").value_or(cryptoquantFirstDay));
    QByteArrayList rows; // newest first
    for (UtcTime day = dayStart(state.now) - oneDayLong; day >= from && rows.size() < limit;
         day -= oneDayLong)
        rows.append(rowText(request.path, day, state));
    const QByteArray result = JsonText().text("window", "day").raw("data", jsonArray(rows)).object();
    const QByteArray status = JsonText().number("code", 200).text("message", "success").object();
    return {200, JsonText().raw("status", status).raw("result", result).object()};
}

HttpReply CryptoquantVenue::tooMany(std::optional<UtcTime>) const
{
    return cryptoquantRefusal(429, "Too many requests");
}

HttpReply CryptoquantVenue::errorBody() const
{
    HttpReply reply = cryptoquantRefusal(500, "Something is wrong");
    reply.status = 200;
    return reply;
}

} // namespace holdline::testing
