// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/kraken/krakenfeed.h"

#include "models/feeds/feednames.h"
#include "models/feeds/jsonreader.h"
#include "models/feeds/kraken/krakenmessages.h"

namespace holdline {

namespace {

using namespace std::chrono_literals;

// Documented: rows of one answer. Not documented for certain: that it reaches no further back, and that an
// address may ask once a second.
constexpr int mostCandles = 720;
constexpr Span questionSpacing = 1s;

std::vector<FeedInstrument> instrumentsOf(const std::vector<QByteArray>& assets)
{
    std::vector<FeedInstrument> instruments;
    for (const QByteArray& asset : assets) {
        const QByteArray symbol = asset + "/USD";
        instruments.push_back(
            {QStringLiteral("kraken:") + QString::fromLatin1(symbol), symbol, asset, QStringLiteral("USD")});
    }
    return instruments;
}

/// REST calls bitcoin XBT, the stream calls it BTC.
QString pairOf(const FeedInstrument& instrument)
{
    const QByteArray base = instrument.asset == "BTC" ? QByteArrayLiteral("XBT") : instrument.asset;
    return QString::fromLatin1(base + "USD");
}

Route candleRoute(const std::vector<FeedInstrument>& instruments)
{
    Route route;
    route.name = QStringLiteral("v2");
    route.path = QStringLiteral("/v2");
    std::vector<QByteArray> symbols;
    for (const FeedInstrument& instrument : instruments) {
        symbols.push_back(instrument.symbol);
        // A candle is told with a trade alone.
        route.streams.push_back({QStringLiteral("ohlc:") + QString::fromLatin1(instrument.symbol),
                                 instrument.asset == "BTC" ? 90s : 600s});
    }
    route.greetings = {"{\"method\":\"subscribe\",\"params\":{\"channel\":\"ohlc\",\"symbol\":[" +
                       jsonTexts(symbols) + "],\"interval\":1,\"snapshot\":true},\"req_id\":1}"};
    route.heartbeat = {30s, QByteArrayLiteral("{\"method\":\"ping\",\"req_id\":2}")};
    route.silence = 10s;
    return route;
}

class KrakenFeed final : public Feed {
public:
    explicit KrakenFeed(const std::vector<QByteArray>& assets);

    const FeedTraits& traits() const override { return krakenTraits(); }
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

KrakenFeed::KrakenFeed(const std::vector<QByteArray>& assets)
    : m_instruments(instrumentsOf(assets)),
      m_routes{candleRoute(m_instruments)}
{
}

Reading KrakenFeed::readMessage(int route, QByteArrayView bytes, UtcTime, FeedRecords& records)
{
    const Route& of = m_routes[static_cast<std::size_t>(route)];
    return readKrakenMessage(m_json, of, m_instruments, bytes, records);
}

std::vector<Poll> KrakenFeed::polls() const
{
    return {};
}

int KrakenFeed::candlePage(int, Interval interval) const
{
    return nameOf(krakenIntervals, interval) ? mostCandles : 0;
}

Span KrakenFeed::candleReach(int, Interval interval) const
{
    return mostCandles * interval.length;
}

RestRequest KrakenFeed::candleRequest(int instrument, Interval interval, TimeRange range) const
{
    // Candles behind `since` come, up to now; there is no bound above.
    const auto since = std::chrono::floor<std::chrono::seconds>(range.from - interval.length);
    const QString path = QStringLiteral("/0/public/OHLC?pair=%1&interval=%2&since=%3")
                             .arg(pairOf(m_instruments[static_cast<std::size_t>(instrument)]),
                                  QString::fromLatin1(nameOf(krakenIntervals, interval)))
                             .arg(since.time_since_epoch().count());
    return {RestRequest::Purpose::Candles, path, 1, instrument, interval, range};
}

Reading KrakenFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    return readKrakenAnswer(m_json, request, bytes, records);
}

} // namespace

const FeedTraits& krakenTraits()
{
    static const FeedTraits traits{
        QStringLiteral("kraken"),
        QStringLiteral("Kraken"),
        QStringLiteral("candles"),
        QStringLiteral("https://api.kraken.com"),
        QStringLiteral("wss://ws.kraken.com"),
        {0, {}, {}, questionSpacing},
        {},
    };
    return traits;
}

std::unique_ptr<Feed> makeKrakenFeed(const std::vector<QByteArray>& assets)
{
    return std::make_unique<KrakenFeed>(assets);
}

} // namespace holdline
