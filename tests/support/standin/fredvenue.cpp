// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/fredvenue.h"

#include "models/market/tradingcalendar.h"
#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

#include <algorithm>

namespace holdline::testing {

namespace {

constexpr UtcTime fredFirstDay{std::chrono::sys_days{std::chrono::year{2016} / 1 / 4}};

HttpReply fredRefusal(int status, int code, const QByteArray& message)
{
    return {status, JsonText().number("error_code", code).text("error_message", message).object()};
}

bool isWeekday(UtcTime day)
{
    const std::chrono::weekday weekday{std::chrono::floor<std::chrono::days>(day)};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

/// Holidays have a row, with a point for the value.
QByteArray fredRow(QByteArrayView series, UtcTime day, const VenueState& state)
{
    const qint64 index = day.time_since_epoch() / oneDayLong;
    QByteArray value = quoted(isNewYorkSession(day) ? fredValue(series, day).toText() : QByteArray("."));
    if (const ScenarioEvent* fault = state.faults.active(u"odd-values");
        fault && index % static_cast<int>(fault->number("every", 5)) == 0)
        value = fault->text("value", "null");
    return JsonText().text("date", toIso(day).left(10).toLatin1()).raw("value", value).object();
}

} // namespace

Amount fredValue(QByteArrayView series, UtcTime day)
{
    return {cohortOf(series, day, latestTime).cost.units / 10};
}

HttpReply FredVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArray key = request.parameter("api_key");
    if (key != standInKey || state.faults.active(u"bad-key")) // repeats it, as careless servers do
        return fredRefusal(400, 400,
                           "Bad Request.  The value for variable api_key is not registered: " + key);
    const QByteArray series = request.parameter("series_id");
    if (request.path != "/fred/series/observations" || request.parameter("file_type") != "json")
        return {404, "<?xml version=\"1.0\"?><error/>", "text/xml"};
    if (series != "SP500" && series != "DTWEXBGS" && series != "DGS10")
        return fredRefusal(400, 400, "Bad Request.  The series does not exist.");
    const auto asked = parseIso(request.parameter("observation_start"));
    QByteArrayList rows;
    for (UtcTime day = std::max(fredFirstDay, asked.hasValue() ? asked.value() : fredFirstDay);
         day + oneDayLong <= state.now; day += oneDayLong) {
        if (isWeekday(day))
            rows.append(fredRow(series, day, state));
    }
    return {200, JsonText().number("count", rows.size()).raw("observations", jsonArray(rows)).object()};
}

HttpReply FredVenue::tooMany(std::optional<UtcTime>) const
{
    return fredRefusal(429, 429, "Too Many Requests.  Exceeded Rate Limit");
}

HttpReply FredVenue::errorBody() const
{
    return fredRefusal(200, 400, "Something is wrong");
}

} // namespace holdline::testing
