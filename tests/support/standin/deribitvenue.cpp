// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/deribitvenue.h"

#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

#include <algorithm>
#include <array>

namespace holdline::testing {

using namespace std::chrono_literals;

namespace {

constexpr double callVolatility = 50.0;
constexpr UtcTime firstIndexHour{std::chrono::sys_days{std::chrono::year{2021} / 3 / 24}};

QByteArray deribitDate(UtcTime day)
{
    constexpr std::array months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(day)};
    return QByteArray::number(static_cast<unsigned>(date.day())) +
           months[static_cast<unsigned>(date.month()) - 1] +
           QByteArray::number(static_cast<int>(date.year()) % 100);
}

QByteArray deribitAnswer(const QByteArray& member, const QByteArray& value, UtcTime now)
{
    return JsonText()
        .text("jsonrpc", "2.0")
        .raw(member.constData(), value)
        .number("usIn", now.time_since_epoch() / 1us)
        .number("usOut", now.time_since_epoch() / 1us)
        .number("usDiff", 0)
        .flag("testnet", false)
        .object();
}

HttpReply deribitRefusal(int status, qint64 code, const QByteArray& message)
{
    return {status,
            deribitAnswer("error", JsonText().number("code", code).text("message", message).object(), {})};
}

QByteArray optionText(UtcTime expiry, int strike, bool isPut, const VenueState& state)
{
    const double volatility = callVolatility + (isPut ? deribitSkew(expiry, state.now) : 0.0);
    const ScenarioEvent* odd = state.faults.active(u"odd-values");
    const bool isOdd = odd && strike / 1000 % static_cast<int>(odd->number("every", 5)) == 0;
    QByteArray iv = isOdd ? odd->text("value", "null") : QByteArray::number(volatility, 'f', 4);
    if (!isOdd && state.faults.active(u"text-numbers"))
        iv = quoted(iv);
    return JsonText()
        .text("instrument_name",
              "BTC-" + deribitDate(expiry) + '-' + QByteArray::number(strike) + (isPut ? "-P" : "-C"))
        .raw("underlying_price", "90000.5")
        .raw("mark_iv", iv)
        .raw("bid_price", "null")
        .raw("open_interest", isPut ? "10.5" : "21")
        .raw("volume_usd", isPut ? "300" : "400")
        .object();
}

HttpReply chainReply(const VenueState& state)
{
    QByteArrayList rows;
    for (const int days : {8, 22, 36, 64}) {
        const UtcTime expiry = dayStart(state.now) + days * oneDayLong + 8h;
        for (int strike = 40'000; strike <= 160'000; strike += 1'000) {
            rows.append(optionText(expiry, strike, false, state));
            rows.append(optionText(expiry, strike, true, state));
        }
    }
    return {200, deribitAnswer("result", state.faults.active(u"empty") ? "[]" : jsonArray(rows), state.now)};
}

/// The newest of what was asked for, when that is more than an answer holds.
HttpReply indexReply(const HttpRequest& request, const VenueState& state)
{
    const UtcTime from =
        std::max(firstIndexHour, UtcTime{1ms * request.number("start_timestamp").value_or(0)});
    const UtcTime to = std::min(state.now, UtcTime{1ms * request.number("end_timestamp").value_or(0)});
    QByteArrayList rows;
    QByteArray continuation = "null";
    for (UtcTime hour = std::chrono::floor<std::chrono::hours>(to); hour >= from; hour -= 1h) {
        if (rows.size() == deribitRows) {
            continuation = QByteArray::number(hour.time_since_epoch() / 1ms);
            break;
        }
        const QByteArray value = deribitVolatilityAt(hour).toText();
        rows.prepend(
            jsonArray({QByteArray::number(hour.time_since_epoch() / 1ms), value, value, value, value}));
    }
    return {200,
            deribitAnswer("result",
                          JsonText().raw("data", jsonArray(rows)).raw("continuation", continuation).object(),
                          state.now)};
}

} // namespace

Amount deribitVolatilityAt(UtcTime hour)
{
    return {(Int128(40) + hour.time_since_epoch() / 1h % 30) * decimalUnits + 25'000'000};
}

double deribitSkew(UtcTime expiry, UtcTime now)
{
    return static_cast<double>((expiry - 8h - dayStart(now)) / oneDayLong) / 10.0;
}

HttpReply DeribitVenue::answer(const HttpRequest& request, const VenueState& state)
{
    if (request.parameter("currency") != "BTC")
        return deribitRefusal(400, -32602, "Invalid params");
    if (request.path == "/api/v2/public/get_book_summary_by_currency" &&
        request.parameter("kind") == "option")
        return chainReply(state);
    if (request.path == "/api/v2/public/get_volatility_index_data" &&
        request.parameter("resolution") == "3600")
        return indexReply(request, state);
    return deribitRefusal(400, -32601, "Method not found");
}

HttpReply DeribitVenue::tooMany(std::optional<UtcTime>) const
{
    return deribitRefusal(429, 10028, "too_many_requests");
}

HttpReply DeribitVenue::errorBody() const
{
    return deribitRefusal(200, 11050, "Something is wrong");
}

} // namespace holdline::testing
