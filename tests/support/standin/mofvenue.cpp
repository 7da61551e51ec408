// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/mofvenue.h"

#include "models/foundation/localmoment.h"
#include "models/market/periods.h"
#include "models/market/tradingcalendar.h"
#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

#include <array>

namespace holdline::testing {

namespace {

constexpr std::array maturities{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 40};
constexpr UtcTime firstYields{std::chrono::sys_days{std::chrono::year{2015} / 1 / 5}};
const QByteArray yieldsPath = "/english/policy/jgbs/reference/interest_rate/";
const QByteArray resultPath = "/english/policy/jgbs/auction/calendar/eresul/eresul";

UtcTime monthStart(UtcTime date)
{
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(date)};
    return std::chrono::sys_days{day.year() / day.month() / 1};
}

QByteArray slashed(UtcTime date, bool isYearFirst)
{
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(date)};
    const QByteArray monthAndDay =
        QByteArray::number(unsigned(day.month())) + '/' + QByteArray::number(unsigned(day.day()));
    const QByteArray year = QByteArray::number(int(day.year()));
    return isYearFirst ? year + '/' + monthAndDay : monthAndDay + '/' + year;
}

QByteArray yieldsHeader(const VenueState& state)
{
    if (state.faults.active(u"japanese")) // in Shift_JIS
        return "\x8a\xee\x8f\x80\x93\xfa,1\x94\x4e,10\x94\x4e\r\n";
    QByteArray line = "Interest Rate,,,(Unit : %)\r\n";
    line += state.faults.active(u"renamed") ? "Day" : "Date";
    for (const int years : maturities)
        line += ',' + QByteArray::number(years) + 'Y';
    return line + (state.faults.active(u"new-column") ? ",Note\r\n" : "\r\n");
}

/// Yields of forty years begin in 2016.
QByteArray yieldsRow(UtcTime date, const VenueState& state)
{
    const qint64 index = date.time_since_epoch() / oneDayLong;
    const ScenarioEvent* odd = state.faults.active(u"odd-values");
    const bool isOdd = odd && index % static_cast<int>(odd->number("every", 5)) == 0;
    QByteArray line = slashed(date, true);
    for (const int years : maturities) {
        const bool isMissing = years == 40 && date < std::chrono::sys_days{std::chrono::year{2016} / 1 / 1};
        line += ',' + (isOdd       ? odd->text("value", "-")
                       : isMissing ? QByteArray("-")
                                   : mofYield(years, date).toText());
    }
    return line + (state.faults.active(u"new-column") ? ",x\r\n" : "\r\n");
}

HttpReply yieldsBetween(UtcTime from, UtcTime to, const VenueState& state)
{
    QByteArray text = yieldsHeader(state);
    for (UtcTime date = from; date < to; date += oneDayLong) {
        if (isTokyoSession(date))
            text += yieldsRow(date, state);
    }
    return {200, text, "text/csv"};
}

QByteArray tableRow(const QByteArrayList& cells, const char* tag)
{
    QByteArray row = "<tr>";
    for (const QByteArray& cell : cells)
        row += QByteArray("<") + tag + '>' + cell + "</" + tag + ">\n";
    return row + "</tr>\n";
}

/// With commas between thousands.
QByteArray billions(Amount amount)
{
    QByteArray text = fixedText(amount.units, 1);
    const qsizetype point = text.indexOf('.');
    return point > 3 ? text.insert(point - 3, ',') : text;
}

HttpReply resultPage(const QByteArray& security, UtcTime date, const VenueState& state)
{
    const QByteArray bids = state.faults.active(u"renamed")
                                ? "Offers (billion yen)"
                                : "Amount of Competitive Bids<br>(billion&nbsp;yen)";
    const QByteArrayList headings{"Security",
                                  "Issue Number",
                                  "Auction Date",
                                  "Issue Date",
                                  "Maturity Date",
                                  "Nominal Coupon",
                                  bids,
                                  "Amount of Bids Accepted<br>(billion yen)",
                                  "Lowest Accepted Price",
                                  "Yield at the Lowest Accepted Price",
                                  "Allotment at the Lowest Accepted Price",
                                  "Weighted Average Price",
                                  "Yield at the Average Price",
                                  "Non-Price Competitive Auction I"};
    const QByteArrayList cells{security,
                               "190",
                               slashed(date, false),
                               slashed(date + oneDayLong, false),
                               "9/20/2046",
                               "2.4%",
                               billions(mofBids(date)),
                               billions(mofAccepted),
                               "99.35",
                               "2.441%",
                               "31.2%",
                               "99.51",
                               "2.431%",
                               "98.7"};
    return {200,
            "<html><body><table class=\"menu\"><tr><td>Auction Calendar</td></tr></table><table>\n" +
                tableRow(headings, "th") + tableRow(cells, "td") + "</table></body></html>",
            "text/html"};
}

HttpReply notThere()
{
    return htmlReply(404);
}

} // namespace

Amount mofYield(int years, UtcTime date)
{
    return {50'000'000 + years * 5'000'000 + date.time_since_epoch() / oneDayLong % 100 * 100'000};
}

bool isMofAuction(UtcTime date)
{
    if (!isTokyoSession(date) || date < monthStart(date) + 14 * oneDayLong)
        return false;
    for (UtcTime before = monthStart(date) + 14 * oneDayLong; before < date; before += oneDayLong) {
        if (isTokyoSession(before))
            return false;
    }
    return true;
}

Amount mofBids(UtcTime date)
{
    return {Int128(2'000) * decimalUnits + date.time_since_epoch() / oneDayLong % 900 * 10'000'000};
}

HttpReply MofVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const UtcTime today = localDate(state.now, tokyo());
    const UtcTime month = monthStart(today);
    if (request.path == yieldsPath + "jgbcme.csv")
        return yieldsBetween(month, today, state);
    if (request.path == yieldsPath + "historical/jgbcme_all.csv")
        return yieldsBetween(firstYields, month, state);
    const QByteArray name = request.path.mid(resultPath.size(), 8);
    const auto date = parseIso(name.left(4) + '-' + name.mid(4, 2) + '-' + name.mid(6, 2));
    const bool isPosted = request.path.startsWith(resultPath) && date.hasValue() &&
                          state.now >= tokyoAuction(date.value()).knownAt;
    if (!isPosted)
        return notThere();
    if (isMofAuction(date.value()))
        return resultPage("20-Year", date.value(), state);
    return isMofAuction(date.value() + 7 * oneDayLong) ? resultPage("5-Year", date.value(), state)
                                                       : notThere();
}

HttpReply MofVenue::tooMany(std::optional<UtcTime>) const
{
    return htmlReply(429);
}

HttpReply MofVenue::errorBody() const
{
    return {200, "<html><body>Something is wrong</body></html>", "text/html"};
}

} // namespace holdline::testing
