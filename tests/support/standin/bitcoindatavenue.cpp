// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/bitcoindatavenue.h"

#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

#include <algorithm>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

constexpr UtcTime firstDay{std::chrono::sys_days{std::chrono::year{2010} / 7 / 18}};
constexpr Span withheld = 7 * oneDayLong;

UtcTime dayParameter(const HttpRequest& request, const char* name, UtcTime fallback)
{
    const auto time = parseIso(request.parameter(name));
    return time.hasValue() ? time.value() : fallback;
}

QByteArray rowText(UtcTime day, const VenueState& state)
{
    const qint64 index = day.time_since_epoch() / oneDayLong;
    QByteArray value = bitcoinDataValue(day).toText();
    if (!state.faults.active(u"text-numbers"))
        value = quoted(value);
    if (const ScenarioEvent* fault = state.faults.active(u"odd-values");
        fault && index % static_cast<int>(fault->number("every", 5)) == 0)
        value = fault->text("value", "null");
    return JsonText()
        .text("d", toIso(day).left(10).toLatin1())
        .text("unixTs", QByteArray::number(day.time_since_epoch() / 1s))
        .raw(state.faults.active(u"renamed") ? "sth_realized_price" : "sthRealizedPrice", value)
        .object();
}

} // namespace

Amount bitcoinDataValue(UtcTime day)
{
    return {cohortOf("bitcoin-data sth", day, latestTime).cost.units + 12'345'678};
}

HttpReply BitcoinDataVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArrayList parts = request.path.split('/'); // "", v1, sth-realized-price[, last]
    if (parts.value(1) != "v1" || parts.value(2) != "sth-realized-price")
        return {404, JsonText().text("error", "Not Found").object()};
    const UtcTime last = dayStart(state.now - withheld);
    if (parts.value(3) == "last")
        return {200, rowText(last, state)};
    const UtcTime from = std::max(firstDay, dayStart(dayParameter(request, "startday", firstDay)));
    const UtcTime to = std::min(last, dayStart(dayParameter(request, "endday", last)));
    QByteArrayList rows;
    for (UtcTime day = from; day <= to; day += oneDayLong)
        rows.append(rowText(day, state));
    return {200, jsonArray(rows)};
}

HttpReply BitcoinDataVenue::tooMany(std::optional<UtcTime>) const
{
    return {429, JsonText().text("error", "RATE_LIMIT_HOUR_EXCEEDED").object()};
}

HttpReply BitcoinDataVenue::errorBody() const
{
    return {200, JsonText().text("error", "Something is wrong").object()};
}

} // namespace holdline::testing
