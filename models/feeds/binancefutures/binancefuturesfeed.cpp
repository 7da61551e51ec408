// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binancefutures/binancefuturesfeed.h"

#include "models/feeds/binanceanswer.h"
#include "models/feeds/binancecandle.h"
#include "models/feeds/binanceframe.h"
#include "models/feeds/binancefutures/binancefuturesmessages.h"

#include <chrono>

namespace holdline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What the venue may change. It publishes the limits of weight in `exchangeInfo`; the page sizes are less
// than the most that is told of them, 1500 candles and 1000 funding rates. The silences are ours.
constexpr int candlesOfAnswer = 1000;
constexpr int candleWeight = 5; ///< for 500 to 1000
constexpr int otherWeight = 1;
constexpr int fundingRatesOfAnswer = 100;
constexpr int weightPerMinute = 2400;
constexpr int messagesPerSecond = 10;
constexpr Span lifetime = 24h;
constexpr Span routeSilence = 30s;
constexpr Span candleSilence = 60s;
constexpr Span markPriceSilence = 30s;
constexpr Span timeEvery = 60s;
constexpr Span openInterestEvery = 60s;
constexpr Span fundingEvery = 10min; ///< shares 500 questions in 5 minutes with others

std::vector<FeedInstrument> instrumentsOf(const std::vector<QByteArray>& assets)
{
    std::vector<FeedInstrument> instruments;
    for (const QByteArray& asset : assets) {
        const QByteArray symbol = asset + "USDT";
        instruments.push_back(
            {u"binance-futures:"_s + QString::fromLatin1(symbol), symbol, asset, u"USDT"_s});
    }
    return instruments;
}

/// Forced orders come by the stream of all contracts and by those of single ones; the collector knows
/// repeats. None of them is expected to speak: the mark prices beside them, once a second, tell that the
/// route is alive.
std::vector<StreamSpec> streamsOf(const std::vector<FeedInstrument>& instruments)
{
    const QString series = u"liquidations/binance-futures"_s;
    std::vector<StreamSpec> streams{{.name = u"!forceOrder@arr"_s, .series = series}};
    for (const FeedInstrument& instrument : instruments) {
        const QString symbol = QString::fromLatin1(instrument.symbol.toLower());
        streams.push_back({.name = symbol + u"@forceOrder"_s, .series = series});
        streams.push_back({.name = symbol + u"@kline_1m"_s, .silence = candleSilence});
        streams.push_back({.name = symbol + u"@markPrice@1s"_s, .silence = markPriceSilence});
    }
    return streams;
}

/// By the path for market data; before April 2026 there was one path for everything.
Route routeOf(const std::vector<FeedInstrument>& instruments)
{
    Route route{.name = u"market"_s,
                .path = {},
                .streams = streamsOf(instruments),
                .silence = routeSilence,
                .lifetime = lifetime,
                .messagesPerSecond = messagesPerSecond};
    QStringList names;
    for (const StreamSpec& stream : route.streams)
        names.append(stream.name);
    const QString query = u"/stream?streams="_s + names.join(u'/');
    route.path = u"/market"_s + query;
    route.alternatives = {query};
    return route;
}

class BinanceFuturesFeed final : public Feed {
public:
    explicit BinanceFuturesFeed(const std::vector<QByteArray>& assets)
        : m_instruments(instrumentsOf(assets)),
          m_route(routeOf(m_instruments)),
          m_frame(m_route, m_instruments, readBinanceFuturesEvent)
    {
    }

    const FeedTraits& traits() const override { return binanceFuturesTraits(); }
    const std::vector<FeedInstrument>& instruments() const override { return m_instruments; }
    std::vector<Route> routes() const override { return {m_route}; }
    Reading readMessage(int, QByteArrayView bytes, UtcTime, FeedRecords& records) override
    {
        return m_frame.read(bytes, records);
    }

    std::vector<Poll> polls() const override;
    int candlePage(int, Interval interval) const override
    {
        return hasBinanceInterval(interval) ? candlesOfAnswer : 0;
    }
    Span candleReach(int, Interval) const override { return {}; }
    RestRequest candleRequest(int instrument, Interval interval, TimeRange range) const override
    {
        auto request =
            binanceCandleRequest(u"/fapi/v1/klines"_s, at(instrument), interval, range, candlesOfAnswer);
        request.weight = candleWeight;
        request.instrument = instrument;
        return request;
    }
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    std::vector<FeedInstrument> m_instruments;
    Route m_route;
    BinanceFrame m_frame;
    BinanceAnswers m_answers;

    [[nodiscard]] const FeedInstrument& at(int instrument) const
    {
        return m_instruments[static_cast<std::size_t>(instrument)];
    }
};

std::vector<Poll> BinanceFuturesFeed::polls() const
{
    using Purpose = RestRequest::Purpose;
    std::vector<Poll> polls{
        {{.purpose = Purpose::ServerTime, .path = u"/fapi/v1/time"_s, .weight = otherWeight}, timeEvery}};
    for (int i = 0; i < static_cast<int>(m_instruments.size()); ++i) {
        const QString symbol = QString::fromLatin1(at(i).symbol);
        polls.push_back({{.purpose = Purpose::OpenInterest,
                          .path = u"/fapi/v1/openInterest?symbol="_s + symbol,
                          .weight = otherWeight,
                          .instrument = i},
                         openInterestEvery});
        polls.push_back(
            {{.purpose = Purpose::Funding,
              .path = u"/fapi/v1/fundingRate?symbol=%1&limit=%2"_s.arg(symbol).arg(fundingRatesOfAnswer),
              .weight = otherWeight,
              .instrument = i},
             fundingEvery});
    }
    return polls;
}

Reading BinanceFuturesFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    switch (request.purpose) {
    case RestRequest::Purpose::Candles:
        return m_answers.readCandles(request, bytes, records);
    case RestRequest::Purpose::ServerTime:
        return m_answers.readServerTime(bytes, records);
    case RestRequest::Purpose::OpenInterest:
        return readOpenInterest(m_answers, request, at(request.instrument), bytes, records);
    case RestRequest::Purpose::Funding:
        return readFundingRates(m_answers, request, at(request.instrument), bytes, records);
    case RestRequest::Purpose::MarkPrice:
    case RestRequest::Purpose::Contracts:
    case RestRequest::Purpose::Daily:
    case RestRequest::Purpose::Day:
        break;
    }
    records.clear();
    return {.kind = Reading::Kind::Rejected, .reason = u"futures are not asked for that"_s};
}

} // namespace

const FeedTraits& binanceFuturesTraits()
{
    static const FeedTraits traits{
        .id = u"binance-futures"_s,
        .title = u"Binance USD-M futures"_s,
        .gives = u"liquidations, candles, open interest, funding, mark price"_s,
        .rest = u"https://fapi.binance.com"_s,
        .stream = u"wss://fstream.binance.com"_s,
        .rate = {.weight = weightPerMinute, .window = 1min, .usedHeader = "x-mbx-used-weight-1m"},
        .samplingRule = u"the venue sends the latest liquidation of each contract and second only"_s};
    return traits;
}

std::unique_ptr<Feed> makeBinanceFuturesFeed(const std::vector<QByteArray>& assets)
{
    return std::make_unique<BinanceFuturesFeed>(assets);
}

} // namespace holdline
