// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/alternativevenue.h"

#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

constexpr UtcTime firstFear{std::chrono::sys_days{std::chrono::year{2018} / 2 / 1}};

QByteArray fearRow(UtcTime day, const VenueState& state)
{
    const qint64 index = day.time_since_epoch() / oneDayLong;
    QByteArray value = quoted(fearAndGreed(day).toText());
    if (const ScenarioEvent* fault = state.faults.active(u"odd-values");
        fault && index % static_cast<int>(fault->number("every", 5)) == 0)
        value = fault->text("value", "null");
    return JsonText()
        .raw("value", value)
        .text("value_classification", "Neutral")
        .text("timestamp", QByteArray::number(day.time_since_epoch() / 1s))
        .object();
}

} // namespace

Amount fearAndGreed(UtcTime day)
{
    return {Int128(day.time_since_epoch() / oneDayLong % 101) * decimalUnits};
}

HttpReply AlternativeVenue::answer(const HttpRequest& request, const VenueState& state)
{
    if (request.path != "/fng/")
        return {404, "not found", "text/plain"};
    const qint64 limit = request.number("limit").value_or(1);
    QByteArrayList rows;
    for (UtcTime day = dayStart(state.now); day >= firstFear && (limit == 0 || rows.size() < limit);
         day -= oneDayLong)
        rows.append(fearRow(day, state));
    return {200, JsonText()
                     .text("name", "Fear and Greed Index")
                     .raw("data", jsonArray(rows))
                     .raw("metadata", "{\"error\":null}")
                     .object()};
}

HttpReply AlternativeVenue::tooMany(std::optional<UtcTime>) const
{
    return {429, "Too Many Requests", "text/plain"};
}

HttpReply AlternativeVenue::errorBody() const
{
    return {200, "{\"data\":[],\"metadata\":{\"error\":\"Something is wrong\"}}"};
}

} // namespace holdline::testing
