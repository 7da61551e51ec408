// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/coinmetricsvenue.h"

#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

#include <algorithm>

namespace holdline::testing {

namespace {

constexpr UtcTime coinmetricsFirstDay{std::chrono::sys_days{std::chrono::year{2010} / 7 / 18}};

HttpReply coinmetricsRefusal(int status, const QByteArray& type, const QByteArray& message)
{
    return {
        status,
        JsonText().raw("error", JsonText().text("type", type).text("message", message).object()).object()};
}

QByteArray coinmetricsRow(const QByteArray& metric, UtcTime day, const VenueState& state)
{
    const qint64 index = day.time_since_epoch() / oneDayLong;
    QByteArray value = coinmetricsValue(metric, day).toText();
    if (!state.faults.active(u"text-numbers"))
        value = quoted(value);
    if (const ScenarioEvent* fault = state.faults.active(u"odd-values");
        fault && index % static_cast<int>(fault->number("every", 5)) == 0)
        value = fault->text("value", "null");
    return JsonText()
        .text("asset", "btc")
        .text("time", isoText(day, 9))
        .raw(metric.constData(), value)
        .object();
}

UtcTime dayOfParameter(const HttpRequest& request, const char* name)
{
    const auto time = parseIso(request.parameter(name));
    return time.hasValue() ? time.value() : coinmetricsFirstDay;
}

} // namespace

Amount coinmetricsValue(QByteArrayView metric, UtcTime day)
{
    return {cohortOf(metric, day, latestTime).cost.units * Int128(12'345) + 50'000'000};
}

HttpReply CoinmetricsVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArray metric = request.parameter("metrics");
    if (request.path != "/v4/timeseries/asset-metrics")
        return coinmetricsRefusal(404, "not_found", "No such endpoint");
    if (request.parameter("assets") != "btc" || request.parameter("frequency") != "1d" ||
        request.parameter("paging_from") != "start")
        return coinmetricsRefusal(400, "bad_parameter", "Bad parameter");
    const ScenarioEvent* gone = state.faults.active(u"missing-series");
    if ((gone && gone->fits("names", metric)) || (metric != "FlowInExUSD" && metric != "FlowOutExUSD"))
        return coinmetricsRefusal(403, "forbidden", "Requested metric is not available");
    qint64 most = request.number("page_size").value_or(100);
    if (const ScenarioEvent* fault = state.faults.active(u"short-pages"))
        most = static_cast<qint64>(fault->number("rows", 50));
    const UtcTime last = dayStart(state.now) - 2 * oneDayLong;
    UtcTime day = std::max(dayOfParameter(request, "start_time"), coinmetricsFirstDay);
    if (request.hasParameter("next_page_token"))
        day = dayOfParameter(request, "next_page_token");
    const QByteArray here = toIso(day).left(10).toLatin1();
    QByteArrayList rows;
    for (; day <= last && rows.size() < most; day += oneDayLong)
        rows.append(coinmetricsRow(metric, day, state));
    JsonText text;
    text.raw("data", jsonArray(rows));
    const QByteArray next = state.faults.active(u"same-page") ? here : toIso(day).left(10).toLatin1();
    if (day <= last)
        text.text("next_page_token", next)
            .text("next_page_url", "https://elsewhere/?next_page_token=" + next);
    return {200, text.object()};
}

HttpReply CoinmetricsVenue::tooMany(std::optional<UtcTime>) const
{
    return coinmetricsRefusal(429, "too_many_requests", "Too many requests");
}

HttpReply CoinmetricsVenue::errorBody() const
{
    return coinmetricsRefusal(200, "wrong", "Something is wrong");
}

} // namespace holdline::testing
