// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/mof/moffeed.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/dailyfeed.h"
#include "models/feeds/mof/mofauction.h"
#include "models/feeds/mof/mofyieldtable.h"
#include "models/market/tradingcalendar.h"

#include <algorithm>

namespace holdline {

namespace {

using namespace std::chrono_literals;

enum Question : int { Yields, Auctions };

constexpr QStringView pathOfMonth = u"/english/policy/jgbs/reference/interest_rate/jgbcme.csv";
constexpr QStringView pathOfPast = u"/english/policy/jgbs/reference/interest_rate/historical/jgbcme_all.csv";

SeriesKey mofKey(const QString& name, const QString& definition)
{
    return {name, QStringLiteral("value"), QStringLiteral("mof"), definition};
}

SeriesKey yieldKey(int years)
{
    return mofKey(QStringLiteral("macro/jgb%1y_yield").arg(years),
                  QStringLiteral("constant maturity, compounded twice a year, Ministry of Finance Japan"));
}

SeriesKey coverKey()
{
    return mofKey(QStringLiteral("macro/jgb20_bid_to_cover"),
                  QStringLiteral("competitive bids over bids accepted, Ministry of Finance Japan"));
}

SeriesKey tailKey()
{
    return mofKey(QStringLiteral("macro/jgb20_auction_tail"),
                  QStringLiteral("yield at the lowest accepted price less that at the average price, "
                                 "Ministry of Finance Japan"));
}

UtcTime firstDayOf(const MofYields& yields)
{
    UtcTime first = latestTime;
    for (const auto& [years, values] : yields)
        first = std::min(first, values.front().day);
    return first;
}

bool hasSession(UtcTime from, UtcTime to)
{
    for (UtcTime date = from; date < to; date += 24h) {
        if (isTokyoSession(date))
            return true;
    }
    return false;
}

class MofFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return mofTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    Reading readYields(const RestRequest& request, QByteArrayView bytes, FeedRecords& records);
    static Reading readAuction(const RestRequest& request, QByteArrayView bytes, FeedRecords& records);

    MofYields m_month; ///< that waits for the past
};

/// Results are posted at 12:35 in Tokyo, yields in the morning of the day after: one round at 13:00.
DailyPlan MofFeed::dailyPlan() const
{
    return {.questions = {{QStringLiteral("yields"), yieldKey(10)},
                          {QStringLiteral("auctions"), coverKey(), isTokyoSession}},
            .every = 24h,
            .after = 4h,
            .apart = 3h,
            .again = 10min,
            .tail = 10 * 24h, // days at the end of a month may for some time be in neither file
            .first = UtcTime{std::chrono::sys_days{std::chrono::year{1974} / 9 / 24}},
            .reach = 60 * 24h};
}

RestRequest MofFeed::dailyRequest(int question, UtcTime from) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    request.range = {from, latestTime};
    request.path = pathOfMonth.toString();
    if (question == Auctions) {
        request.range.to = from + 24h;
        request.form = AnswerForm::Page;
        request.path = QStringLiteral("/english/policy/jgbs/auction/calendar/eresul/eresul%1.htm")
                           .arg(dayText(from).remove(QLatin1Char('-')));
    }
    return request;
}

/// The file of this month waits until that of the past is there, where days lie between it and what is
/// stored: else these would be passed over. Where both have a day this month's holds.
Reading MofFeed::readYields(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    MofYields yields;
    const Reading reading = readMofYields(bytes, records, yields);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    const bool isOfPast = request.path == pathOfPast;
    if (!isOfPast && hasSession(request.range.from, firstDayOf(yields))) {
        m_month = std::move(yields);
        records.nextPage = pathOfPast.toString();
        return reading;
    }
    if (isOfPast) {
        for (const auto& [years, values] : std::exchange(m_month, {}))
            yields[years].insert(yields[years].end(), values.begin(), values.end());
    }
    for (auto& [years, values] : yields) {
        std::erase_if(values, [&](const DayValue& value) { return value.day < request.range.from; });
        putInOrder(values);
        if (!values.empty())
            records.dailies.push_back({yieldKey(years), QStringLiteral("%"), std::move(values), tokyoYields});
    }
    return reading;
}

Reading MofFeed::readAuction(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    std::optional<MofAuction> auction;
    const Reading reading = readMofAuction(bytes, records, auction);
    if (!auction)
        return reading;
    if (auction->date != request.range.from)
        return {Reading::Kind::Rejected, -1, QStringLiteral("the result of an auction is of another date")};
    records.dailies.push_back({coverKey(), {}, {{auction->date, auction->cover}}, tokyoAuction});
    if (auction->tail)
        records.dailies.push_back(
            {tailKey(), QStringLiteral("bp"), {{auction->date, *auction->tail}}, tokyoAuction});
    return reading;
}

Reading MofFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    switch (request.question) {
    case Yields:
        return readYields(request, bytes, records);
    case Auctions:
        return readAuction(request, bytes, records);
    default:
        records.clear();
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer to a question that is not known")};
    }
}

} // namespace

const FeedTraits& mofTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("mof"),
        .title = QStringLiteral("Ministry of Finance Japan"),
        .gives = QStringLiteral("yields of government bonds, results of twenty-year auctions"),
        .rest = QStringLiteral("https://www.mof.go.jp"),
        .stream = {},
        .rate = {0, {}, {}, 2s},
        .samplingRule = {},
        .isAskedUnnamed = false,
    };
    return traits;
}

std::unique_ptr<Feed> makeMofFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<MofFeed>();
}

} // namespace holdline
