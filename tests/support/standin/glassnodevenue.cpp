// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/glassnodevenue.h"

#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

constexpr UtcTime glassnodeFirstDay{std::chrono::sys_days{std::chrono::year{2010} / 7 / 17}};

HttpReply plain(int status, const QByteArray& words)
{
    return {status, words, "text/plain"};
}

/// Absent: the key is right and may ask this.
std::optional<HttpReply> glassnodeRefusalOf(const HttpRequest& request, const VenueState& state)
{
    const QByteArray header = request.header("x-api-key");
    const QByteArray key = header.isEmpty() ? request.parameter("api_key") : header;
    if (key != standInKey || state.faults.active(u"bad-key"))
        return plain(401, "invalid api key: " + key); // repeats it, as careless servers do
    if (const ScenarioEvent* fault = state.faults.active(u"no-plan");
        fault && fault->fits("paths", request.path))
        return plain(403, "endpoint not available in your plan");
    return std::nullopt;
}

QByteArray glassnodeRowText(QByteArrayView metric, UtcTime day, const VenueState& state)
{
    const qint64 index = day.time_since_epoch() / oneDayLong;
    QByteArray value = glassnodeValue(metric, day).toText();
    if (state.faults.active(u"text-numbers"))
        value = quoted(value);
    if (const ScenarioEvent* fault = state.faults.active(u"odd-values");
        fault && index % static_cast<int>(fault->number("every", 5)) == 0)
        value = fault->text("value", "null");
    return JsonText().number("t", day.time_since_epoch() / 1s).raw("v", value).object();
}

} // namespace

Amount glassnodeValue(QByteArrayView metric, UtcTime day)
{
    const SimulatedCohort cohort = cohortOf(metric, day, latestTime);
    if (metric.endsWith("mvrv_less_155")) // from 0.8 to 1.2
        return {80'000'000 + static_cast<qint64>(cohort.supply.units / decimalUnits) % 40'000'000};
    return {cohort.cost.units};
}

HttpReply GlassnodeVenue::answer(const HttpRequest& request, const VenueState& state)
{
    if (auto refusal = glassnodeRefusalOf(request, state))
        return *refusal;
    const QByteArray metric = request.path.mid(request.path.lastIndexOf('/') + 1);
    const QByteArrayList metrics{"price_usd_close", "mvrv_less_155", "price_realized_usd"};
    if (!request.path.startsWith("/v1/metrics/") || !metrics.contains(metric))
        return plain(404, "metric not found");
    if (request.parameter("a") != "BTC" || request.parameter("i") != "24h")
        return plain(400, "bad parameter");
    if (state.faults.active(u"empty"))
        return {200, "null"};
    const UtcTime from{1s * request.number("s").value_or(0)};
    QByteArrayList rows;
    for (UtcTime day = std::max(glassnodeFirstDay, dayStart(from)); day + oneDayLong <= state.now;
         day += oneDayLong)
        rows.append(glassnodeRowText(metric, day, state));
    HttpReply reply{200, jsonArray(rows)};
    reply.headers = {
        {"x-rate-limit-limit", "600"}, {"x-rate-limit-remaining", "599"}, {"x-rate-limit-reset", "60"}};
    return reply;
}

HttpReply GlassnodeVenue::tooMany(std::optional<UtcTime>) const
{
    HttpReply reply = plain(429, "rate limit exceeded");
    reply.headers = {{"x-rate-limit-reset", "2"}}; // seconds to go
    return reply;
}

HttpReply GlassnodeVenue::errorBody() const
{
    return {200, JsonText().text("error", "Something is wrong").object()};
}

} // namespace holdline::testing
