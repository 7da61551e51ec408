// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/standin/treasuryvenue.h"

#include "tests/support/standin/jsontext.h"
#include "tests/support/standin/simulatedcohorts.h"

namespace holdline::testing {

namespace {

constexpr std::chrono::year_month firstAuctions{std::chrono::year{2015} / 1};
const QByteArray auctionsPath = "/services/api/fiscal_service/v1/accounting/od/auctions_query";

/// `10-Year`, `9-Year 11-Month`, `9-Year 10-Month`.
QByteArray termOf(int years, std::chrono::year_month month)
{
    const unsigned age = (unsigned(month.month()) + 1) % 3; // February, May, August, November: 0
    return age == 0 ? QByteArray::number(years) + "-Year"
                    : QByteArray::number(years - 1) + "-Year " + QByteArray::number(12 - age) + "-Month";
}

struct Auction {
    UtcTime date;
    const char* type;
    QByteArray term;
    bool isIndexed;
    Amount cover;
};

std::vector<Auction> auctionsOf(std::chrono::year_month month)
{
    const UtcTime ten = treasuryAuction(month, 10);
    const UtcTime thirty = treasuryAuction(month, 30);
    const Amount other{9 * decimalUnits};
    return {{ten - oneDayLong, "Note", "3-Year", false, other},
            {ten, "Note", termOf(10, month), false, treasuryCover(10, ten)},
            {thirty, "Bond", termOf(30, month), false, treasuryCover(30, thirty)},
            {thirty + 7 * oneDayLong, "Note", termOf(10, month), true, other}};
}

QByteArray auctionRow(const Auction& auction, const VenueState& state)
{
    const bool isHeld = auction.date + oneDayLong <= state.now;
    QByteArray cover = quoted(isHeld ? auction.cover.toText() : QByteArray("null"));
    if (const ScenarioEvent* fault = state.faults.active(u"odd-values"))
        cover = fault->text("value", "null");
    JsonText text;
    text.text("auction_date", toIso(auction.date).left(10).toLatin1()).text("security_type", auction.type);
    text.text(state.faults.active(u"renamed") ? "term" : "security_term", auction.term);
    return text.text("inflation_index_security", auction.isIndexed ? "Yes" : "No")
        .raw("bid_to_cover_ratio", cover)
        .object();
}

} // namespace

UtcTime treasuryAuction(std::chrono::year_month month, int years)
{
    return std::chrono::sys_days{month / (years == 10 ? 11 : 13)};
}

Amount treasuryCover(int years, UtcTime date)
{
    return {200'000'000 + (date.time_since_epoch() / oneDayLong * years) % 90 * 1'000'000};
}

HttpReply TreasuryVenue::answer(const HttpRequest& request, const VenueState& state)
{
    const QByteArray filter = request.parameter("filter");
    const auto from = parseIso(filter.mid(QByteArray("auction_date:gte:").size(), 10));
    if (request.path != auctionsPath)
        return {404, "{}"};
    if (!filter.startsWith("auction_date:gte:") || from.hasError() ||
        request.parameter("page%5Bsize%5D") != "10000")
        return {400, JsonText().text("error", "Invalid Query Param").text("message", filter).object()};
    QByteArrayList rows;
    for (std::chrono::year_month month = firstAuctions; std::chrono::sys_days{month / 1} <= state.now;
         month += std::chrono::months{1}) {
        for (const Auction& auction : auctionsOf(month)) {
            if (auction.date >= from.value() && auction.date <= state.now + 7 * oneDayLong)
                rows.append(auctionRow(auction, state));
        }
    }
    const QByteArray meta = JsonText().number("count", rows.size()).number("total-pages", 1).object();
    return {200, JsonText().raw("data", jsonArray(rows)).raw("meta", meta).object()};
}

HttpReply TreasuryVenue::tooMany(std::optional<UtcTime>) const
{
    return {429, JsonText().text("error", "Too Many Requests").object()};
}

HttpReply TreasuryVenue::errorBody() const
{
    return {200, JsonText().text("error", "Invalid").text("message", "Something is wrong").object()};
}

} // namespace holdline::testing
