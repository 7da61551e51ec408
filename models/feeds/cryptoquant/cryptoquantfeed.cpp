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

enum Metric : std::size_t { Costs, Supplies, Taker, Inflow };
constexpr std::array paths{"btc/market-indicator/utxo-realized-price-age-distribution",
                           "btc/network-indicator/utxo-age-distribution",
                           "btc/market-data/taker-buy-sell-stats", "btc/exchange-flows/inflow"};

SeriesKey keyOf(const QString& band, bool isCost)
{
    const QString source = QStringLiteral("cryptoquant");
    const QString definition = QStringLiteral("by age, CryptoQuant");
    return isCost ? costBasisKey(band, source, definition) : supplyKey(band, source, definition);
}

SeriesKey takerKey()
{
    return {QStringLiteral("taker/cryptoquant"), QStringLiteral("value"), QStringLiteral("cryptoquant"),
            QStringLiteral("taker buys less taker sells, all exchanges, perpetuals, CryptoQuant")};
}

SeriesKey depositsKey()
{
    return {QStringLiteral("whales/cryptoquant"), QStringLiteral("value"), QStringLiteral("cryptoquant"),
            QStringLiteral("inflow of the ten largest to all exchanges, the nearest thing to the Whale "
                           "Screener, CryptoQuant")};
}

const SeriesKey& askedFor(std::size_t metric)
{
    static const std::array<SeriesKey, paths.size()> keys{keyOf(QStringLiteral("1d-1w"), true),
                                                          keyOf(QStringLiteral("1d-1w"), false), takerKey(),
                                                          depositsKey()};
    return keys[metric];
}

class CryptoquantFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return cryptoquantTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    Reading readBands(bool areCosts, QByteArrayView bytes, FeedRecords& records);
    Reading readSeries(Metric metric, QByteArrayView bytes, FeedRecords& records);

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
    for (std::size_t metric = 0; metric < paths.size(); ++metric)
        plan.questions.push_back({QString::fromLatin1(paths[metric]), askedFor(metric)});
    return plan;
}

RestRequest CryptoquantFeed::dailyRequest(int question, UtcTime from) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    const auto metric = static_cast<std::size_t>(question);
    const bool isOfExchanges = metric == Taker || metric == Inflow;
    request.path = QStringLiteral("/v1/%1?%2window=day&from=%3&limit=%4")
                       .arg(QString::fromLatin1(paths[metric]),
                            isOfExchanges ? QStringLiteral("exchange=all_exchange&") : QString(),
                            dayText(from).remove(QLatin1Char('-')))
                       .arg(mostRows);
    return request;
}

Reading CryptoquantFeed::readBands(bool areCosts, QByteArrayView bytes, FeedRecords& records)
{
    const Reading reading = readCryptoquantBands(m_json, areCosts, bytes, records, m_values);
    for (auto& [band, days] : m_values) {
        if (reading.kind == Reading::Kind::Data && !days.empty())
            records.dailies.push_back({keyOf(band, areCosts),
                                       areCosts ? QStringLiteral("USD") : QStringLiteral("BTC"),
                                       std::move(days)});
    }
    return reading;
}

Reading CryptoquantFeed::readSeries(Metric metric, QByteArrayView bytes, FeedRecords& records)
{
    std::vector<DayValue> values;
    const Reading reading = metric == Taker ? readCryptoquantTaker(m_json, bytes, records, values)
                                            : readCryptoquantInflow(m_json, bytes, records, values);
    if (reading.kind == Reading::Kind::Data && !values.empty())
        records.dailies.push_back({askedFor(metric),
                                   metric == Taker ? QStringLiteral("USD") : QStringLiteral("BTC"),
                                   std::move(values)});
    return reading;
}

Reading CryptoquantFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    switch (request.question) {
    case Costs:
    case Supplies:
        return readBands(request.question == Costs, bytes, records);
    case Taker:
    case Inflow:
        return readSeries(static_cast<Metric>(request.question), bytes, records);
    default:
        records.clear();
        return {Reading::Kind::Rejected, -1, QStringLiteral("an answer to a question that is not known")};
    }
}

} // namespace

const FeedTraits& cryptoquantTraits()
{
    static const FeedTraits traits{
        .id = QStringLiteral("cryptoquant"),
        .title = QStringLiteral("CryptoQuant"),
        .gives = QStringLiteral("cost bases and supplies by age, net taker volume, large deposits"),
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
