// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/bitviewvenue.h"

#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

constexpr UtcTime bitviewFirstDay{std::chrono::sys_days{std::chrono::year{2009} / 1 / 1}};

HttpReply refusal(int status, const QByteArray& type, const QByteArray& code, const QByteArray& message)
{
    const QByteArray error = JsonText()
                                 .text("type", type)
                                 .text("code", code)
                                 .text("message", message)
                                 .text("doc_url", "/api")
                                 .object();
    return {status, JsonText().raw("error", error).object()};
}

HttpReply notFound(const QByteArray& name)
{
    return refusal(404, "not_found", "series_not_found", "Series '" + name + "' not found");
}

const QByteArrayList& ages()
{
    static const QByteArrayList all{
        "under_1h", "1h_to_1d", "1d_to_1w",  "1w_to_1m",   "1m_to_2m",   "2m_to_3m", "3m_to_4m", "4m_to_5m",
        "5m_to_6m", "6m_to_1y", "1y_to_18m", "18m_to_2y",  "2y_to_3y",   "3y_to_4y", "4y_to_5y", "5y_to_6y",
        "6y_to_7y", "7y_to_8y", "8y_to_10y", "10y_to_12y", "12y_to_15y", "over_15y"};
    return all;
}

/// Names as the server has them while nothing is wrong.
QByteArrayList allNames()
{
    QByteArrayList names;
    for (const char* metric : {"realized_price", "realized_cap", "supply"}) {
        for (const QByteArray& age : ages())
            names.append("utxos_" + age + "_old_" + metric);
        for (const char* holders : {"sth_", "lth_", ""})
            names.append(QByteArray(holders) + metric);
    }
    return names;
}

/// A server that has renamed what fits: `utxos_1d_to_1w_old_supply` is `utxos_1d_to_1w_old_total_supply`.
QByteArray nameNow(const QByteArray& name, const Faults& faults)
{
    const ScenarioEvent* fault = faults.active(u"renamed");
    if (!fault || !fault->fits("names", name))
        return name;
    const qsizetype metric = name.indexOf(name.endsWith("supply") ? "supply" : "realized");
    return name.left(metric) + "total_" + name.mid(metric);
}

bool isGone(const QByteArray& name, const Faults& faults)
{
    const ScenarioEvent* fault = faults.active(u"missing-series");
    return fault && fault->fits("names", name);
}

/// The name of old of what is asked for; empty when the server has nothing of the kind.
QByteArray nameBehind(const QByteArray& asked, const Faults& faults)
{
    for (const QByteArray& name : allNames()) {
        if (nameNow(name, faults) == asked && !isGone(name, faults))
            return name;
    }
    return {};
}

/// A day by its index, a date, or counted from the end; absent when it is none of these.
std::optional<qint64> dayIndex(const QByteArray& text, qint64 end)
{
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (isNumber)
        return number < 0 ? std::max<qint64>(0, end + number) : number;
    const auto time = parseIso(text);
    return time.hasValue() ? std::optional((time.value() - bitviewFirstDay) / oneDayLong) : std::nullopt;
}

QByteArray valueText(const QByteArray& name, qint64 index, const VenueState& state)
{
    const UtcTime day = bitviewFirstDay + oneDayLong * index;
    const Amount value = bitviewValue(name, day, state.now);
    if (const ScenarioEvent* fault = state.faults.active(u"odd-values");
        fault && index % static_cast<int>(fault->number("every", 5)) == 0)
        return fault->text("value", "null");
    return state.faults.active(u"text-numbers") ? quoted(value.toText()) : value.toText();
}

HttpReply series(const QByteArray& asked, const HttpRequest& request, const VenueState& state)
{
    const QByteArray name = nameBehind(asked, state.faults);
    if (name.isEmpty())
        return notFound(asked);
    for (const auto& [key, value] : request.query.queryItems()) {
        if (!QStringList{QStringLiteral("start"), QStringLiteral("end"), QStringLiteral("limit"),
                         QStringLiteral("format")}
                 .contains(key))
            return refusal(400, "invalid_request", "invalid_query", "unknown field `" + key.toUtf8() + '`');
    }
    const qint64 days = (state.now - bitviewFirstDay) / oneDayLong + 1;
    const auto start = request.hasParameter("start") ? dayIndex(request.parameter("start"), days) : 0;
    const auto end = request.hasParameter("end") ? dayIndex(request.parameter("end"), days) : days;
    if (!start || !end)
        return refusal(400, "invalid_request", "invalid_range", "cannot read the range");
    const qint64 from = std::min(*start, days);
    qint64 to = std::clamp(*end, from, days);
    if (!request.hasParameter("end") && request.hasParameter("limit"))
        to = std::min(to, from + request.number("limit").value_or(0));
    QByteArrayList values;
    for (qint64 index = from; index < to; ++index)
        values.append(valueText(name, index, state));
    const ScenarioEvent* shift = state.faults.active(u"shifted-days");
    const qint64 told = from + (shift ? static_cast<qint64>(shift->number("days", -7)) : 0);
    const bool isMoney = !name.endsWith("supply");
    return {200, JsonText()
                     .number("version", 1)
                     .text("index", "day1")
                     .text("type", isMoney ? "Dollars" : "Bitcoin")
                     .number("start", told)
                     .number("end", told + values.size())
                     .text("stamp", isoText(state.now, 3))
                     .raw("data", jsonArray(values))
                     .object()};
}

HttpReply search(const HttpRequest& request, const Faults& faults)
{
    const QByteArrayList words = request.parameter("q").toLower().split('_');
    QByteArrayList found;
    for (const QByteArray& name : allNames()) {
        const QByteArray now = nameNow(name, faults);
        const qsizetype shared = std::count_if(words.begin(), words.end(),
                                               [&](const QByteArray& word) { return now.contains(word); });
        if (shared > words.size() / 2 && !isGone(name, faults))
            found.append(quoted(now));
    }
    return {200, jsonArray(found)};
}

} // namespace

Amount bitviewValue(QByteArrayView name, UtcTime day, UtcTime now)
{
    const auto isOf = [&](QByteArrayView metric) { return name.endsWith(metric); };
    const qsizetype metric = isOf("realized_price") ? 14 : isOf("realized_cap") ? 12 : 6;
    const SimulatedCohort cohort = cohortOf(name.chopped(metric), day, now);
    if (isOf("supply"))
        return cohort.supply;
    return isOf("realized_cap") ? cohort.money() : Amount{cohort.cost.units};
}

HttpReply BitviewVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArrayList parts = request.path.split('/'); // "", api, series, name, day1
    if (parts.value(1) != "api" || parts.value(2) != "series")
        return htmlReply(404);
    if (parts.value(3) == "search")
        return search(request, state.faults);
    if (parts.value(4) != "day1")
        return refusal(400, "invalid_request", "invalid_index", "unknown index");
    return series(parts.value(3), request, state);
}

HttpReply BitviewVenue::tooMany(std::optional<UtcTime>) const
{
    return {429, "too many requests", "text/plain"};
}

HttpReply BitviewVenue::errorBody() const
{
    HttpReply reply = refusal(500, "internal", "internal_error", "Something is wrong");
    reply.status = 200;
    return reply;
}

} // namespace holdline::testing
