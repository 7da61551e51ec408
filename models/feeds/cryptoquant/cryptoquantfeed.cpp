// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/cryptoquant/cryptoquantfeed.h"

#include "models/feeds/cohortvalues.h"
#include "models/feeds/cryptoquant/cryptoquantanswers.h"
#include "models/feeds/dailyfeed.h"

#include <array>

namespace holdline {

namespace {

using namespace std::chrono_literals;

constexpr int mostRows = 10'000; ///< of one answer; the documentation allows ten times as many

struct Metric {
    const char* path;
    bool areCosts;
};
constexpr std::array<Metric, 2> metrics{{{"btc/market-indicator/utxo-realized-price-age-distribution", true},
                                         {"btc/network-indicator/utxo-age-distribution", false}}};

SeriesKey keyOf(const QString& band, bool isCost)
{
    const QString source = QStringLiteral("cryptoquant");
    const QString definition = QStringLiteral("by age, CryptoQuant");
    return isCost ? costBasisKey(band, source, definition) : supplyKey(band, source, definition);
}

class CryptoquantFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return cryptoquantTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    BandValues m_values; ///< of one answer
    JsonReader m_json;
};

/// One answer holds all bands; what is stored of one stands for all.
DailyPlan CryptoquantFeed::dailyPlan() const
{
    DailyPlan plan{.questions = {},
                   .every = 24h,
                   .after = 1h,
                   .apart = 6h,
                   .again = 30min,
                   .tail = 14 * 24h,
                   .first = UtcTime{std::chrono::sys_days{std::chrono::year{2010} / 7 / 17}}};
    for (const Metric& metric : metrics)
        plan.questions.push_back(
            {QString::fromLatin1(metric.path), keyOf(QStringLiteral("1d-1w"), metric.areCosts)});
    return plan;
}

RestRequest CryptoquantFeed::dailyRequest(int question, UtcTime from) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    request.path = QStringLiteral("/v1/%1?window=day&from=%2&limit=%3")
                       .arg(QString::fromLatin1(metrics[static_cast<std::size_t>(question)].path),
                            dayText(from).remove(QLatin1Char('-')))
                       .arg(mostRows);
    return request;
}

Reading CryptoquantFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    const auto metric = static_cast<std::size_t>(request.question);
    if (metric >= metrics.size()) {
        records.clear();
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer to a question that is not known")};
    }
    const bool areCosts = metrics[metric].areCosts;
    const Reading reading = readCryptoquantBands(m_json, areCosts, bytes, records, m_values);
    for (auto& [band, days] : m_values) {
        if (reading.kind == Reading::Kind::Data && !days.empty())
            records.dailies.push_back({keyOf(band, areCosts),
                                       areCosts ? QStringLiteral("USD") : QStringLiteral("BTC"),
                                       std::move(days)});
    }
    return reading;
}

} // namespace

const FeedTraits& cryptoquantTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("cryptoquant"),
        .title = QStringLiteral("CryptoQuant"),
        .gives = QStringLiteral("cost bases and supplies by age"),
        .rest = QStringLiteral("https://api.cryptoquant.com"),
        .stream = {},
        .rate = {0, {}, {}, 1s, 10min, QByteArrayLiteral("x-ratelimit-reset")},
        .samplingRule = {},
        .key = {QByteArrayLiteral("Authorization"), QByteArrayLiteral("Bearer ")},
    };
    return traits;
}

std::unique_ptr<Feed> makeCryptoquantFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<CryptoquantFeed>();
}

} // namespace holdline
