// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bybit/bybitfeed.h"

#include "models/feeds/bybit/bybitmessages.h"
#include "models/feeds/candlepage.h"
#include "models/feeds/feednames.h"
#include "models/feeds/jsonreader.h"

#include <algorithm>
#include <array>

namespace holdline {

namespace {

using namespace std::chrono_literals;

// Documented: topics of one subscription, candles of one answer, and addresses' allowance.
constexpr std::size_t mostTopics = 10;
constexpr int mostCandles = 1000;
constexpr int mostQuestions = 600;
constexpr Span questionWindow = 5s;

// Open interest comes each five minutes; an hour of it mends a short outage.
constexpr int openInterestRows = 12;

/// Linear perpetuals first, spot behind.
std::vector<FeedInstrument> instrumentsOf(const std::vector<QByteArray>& assets)
{
    std::vector<FeedInstrument> instruments;
    for (const auto* prefix : {"bybit:", "bybit-spot:"}) {
        for (const QByteArray& asset : assets) {
            const QByteArray symbol = asset + "USDT";
            instruments.push_back(
                {QString::fromLatin1(prefix + symbol), symbol, asset, QStringLiteral("USDT")});
        }
    }
    return instruments;
}

/// A candle of a busy symbol is told each second, of any other at least each minute.
StreamSpec candleStream(const QByteArray& asset)
{
    return {QStringLiteral("kline.1.%1USDT").arg(QString::fromLatin1(asset)), asset == "BTC" ? 90s : 180s};
}

StreamSpec liquidationStream(const QByteArray& asset)
{
    return {QStringLiteral("allLiquidation.%1USDT").arg(QString::fromLatin1(asset)), 0s,
            liquidationSeries(QStringLiteral("bybit"), asset)};
}

std::vector<QByteArray> greetingsFor(const std::vector<StreamSpec>& streams)
{
    std::vector<QByteArray> topics;
    for (const StreamSpec& stream : streams)
        topics.push_back(stream.name.toLatin1());
    std::vector<QByteArray> greetings;
    for (std::size_t first = 0; first < topics.size(); first += mostTopics) {
        const auto some = std::span(topics).subspan(first, std::min(mostTopics, topics.size() - first));
        greetings.push_back("{\"req_id\":\"" + QByteArray::number(greetings.size() + 1) +
                            "\",\"op\":\"subscribe\",\"args\":[" + jsonTexts(some) + "]}");
    }
    return greetings;
}

Route routeOf(const QString& name, std::vector<StreamSpec> streams)
{
    Route route;
    route.name = name;
    route.path = QStringLiteral("/v5/public/") + name;
    route.greetings = greetingsFor(streams);
    route.streams = std::move(streams);
    route.heartbeat = {20s, QByteArrayLiteral("{\"req_id\":\"ping\",\"op\":\"ping\"}")};
    route.silence = 30s;
    return route;
}

std::vector<Route> routesFor(const std::vector<QByteArray>& assets)
{
    std::vector<StreamSpec> linear;
    std::vector<StreamSpec> spot;
    for (const QByteArray& asset : assets)
        linear.push_back(liquidationStream(asset));
    for (const QByteArray& asset : assets) {
        linear.push_back(candleStream(asset));
        spot.push_back(candleStream(asset));
    }
    return {routeOf(QStringLiteral("linear"), linear), routeOf(QStringLiteral("spot"), spot)};
}

class BybitFeed final : public Feed {
public:
    explicit BybitFeed(const std::vector<QByteArray>& assets);

    const FeedTraits& traits() const override { return bybitTraits(); }
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

    /// Linear instruments come first, as many of spot behind.
    [[nodiscard]] int linearCount() const { return static_cast<int>(m_instruments.size() / 2); }
};

BybitFeed::BybitFeed(const std::vector<QByteArray>& assets)
    : m_instruments(instrumentsOf(assets)),
      m_routes(routesFor(assets))
{
}

Reading BybitFeed::readMessage(int route, QByteArrayView bytes, UtcTime, FeedRecords& records)
{
    const int first = route == 0 ? 0 : linearCount();
    const auto followed =
        std::span(m_instruments)
            .subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(linearCount()));
    return readBybitMessage(m_json, m_routes[static_cast<std::size_t>(route)], {followed, first}, bytes,
                            records);
}

std::vector<Poll> BybitFeed::polls() const
{
    std::vector<Poll> polls;
    polls.push_back({{RestRequest::Purpose::ServerTime, QStringLiteral("/v5/market/time")}, 60s});
    for (int i = 0; i < linearCount(); ++i) {
        const QString path =
            QStringLiteral("/v5/market/open-interest?category=linear&symbol=%1&intervalTime=5min&limit=%2")
                .arg(QString::fromLatin1(m_instruments[static_cast<std::size_t>(i)].symbol))
                .arg(openInterestRows);
        polls.push_back({{RestRequest::Purpose::OpenInterest, path, 1, i}, 5min});
    }
    return polls;
}

int BybitFeed::candlePage(int, Interval interval) const
{
    return nameOf(bybitIntervals, interval) ? mostCandles : 0;
}

Span BybitFeed::candleReach(int, Interval) const
{
    return {};
}

RestRequest BybitFeed::candleRequest(int instrument, Interval interval, TimeRange range) const
{
    // Both bounds are inclusive.
    const QString path =
        QStringLiteral("/v5/market/kline?category=%1&symbol=%2&interval=%3&start=%4&end=%5&limit=%6")
            .arg(instrument < linearCount() ? QStringLiteral("linear") : QStringLiteral("spot"),
                 QString::fromLatin1(m_instruments[static_cast<std::size_t>(instrument)].symbol),
                 QString::fromLatin1(nameOf(bybitIntervals, interval)))
            .arg(toMsecs(range.from))
            .arg(toMsecs(range.to) - 1)
            .arg(std::max(1, openTimesIn(range, interval)));
    return {RestRequest::Purpose::Candles, path, 1, instrument, interval, range};
}

Reading BybitFeed::readAnswer(const RestRequest& request, QByteArrayView bytes, FeedRecords& records)
{
    return readBybitAnswer(m_json, request, bytes, records);
}

} // namespace

const FeedTraits& bybitTraits()
{
    static const FeedTraits traits{
        QStringLiteral("bybit"),
        QStringLiteral("Bybit"),
        QStringLiteral("candles, liquidations, open interest"),
        QStringLiteral("https://api.bybit.com"),
        QStringLiteral("wss://stream.bybit.com"),
        {mostQuestions, questionWindow, {}, 20ms},
        {},
    };
    return traits;
}

std::unique_ptr<Feed> makeBybitFeed(const std::vector<QByteArray>& assets)
{
    return std::make_unique<BybitFeed>(assets);
}

} // namespace holdline
