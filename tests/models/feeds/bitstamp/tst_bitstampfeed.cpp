// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/bitstamp/bitstampfeed.h"
#include "tests/support/failonwarning.h"
#include "tests/support/feedreads.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using holdline::testing::at;

class TestBitstampFeed final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void followsDollars()
    {
        const auto feed = makeBitstampFeed(followedAssets());
        QCOMPARE(feed->instruments().size(), std::size_t(5));
        QCOMPARE(feed->instruments()[0], (FeedInstrument{u"bitstamp:BTCUSD"_s, "BTCUSD", "BTC", u"USD"_s}));
    }

    void subscribesToEachPair()
    {
        const Route route = makeBitstampFeed({"BTC", "ETH"})->routes().at(0);
        QVERIFY(route.path.isEmpty());
        QCOMPARE(route.greetings.size(), std::size_t(2));
        const auto message = QJsonDocument::fromJson(route.greetings[1]);
        QCOMPARE(message["event"_L1].toString(), u"bts:subscribe"_s);
        QCOMPARE(message["data"_L1].toObject()["channel"_L1].toString(), u"live_trades_ethusd"_s);
        QCOMPARE(route.streams.at(1).name, u"live_trades_ethusd"_s);
        QCOMPARE(QJsonDocument::fromJson(route.heartbeat.message)["event"_L1].toString(), u"bts:heartbeat"_s);
        QVERIFY(route.silence > 2 * route.heartbeat.every);
    }

    void asksForCandlesBetweenInclusiveBounds()
    {
        const auto feed = makeBitstampFeed({"BTC", "ETH"});
        const auto minutes =
            feed->candleRequest(0, oneMinute, {at("2025-11-22T01:00:00Z"), at("2025-11-22T01:02:00Z")});
        QCOMPARE(minutes.path, u"/api/v2/ohlc/btcusd/?step=60&limit=2&start=1763773200&end=1763773319"
                               "&exclude_current_candle=false"_s);
        const auto days = feed->candleRequest(1, oneDay, {at("2025-11-01"), at("2025-11-22")});
        QCOMPARE(days.path, u"/api/v2/ohlc/ethusd/?step=86400&limit=21&start=1761955200&end=1763769599"
                            "&exclude_current_candle=false"_s);
        QCOMPARE(feed->candlePage(0, oneMinute), 1000);
        QCOMPARE(feed->candlePage(0, oneDay), 1000);
        QCOMPARE(feed->candlePage(0, oneHour), 0);
        QVERIFY(feed->polls().empty());
    }
};

QTEST_GUILESS_MAIN(TestBitstampFeed)
#include "tst_bitstampfeed.moc"
