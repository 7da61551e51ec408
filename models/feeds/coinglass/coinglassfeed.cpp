// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinglass/coinglassfeed.h"

#include "models/feeds/coinglass/coinglassanswers.h"
#include "models/feeds/dailyfeed.h"
#include "models/feeds/daycolumns.h"

#include <array>

namespace holdline {

namespace {

using namespace std::chrono_literals;

constexpr UtcTime firstFunds{std::chrono::sys_days{std::chrono::year{2024} / 1 / 11}};

enum Question { Flows, Liquidations, Taker };

QString coinglassName()
{
    return QStringLiteral("coinglass");
}

SeriesKey liquidationKey(const char* column)
{
    return {QStringLiteral("liquidations/coinglass"), QLatin1String(column), coinglassName(),
            QStringLiteral("sums of 4 h over Binance, OKX and Bybit, bitcoin contracts, CoinGlass")};
}

SeriesKey takerKey()
{
    return {QStringLiteral("taker/coinglass"), QStringLiteral("value"), coinglassName(),
            QStringLiteral("taker buys less taker sells of 4 h over Binance, OKX and Bybit, futures on "
                           "bitcoin, CoinGlass")};
}

class CoinglassFeed final : public DailyFeed {
public:
    const FeedTraits& traits() const override { return coinglassTraits(); }
    DailyPlan dailyPlan() const override;
    RestRequest dailyRequest(int question, UtcTime from) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    Reading readFlows(QByteArrayView bytes, FeedRecords& records);
    Reading readLiquidations(QByteArrayView bytes, FeedRecords& records);
    Reading readTaker(QByteArrayView bytes, FeedRecords& records);

    JsonReader m_json;
};

/// The smallest plan has four hours for its finest interval and 30 questions a minute; funds report through
/// the evening and the night.
DailyPlan CoinglassFeed::dailyPlan() const
{
    return {
        .questions = {{QStringLiteral("etf/bitcoin/flow-history"), etfTotalKey(coinglassName())},
                      {QStringLiteral("futures/liquidation/aggregated-history"), liquidationKey("long_usd")},
                      {QStringLiteral("futures/aggregated-taker-buy-sell-volume/history"), takerKey()}},
        .every = 1h,
        .after = 2min,
        .apart = 10min,
        .again = 2min,
        .tail = 48h,
        .first = firstFunds};
}

/// Of what has no beginning yet the last thousand rows are asked for, which is the most that one answer has.
/// Flows come whole.
RestRequest CoinglassFeed::dailyRequest(int question, UtcTime from) const
{
    RestRequest request{.purpose = RestRequest::Purpose::Daily, .path = {}, .question = question};
    request.path = QStringLiteral("/api/") + dailyPlan().questions[static_cast<std::size_t>(question)].name;
    if (question == Flows)
        return request;
    request.path += QStringLiteral("?exchange_list=Binance,OKX,Bybit&symbol=BTC&interval=4h&limit=1000");
    if (question == Taker)
        request.path += QStringLiteral("&unit=usd");
    if (from > firstFunds)
        request.path += QStringLiteral("&start_time=%1").arg(from.time_since_epoch().count());
    return request;
}

Reading CoinglassFeed::readFlows(QByteArrayView bytes, FeedRecords& records)
{
    CoinglassFlows flows;
    const Reading reading = readCoinglassFlows(m_json, bytes, records, flows);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    holdBackNewest(flows.total, flows.funds, records.rejects);
    for (auto& [fund, values] : flows.funds)
        records.dailies.push_back(etfFlowRecord(etfFlowKey(fund, coinglassName()), std::move(values)));
    if (!flows.total.empty())
        records.dailies.push_back(etfFlowRecord(etfTotalKey(coinglassName()), std::move(flows.total)));
    return reading;
}

void addSums(FeedRecords& records, const SeriesKey& key, std::vector<DayValue> values)
{
    if (!values.empty())
        records.dailies.push_back({key, QStringLiteral("USD"), std::move(values), utcFourHours});
}

Reading CoinglassFeed::readLiquidations(QByteArrayView bytes, FeedRecords& records)
{
    CoinglassSums sums;
    const Reading reading = readCoinglassLiquidations(m_json, bytes, records, sums);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    addSums(records, liquidationKey("long_usd"), std::move(sums.first));
    addSums(records, liquidationKey("short_usd"), std::move(sums.second));
    return reading;
}

Reading CoinglassFeed::readTaker(QByteArrayView bytes, FeedRecords& records)
{
    CoinglassSums sums;
    const Reading reading = readCoinglassTaker(m_json, bytes, records, sums);
    if (reading.kind != Reading::Kind::Data)
        return reading;
    DayColumns columns(2);
    columns.take(0, sums.first);
    columns.take(1, sums.second);
    std::vector<DayValue> net;
    constexpr std::array<std::size_t, 2> both{0, 1};
    columns.eachDay(both, [&](UtcTime start, std::span<const Amount> row) {
        net.push_back({start, row[0] - row[1]});
    });
    addSums(records, takerKey(), std::move(net));
    return reading;
}

Reading CoinglassFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    if (request.question == Liquidations)
        return readLiquidations(bytes, records);
    return request.question == Taker ? readTaker(bytes, records) : readFlows(bytes, records);
}

} // namespace

const FeedTraits& coinglassTraits()
{
    static const FeedTraits traits{
        .id = coinglassName(),
        .title = QStringLiteral("CoinGlass"),
        .gives = QStringLiteral("flows of funds, liquidations and net taker volume of several venues"),
        .rest = QStringLiteral("https://open-api-v4.coinglass.com"),
        .stream = {},
        .rate = {30, 1min, QByteArrayLiteral("api-key-use-limit"), 2s},
        .samplingRule = {},
        .key = {QByteArrayLiteral("CG-API-KEY"), {}},
    };
    return traits;
}

std::unique_ptr<Feed> makeCoinglassFeed(const std::vector<QByteArray>&)
{
    return std::make_unique<CoinglassFeed>();
}

} // namespace holdline
