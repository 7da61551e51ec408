// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/binance/binancefeed.h"

#include "models/feeds/binance/binancemessages.h"
#include "models/feeds/binanceanswer.h"
#include "models/feeds/binancecandle.h"
#include "models/feeds/binanceframe.h"

#include <chrono>

namespace holdline {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What the venue may change; the silences are ours.
constexpr int candlesOfAnswer = 1000;
constexpr int candleWeight = 2;
constexpr int timeWeight = 1;
constexpr int weightPerMinute = 6000;
constexpr int messagesPerSecond = 5;
constexpr Span lifetime = 24h;
constexpr Span routeSilence = 30s;
constexpr Span streamSilence = 60s; ///< candles come every 2 s, figures of a day each second
constexpr Span timeEvery = 60s;

const QByteArray tradedAsset = "BTC";

std::vector<FeedInstrument> instrumentsOf(const std::vector<QByteArray>& assets)
{
    std::vector<FeedInstrument> instruments;
    for (const QByteArray& asset : assets) {
        const QByteArray symbol = asset + "USDT";
        instruments.push_back({u"binance:"_s + QString::fromLatin1(symbol), symbol, asset, u"USDT"_s});
    }
    return instruments;
}

Route routeOf(const std::vector<FeedInstrument>& instruments)
{
    Route route{.name = u"stream"_s,
                .path = {},
                .silence = routeSilence,
                .lifetime = lifetime,
                .messagesPerSecond = messagesPerSecond};
    QStringList names;
    for (const FeedInstrument& instrument : instruments) {
        const QString symbol = QString::fromLatin1(instrument.symbol.toLower());
        names << symbol + u"@kline_1m"_s << symbol + u"@miniTicker"_s;
        if (instrument.asset == tradedAsset)
            names << symbol + u"@aggTrade"_s;
    }
    for (const QString& name : names)
        route.streams.push_back({.name = name, .silence = streamSilence});
    route.path = u"/stream?streams="_s + names.join(u'/');
    return route;
}

class BinanceFeed final : public Feed {
public:
    explicit BinanceFeed(const std::vector<QByteArray>& assets)
        : m_instruments(instrumentsOf(assets)),
          m_route(routeOf(m_instruments)),
          m_frame(m_route, m_instruments, readBinanceEvent)
    {
    }

    const FeedTraits& traits() const override { return binanceTraits(); }
    const std::vector<FeedInstrument>& instruments() const override { return m_instruments; }
    std::vector<Route> routes() const override { return {m_route}; }
    Reading readMessage(int, QByteArrayView bytes, UtcTime, FeedRecords& records) override
    {
        return m_frame.read(bytes, records);
    }

    std::vector<Poll> polls() const override
    {
        return {
            {{.purpose = RestRequest::Purpose::ServerTime, .path = u"/api/v3/time"_s, .weight = timeWeight},
             timeEvery}};
    }
    int candlePage(int, Interval interval) const override
    {
        return hasBinanceInterval(interval) ? candlesOfAnswer : 0;
    }
    Span candleReach(int, Interval) const override { return {}; }
    RestRequest candleRequest(int instrument, Interval interval, TimeRange range) const override
    {
        auto request =
            binanceCandleRequest(u"/api/v3/klines"_s, m_instruments[static_cast<std::size_t>(instrument)],
                                 interval, range, candlesOfAnswer);
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
};

Reading BinanceFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    switch (request.purpose) {
    case RestRequest::Purpose::Candles:
        return m_answers.readCandles(request, bytes, records);
    case RestRequest::Purpose::ServerTime:
        return m_answers.readServerTime(bytes, records);
    case RestRequest::Purpose::Day:
        return readBinanceDays(m_answers.reader(), bytes, m_instruments, records);
    case RestRequest::Purpose::OpenInterest:
    case RestRequest::Purpose::Funding:
    case RestRequest::Purpose::MarkPrice:
    case RestRequest::Purpose::Contracts:
    case RestRequest::Purpose::Daily:
        break;
    }
    records.clear();
    return {.kind = Reading::Kind::Rejected, .reason = u"spot has no answers of that kind"_s};
}

} // namespace

const FeedTraits& binanceTraits()
{
    static const FeedTraits traits{
        .id = u"binance"_s,
        .title = u"Binance spot"_s,
        .gives = u"candles, trades, figures of 24 hours"_s,
        .rest = u"https://data-api.binance.vision"_s,
        .stream = u"wss://data-stream.binance.vision"_s,
        .rate = {.weight = weightPerMinute, .window = 1min, .usedHeader = "x-mbx-used-weight-1m"},
        .samplingRule = {}};
    return traits;
}

std::unique_ptr<Feed> makeBinanceFeed(const std::vector<QByteArray>& assets)
{
    return std::make_unique<BinanceFeed>(assets);
}

} // namespace holdline
