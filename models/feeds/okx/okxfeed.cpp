// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/okx/okxfeed.h"

#include "models/feeds/feednames.h"
#include "models/feeds/jsonreader.h"
#include "models/feeds/okx/okxcandles.h"
#include "models/feeds/okx/okxcontracts.h"
#include "models/feeds/okx/okxmessages.h"

#include <algorithm>
#include <optional>

namespace holdline {

namespace {

using namespace std::chrono_literals;

// Not documented for certain: rows of one answer from the archive of candles, how many of the latest the
// other path holds for certain, and that the archive takes 20 questions in two seconds.
constexpr int mostArchived = 100;
constexpr int mostLatest = 300;
constexpr Span questionSpacing = 100ms;

std::vector<FeedInstrument> instrumentsOf(const std::vector<QByteArray>& assets)
{
    std::vector<FeedInstrument> instruments;
    for (const auto* ending : {"-USDT", "-USDT-SWAP"}) {
        for (const QByteArray& asset : assets) {
            const QByteArray symbol = asset + ending;
            instruments.push_back({QStringLiteral("okx:") + QString::fromLatin1(symbol), symbol, asset,
                                   QStringLiteral("USDT")});
        }
    }
    return instruments;
}

Route routeOf(const QString& name, const QByteArray& subscriptions, std::vector<StreamSpec> streams)
{
    Route route;
    route.name = name;
    route.path = QStringLiteral("/ws/v5/") + name;
    // The first ping is answered at once, also when nothing is traded.
    route.greetings = {"{\"op\":\"subscribe\",\"args\":[" + subscriptions + "]}", QByteArrayLiteral("ping")};
    route.streams = std::move(streams);
    route.heartbeat = {20s, QByteArrayLiteral("ping"), true};
    route.silence = 30s;
    return route;
}

Route liquidationRoute()
{
    return routeOf(QStringLiteral("public"),
                   QByteArrayLiteral("{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"}"),
                   {{QStringLiteral("liquidation-orders"), 0s, QStringLiteral("liquidations/okx")}});
}

Route candleRoute(const std::vector<FeedInstrument>& instruments)
{
    QByteArray subscriptions;
    std::vector<StreamSpec> streams;
    for (const FeedInstrument& instrument : instruments) {
        subscriptions += subscriptions.isEmpty() ? "" : ",";
        subscriptions += "{\"channel\":\"candle1m\",\"instId\":\"" + instrument.symbol + "\"}";
        streams.push_back({QStringLiteral("candle1m:") + QString::fromLatin1(instrument.symbol),
                           instrument.asset == "BTC" ? 90s : 180s});
    }
    return routeOf(QStringLiteral("business"), subscriptions, streams);
}

class OkxFeed final : public Feed {
public:
    explicit OkxFeed(const std::vector<QByteArray>& assets);

    const FeedTraits& traits() const override { return okxTraits(); }
    const std::vector<FeedInstrument>& instruments() const override { return m_instruments; }
    std::vector<Route> routes() const override { return m_routes; }
    bool canReadOrders() const override { return !m_contracts.empty(); }
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
    OkxContracts m_contracts;              ///< empty until the venue has told them
    std::optional<UtcTime> m_latestCandle; ///< open time of the latest that came by stream

    [[nodiscard]] bool isAmongLatest(TimeRange range, Interval interval) const;
};

OkxFeed::OkxFeed(const std::vector<QByteArray>& assets)
    : m_instruments(instrumentsOf(assets)),
      m_routes{liquidationRoute(), candleRoute(m_instruments)}
{
}

Reading OkxFeed::readMessage(int route, QByteArrayView bytes, UtcTime, FeedRecords& records)
{
    const Route& of = m_routes[static_cast<std::size_t>(route)];
    const Reading reading = readOkxMessage(m_json, of, m_instruments, m_contracts, bytes, records);
    for (const CandleRecord& record : records.candles)
        m_latestCandle = std::max(m_latestCandle.value_or(earliestTime), record.candle.openTime);
    return reading;
}

std::vector<Poll> OkxFeed::polls() const
{
    return {
        {{RestRequest::Purpose::Contracts, QStringLiteral("/api/v5/public/instruments?instType=SWAP")}, 1h}};
}

int OkxFeed::candlePage(int, Interval interval) const
{
    return nameOf(okxIntervals, interval) ? mostArchived : 0;
}

Span OkxFeed::candleReach(int, Interval) const
{
    return {};
}

/// The archive may lack the latest candles, and the other path has no old ones. The stream tells which are
/// which; without it the archive is asked.
bool OkxFeed::isAmongLatest(TimeRange range, Interval interval) const
{
    return m_latestCandle && range.from > *m_latestCandle - mostLatest * interval.length &&
           range.to <= *m_latestCandle + 2 * interval.length;
}

RestRequest OkxFeed::candleRequest(int instrument, Interval interval, TimeRange range) const
{
    // Both cursors are exclusive, and `after` is the later one.
    const QString path =
        QStringLiteral("/api/v5/market/%1?instId=%2&bar=%3&after=%4&before=%5&limit=%6")
            .arg(isAmongLatest(range, interval) ? QStringLiteral("candles")
                                                : QStringLiteral("history-candles"),
                 QString::fromLatin1(m_instruments[static_cast<std::size_t>(instrument)].symbol),
                 QString::fromLatin1(nameOf(okxIntervals, interval)))
            .arg(toMsecs(range.to))
            .arg(toMsecs(range.from) - 1)
            .arg(std::max(1, openTimesIn(range, interval)));
    return {RestRequest::Purpose::Candles, path, 1, instrument, interval, range};
}

Reading OkxFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    return readOkxAnswer(m_json, request, m_instruments, m_contracts, bytes, records);
}

} // namespace

const FeedTraits& okxTraits()
{
    static const FeedTraits traits{
        QStringLiteral("okx"),
        QStringLiteral("OKX"),
        QStringLiteral("candles, liquidations"),
        QStringLiteral("https://www.okx.com"),
        QStringLiteral("wss://ws.okx.com:8443"),
        {0, {}, {}, questionSpacing},
        QStringLiteral("at most one per contract and second"),
    };
    return traits;
}

std::unique_ptr<Feed> makeOkxFeed(const std::vector<QByteArray>& assets)
{
    return std::make_unique<OkxFeed>(assets);
}

} // namespace holdline
