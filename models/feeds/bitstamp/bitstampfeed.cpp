// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitstamp/bitstampfeed.h"

#include "models/feeds/bitstamp/bitstampmessages.h"
#include "models/feeds/candlepage.h"
#include "models/feeds/feednames.h"
#include "models/feeds/jsonreader.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using namespace std::chrono_literals;

// Documented: candles of one answer. Not documented for certain: questions in ten minutes.
constexpr int mostCandles = 1000;
constexpr int mostQuestions = 10'000;
constexpr Span questionWindow = 10min;
constexpr Span questionSpacing = 50ms;

// In seconds.
constexpr std::array<IntervalName, 2> intervalNames{{{oneMinute, "60"}, {oneDay, "86400"}}};

std::vector<FeedInstrument> instrumentsOf(const std::vector<QByteArray>& assets)
{
    std::vector<FeedInstrument> instruments;
    for (const QByteArray& asset : assets) {
        const QByteArray symbol = asset + "USD";
        instruments.push_back({QStringLiteral("bitstamp:") + QString::fromLatin1(symbol), symbol, asset,
                               QStringLiteral("USD")});
    }
    return instruments;
}

Route tradeRoute(const std::vector<FeedInstrument>& instruments)
{
    Route route;
    route.name = QStringLiteral("trades");
    for (const FeedInstrument& instrument : instruments) {
        const QByteArray channel = bitstampTradeChannel(instrument);
        route.greetings.push_back("{\"event\":\"bts:subscribe\",\"data\":{\"channel\":\"" + channel + "\"}}");
        // Small coins are often not traded for an hour.
        route.streams.push_back({QString::fromLatin1(channel), instrument.asset == "BTC" ? 180s : 0s});
    }
    route.heartbeat = {30s, QByteArrayLiteral("{\"event\":\"bts:heartbeat\"}")};
    route.silence = 75s;
    route.lifetime = 90 * 24h;
    return route;
}

class BitstampFeed final : public Feed {
public:
    explicit BitstampFeed(const std::vector<QByteArray>& assets);

    const FeedTraits& traits() const override { return bitstampTraits(); }
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

BitstampFeed::BitstampFeed(const std::vector<QByteArray>& assets)
    : m_instruments(instrumentsOf(assets)),
      m_routes{tradeRoute(m_instruments)}
{
}

Reading BitstampFeed::readMessage(int route, QByteArrayView bytes, UtcTime, FeedRecords& records)
{
    const Route& of = m_routes[static_cast<std::size_t>(route)];
    return readBitstampMessage(m_json, of, m_instruments, bytes, records);
}

std::vector<Poll> BitstampFeed::polls() const
{
    return {};
}

int BitstampFeed::candlePage(int, Interval interval) const
{
    return nameOf(intervalNames, interval) ? mostCandles : 0;
}

Span BitstampFeed::candleReach(int, Interval) const
{
    return {};
}

RestRequest BitstampFeed::candleRequest(int instrument, Interval interval, TimeRange range) const
{
    // Both bounds are inclusive.
    const auto start = std::chrono::ceil<std::chrono::seconds>(range.from).time_since_epoch();
    const auto end = std::chrono::ceil<std::chrono::seconds>(range.to).time_since_epoch() - 1s;
    const QString path =
        QStringLiteral("/api/v2/ohlc/%1/?step=%2&limit=%3&start=%4&end=%5&exclude_current_candle=false")
            .arg(QString::fromLatin1(m_instruments[static_cast<std::size_t>(instrument)].symbol.toLower()),
                 QString::fromLatin1(nameOf(intervalNames, interval)))
            .arg(std::max(1, openTimesIn(range, interval)))
            .arg(start.count())
            .arg(end.count());
    return {RestRequest::Purpose::Candles, path, 1, instrument, interval, range};
}

Reading BitstampFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    return readBitstampAnswer(m_json, request, bytes, records);
}

} // namespace

const FeedTraits& bitstampTraits()
{
    static const FeedTraits traits{
        QStringLiteral("bitstamp"),
        QStringLiteral("Bitstamp"),
        QStringLiteral("candles, trades"),
        QStringLiteral("https://www.bitstamp.net"),
        QStringLiteral("wss://ws.bitstamp.net"),
        {mostQuestions, questionWindow, {}, questionSpacing},
        {},
    };
    return traits;
}

std::unique_ptr<Feed> makeBitstampFeed(const std::vector<QByteArray>& assets)
{
    return std::make_unique<BitstampFeed>(assets);
}

} // namespace holdline
