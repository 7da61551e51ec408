// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinmetrics/coinmetricsfeed.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/coinmetrics/coinmetricsanswers.h"
#include "models/feeds/dailyfeed.h"

#include <QUrl>

#include <array>

namespace holdline {

namespace {

using namespace std::chrono_literals;

/// As files of the same data have it: deposits are what whales are watched by.
struct Flow {
    const char* metric;
    const char* series;
    const char* definition;
};
constexpr std::array<Flow, 2> flows{
    {{"FlowInExUSD", "whales/coinmetrics", "total deposits to exchanges, not of whales alone, Coin Metrics"},
     {"FlowOutExUSD", "onchain/coinmetrics/FlowOutExUSD", "total withdrawals from exchanges, Coin Metrics"}}};

SeriesKey keyOf(const Flow& flow)
{
    return {QString::fromLatin1(flow.series), QStringLiteral("value"), QStringLiteral("coinmetrics"),
            QString::fromLatin1(flow.definition)};
}

/// A metric a question: one that is not free any more takes no other with it.
class CoinmetricsFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return coinmetricsTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    void goOn(const RestRequest& request, const CoinmetricsPage& page, FeedRecords& records);

    std::array<UtcTime, flows.size()> m_pagedTo{}; ///< last day of the page before
    JsonReader m_json;
};

/// Values come a day or two late, and the latest are revised.
DailyPlan CoinmetricsFeed::dailyPlan() const
{
    DailyPlan plan{.questions = {},
                   .every = 6h,
                   .after = 30min,
                   .apart = 1h,
                   .again = 10min,
                   .tail = 7 * 24h,
                   .first = UtcTime{std::chrono::sys_days{std::chrono::year{2010} / 7 / 18}}};
    for (const Flow& flow : flows)
        plan.questions.push_back({QString::fromLatin1(flow.metric), keyOf(flow)});
    return plan;
}

RestRequest CoinmetricsFeed::dailyRequest(int question, UtcTime from) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    request.range = {from, latestTime};
    request.path =
        QStringLiteral("/v4/timeseries/asset-metrics?assets=btc&metrics=%1&frequency=1d"
                       "&start_time=%2&page_size=10000&paging_from=start")
            .arg(QString::fromLatin1(flows[static_cast<std::size_t>(question)].metric), dayText(from));
    return request;
}

/// A page that leads to none but known days is the last, whatever it says.
void CoinmetricsFeed::goOn(const RestRequest& request, const CoinmetricsPage& page, FeedRecords& records)
{
    if (page.nextToken.isEmpty())
        return;
    const QString first = dailyRequest(request.question, request.range.from).path;
    const QString next = first + QStringLiteral("&next_page_token=") +
                         QString::fromLatin1(QUrl::toPercentEncoding(page.nextToken));
    UtcTime& pagedTo = m_pagedTo[static_cast<std::size_t>(request.question)];
    if (request.path == first)
        pagedTo = {};
    if (next == request.path || page.values.empty() || page.values.back().day <= pagedTo)
        return records.rejects.push_back(QStringLiteral("a next page that leads no further"));
    pagedTo = page.values.back().day;
    records.nextPage = next;
}

Reading CoinmetricsFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    const auto index = static_cast<std::size_t>(request.question);
    if (index >= flows.size()) {
        records.clear();
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer to a question that is not known")};
    }
    CoinmetricsPage page;
    const Reading reading = readCoinmetrics(m_json, flows[index].metric, bytes, records, page);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    goOn(request, page, records);
    if (!page.values.empty())
        records.dailies.push_back({keyOf(flows[index]), QStringLiteral("USD"), std::move(page.values)});
    return reading;
}

} // namespace

/// Ten questions in six seconds are allowed. The data are licensed for uses that are not commercial.
const FeedTraits& coinmetricsTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("coinmetrics"),
        .title = QStringLiteral("Coin Metrics"),
        .gives = QStringLiteral("deposits to exchanges and withdrawals, in all (CC BY-NC 4.0)"),
        .rest = QStringLiteral("https://community-api.coinmetrics.io"),
        .stream = {},
        .rate = {0, {}, {}, 1s, 10min, QByteArrayLiteral("x-ratelimit-reset")},
        .samplingRule = {},
        .isAskedUnnamed = false,
    };
    return traits;
}

std::unique_ptr<Feed> makeCoinmetricsFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<CoinmetricsFeed>();
}

} // namespace holdline
