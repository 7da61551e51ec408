// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/glassnode/glassnodefeed.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/dailyfeed.h"
#include "models/feeds/daycolumns.h"
#include "models/feeds/glassnode/glassnodeanswers.h"

#include <array>

namespace holdline {

namespace {

using namespace std::chrono_literals;

constexpr UtcTime firstPrices{std::chrono::sys_days{std::chrono::year{2010} / 7 / 17}};
constexpr Span tail = 14 * 24h;
constexpr Span kept = 60 * 24h;

enum Metric : std::size_t { Price, ShortTermMvrv, RealizedPrice };
constexpr std::array metrics{"market/price_usd_close", "market/mvrv_less_155", "market/price_realized_usd"};

SeriesKey shortTermKey()
{
    return costBasisKey(QStringLiteral("sth"), QStringLiteral("glassnode"),
                        QStringLiteral("STH < 155 d, Glassnode: closing price over MVRV"));
}

SeriesKey allKey()
{
    return costBasisKey(QStringLiteral("all"), QStringLiteral("glassnode"),
                        QStringLiteral("all coins, Glassnode"));
}

class GlassnodeFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return glassnodeTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    void join(FeedRecords& records);

    DayColumns m_columns{metrics.size()};
    std::vector<DayValue> m_values; ///< of one answer
    JsonReader m_json;
};

/// The smallest plan allows 50 questions a day.
DailyPlan GlassnodeFeed::dailyPlan() const
{
    DailyPlan plan{.questions = {},
                   .every = 24h,
                   .after = 1h,
                   .apart = 6h,
                   .again = 30min,
                   .tail = tail,
                   .first = firstPrices};
    for (std::size_t metric = 0; metric < metrics.size(); ++metric)
        plan.questions.push_back(
            {QString::fromLatin1(metrics[metric]), metric == RealizedPrice ? allKey() : shortTermKey()});
    return plan;
}

RestRequest GlassnodeFeed::dailyRequest(int question, UtcTime from) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    request.path = QStringLiteral("/v1/metrics/%1?a=BTC&i=24h&s=%2&f=json&timestamp_format=unix")
                       .arg(QString::fromLatin1(metrics[static_cast<std::size_t>(question)]))
                       .arg(from.time_since_epoch() / 1s);
    return request;
}

/// There is no series of the cost basis itself that all plans have: MVRV is price over cost basis.
void GlassnodeFeed::join(FeedRecords& records)
{
    constexpr std::array<std::size_t, 2> both{Price, ShortTermMvrv};
    if (!m_columns.areNew(both))
        return;
    DailyRecord costs{shortTermKey(), QStringLiteral("USD"), {}};
    m_columns.eachDay(both, [&](UtcTime day, std::span<const Amount> row) {
        if (const auto cost = costOf(row[0], row[1]))
            costs.values.push_back({day, *cost});
    });
    m_columns.wereJoined(both, kept);
    if (!costs.values.empty())
        records.dailies.push_back(std::move(costs));
}

Reading GlassnodeFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    const Reading reading = readGlassnode(m_json, bytes, records, m_values);
    const auto metric = static_cast<std::size_t>(request.question);
    if (reading.kind != Reading::Kind::Data || metric >= metrics.size())
        return reading;
    if (metric == RealizedPrice) {
        std::erase_if(m_values, [](const DayValue& value) { return !isCost(value.value); });
        if (!m_values.empty())
            records.dailies.push_back({allKey(), QStringLiteral("USD"), m_values});
        return reading;
    }
    m_columns.take(metric, m_values);
    join(records);
    return reading;
}

} // namespace

const FeedTraits& glassnodeTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("glassnode"),
        .title = QStringLiteral("Glassnode"),
        .gives = QStringLiteral("cost bases of short-term holders and of all coins"),
        .rest = QStringLiteral("https://api.glassnode.com"),
        .stream = {},
        .rate = {0, {}, {}, 1s, 10min, QByteArrayLiteral("x-rate-limit-reset")},
        .samplingRule = {},
        .key = {QByteArrayLiteral("X-Api-Key"), {}},
    };
    return traits;
}

std::unique_ptr<Feed> makeGlassnodeFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<GlassnodeFeed>();
}

} // namespace holdline
