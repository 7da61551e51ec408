// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/sosovaluevenue.h"

#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedflows.h"

namespace holdline::testing {

namespace {

constexpr qint64 sosovalueSessions = 30;
const QByteArray fundsPath = "/openapi/v1/etfs";

HttpReply sosovalueReply(qint64 code, const QByteArray& message, const QByteArray& data = {})
{
    JsonText text;
    text.number("code", code).text("message", message);
    if (!data.isEmpty())
        text.raw("data", data);
    return {200, text.object()};
}

std::optional<HttpReply> sosovalueRefusalOf(const HttpRequest& request, const VenueState& state)
{
    const QByteArray key = request.header("x-soso-api-key");
    if (key != standInKey || state.faults.active(u"bad-key")) {
        HttpReply reply = sosovalueReply(401, "invalid api key " + key); // repeats it, as careless servers do
        reply.status = 401;
        return reply;
    }
    if (const ScenarioEvent* fault = state.faults.active(u"no-plan");
        fault && fault->fits("paths", request.path))
        return sosovalueReply(403, "Not part of your plan");
    if (state.faults.active(u"limited"))
        return sosovalueReply(429, "rate limit exceeded");
    return std::nullopt;
}

QByteArray dayRow(UtcTime day, const char* name, const QByteArray& flow)
{
    return JsonText()
        .text("date", toIso(day).left(10).toLatin1())
        .raw(name, flow)
        .raw("total_value_traded", "3120000000")
        .object();
}

QByteArray numberText(Amount flow, qsizetype index, const VenueState& state)
{
    if (const ScenarioEvent* odd = state.faults.active(u"odd-values");
        odd && index % static_cast<int>(odd->number("every", 5)) == 0)
        return odd->text("value", "null");
    return state.faults.active(u"text-numbers") ? quoted(flow.toText()) : flow.toText();
}

/// Newest first.
QByteArray totalRows(const VenueState& state)
{
    QByteArrayList rows;
    for (const UtcTime day : toldSessions(state.now, sosovalueSessions))
        rows.prepend(dayRow(day, "total_net_inflow", numberText(simulatedTotal(day), rows.size(), state)));
    return jsonArray(rows);
}

/// What is not reported yet has the status 3.
QByteArray fundRows(const QByteArray& fund, const VenueState& state)
{
    QByteArrayList rows;
    for (const UtcTime day : toldSessions(state.now, sosovalueSessions)) {
        const bool isPending = isWithheld(fund, day, state);
        const QByteArray pending = JsonText().raw("value", "0").text("status", "3").object();
        rows.prepend(dayRow(day, "net_inflow",
                            isPending ? pending : numberText(simulatedFlow(fund, day), rows.size(), state)));
    }
    return jsonArray(rows);
}

QByteArray listRows()
{
    QByteArrayList rows;
    for (const QByteArray& fund : simulatedFunds())
        rows.append(JsonText().text("ticker", fund).text("institute", "Somebody").object());
    return jsonArray(rows);
}

} // namespace

HttpReply SosovalueVenue::answer(const HttpRequest& request, const VenueState& state)
{
    if (auto refused = sosovalueRefusalOf(request, state))
        return *refused;
    if (state.faults.active(u"empty"))
        return sosovalueReply(0, "success", "[]");
    if (request.path == fundsPath + "/summary-history")
        return sosovalueReply(0, "success", totalRows(state));
    if (request.path == fundsPath)
        return sosovalueReply(0, "success", listRows());
    const QByteArray fund = request.path.split('/').value(4);
    const ScenarioEvent* missing = state.faults.active(u"missing-series");
    if (!request.path.endsWith("/history") || !simulatedFunds().contains(fund) ||
        (missing && missing->fits("names", fund)))
        return {404, R"({"code":404,"message":"no such fund"})"};
    return sosovalueReply(0, "success", fundRows(fund, state));
}

HttpReply SosovalueVenue::tooMany(std::optional<UtcTime>) const
{
    HttpReply reply = sosovalueReply(429, "rate limit exceeded");
    reply.status = 429;
    return reply;
}

HttpReply SosovalueVenue::errorBody() const
{
    return sosovalueReply(500, "Something is wrong");
}

} // namespace holdline::testing
