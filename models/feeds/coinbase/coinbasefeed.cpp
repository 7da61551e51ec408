// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinbase/coinbasefeed.h"

#include "models/feeds/candlepage.h"
#include "models/feeds/coinbase/coinbasemessages.h"
#include "models/feeds/feednames.h"
#include "models/feeds/jsonreader.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using namespace std::chrono_literals;

// Not documented for certain: candles of one answer, and that an address may ask ten times a second.
constexpr int mostCandles = 300;
constexpr Span questionSpacing = 110ms;

// In seconds.
constexpr std::array<IntervalName, 5> intervalNames{
    {{oneMinute, "60"}, {fiveMinutes, "300"}, {fifteenMinutes, "900"}, {oneHour, "3600"}, {oneDay, "86400"}}};

std::vector<FeedInstrument> instrumentsOf(const std::vector<QByteArray>& assets)
{
    std::vector<FeedInstrument> instruments;
    for (const QByteArray& asset : assets) {
        const QByteArray symbol = asset + "-USD";
        instruments.push_back({QStringLiteral("coinbase:") + QString::fromLatin1(symbol), symbol, asset,
                               QStringLiteral("USD")});
    }
    return instruments;
}

QByteArray subscription(std::span<const QByteArray> products, std::span<const QByteArray> channels)
{
    return "{\"type\":\"subscribe\",\"product_ids\":[" + jsonTexts(products) + "],\"channels\":[" +
           jsonTexts(channels) + "]}";
}

StreamSpec streamOf(const char* channel, const QByteArray& product, Span silence)
{
    return {QString::fromLatin1(channel + product), silence};
}

/// Trades and the heartbeat of the first product, the figures of all.
Route feedRoute(const std::vector<FeedInstrument>& instruments)
{
    Route route;
    route.name = QStringLiteral("feed");
    route.silence = 15s;
    if (instruments.empty())
        return route;
    const QByteArray first = instruments.front().symbol;
    std::vector<QByteArray> products;
    route.streams = {streamOf("matches:", first, 60s), streamOf("heartbeat:", first, 10s)};
    for (const FeedInstrument& instrument : instruments) {
        products.push_back(instrument.symbol);
        route.streams.push_back(
            streamOf("ticker:", instrument.symbol, instrument.asset == "BTC" ? 90s : 300s));
    }
    const std::array<QByteArray, 2> trading{"matches", "heartbeat"};
    const std::array<QByteArray, 1> figures{"ticker"};
    route.greetings = {subscription({&first, 1}, trading), subscription(products, figures)};
    return route;
}

class CoinbaseFeed final : public Feed {
public:
    explicit CoinbaseFeed(const std::vector<QByteArray>& assets);

    const FeedTraits& traits() const override { return coinbaseTraits(); }
    const std::vector<FeedInstrument>& instruments() const override { return m_instruments; }
    std::vector<Route> routes() const override { return m_routes; }
    Reading readMessage(int route, QByteArrayView bytes, UtcTime receivedAt, FeedRecords& records) override;
    std::vector<Poll> polls() const override;
    int candlePage(int instrument, Interval interval) const override;
    Span candleReach(int instrument, Interval interval) const override;
    RestRequest candleRequest(int instrument, Interval interval, TimeRange range) const override;
    Reading readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records) override;

private:
    std::vector<FeedInstrument> m_instruments;
    std::vector<Route> m_routes;
    JsonReader m_json;
};

CoinbaseFeed::CoinbaseFeed(const std::vector<QByteArray>& assets)
    : m_instruments(instrumentsOf(assets)),
      m_routes{feedRoute(m_instruments)}
{
}

Reading CoinbaseFeed::readMessage(int route, QByteArrayView bytes, UtcTime, FeedRecords& records)
{
    const Route& of = m_routes[static_cast<std::size_t>(route)];
    return readCoinbaseMessage(m_json, of, m_instruments, bytes, records);
}

std::vector<Poll> CoinbaseFeed::polls() const
{
    return {};
}

int CoinbaseFeed::candlePage(int, Interval interval) const
{
    return nameOf(intervalNames, interval) ? mostCandles : 0;
}

Span CoinbaseFeed::candleReach(int, Interval) const
{
    return {};
}

RestRequest CoinbaseFeed::candleRequest(int instrument, Interval interval, TimeRange range) const
{
    // Both bounds are inclusive; more than a page between them is refused.
    const QString path =
        QStringLiteral("/products/%1/candles?granularity=%2&start=%3&end=%4")
            .arg(QString::fromLatin1(m_instruments[static_cast<std::size_t>(instrument)].symbol),
                 QString::fromLatin1(nameOf(intervalNames, interval)), toIso(range.from),
                 toIso(std::chrono::ceil<std::chrono::seconds>(range.to) - 1s));
    return {RestRequest::Purpose::Candles, path, 1, instrument, interval, range};
}

Reading CoinbaseFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    return readCoinbaseAnswer(m_json, request, bytes, records);
}

} // namespace

const FeedTraits& coinbaseTraits()
{
    static const FeedTraits traits{
        QStringLiteral("coinbase"),
        QStringLiteral("Coinbase"),
        QStringLiteral("candles, trades, daily figures"),
        QStringLiteral("https://api.exchange.coinbase.com"),
        QStringLiteral("wss://ws-feed.exchange.coinbase.com"),
        {0, {}, {}, questionSpacing},
        {},
    };
    return traits;
}

std::unique_ptr<Feed> makeCoinbaseFeed(const std::vector<QByteArray>& assets)
{
    return std::make_unique<CoinbaseFeed>(assets);
}

} // namespace holdline
