// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feeds/coinbase/coinbasefeed.h"
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

class TestCoinbaseFeed final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void followsDollars()
    {
        const auto feed = makeCoinbaseFeed(followedAssets());
        QCOMPARE(feed->instruments().size(), std::size_t(5));
        QCOMPARE(feed->instruments()[0], (FeedInstrument{u"coinbase:BTC-USD"_s, "BTC-USD", "BTC", u"USD"_s}));
    }

    void subscribes()
    {
        const Route route = makeCoinbaseFeed({"BTC", "ETH"})->routes().at(0);
        QVERIFY(route.path.isEmpty());
        QCOMPARE(route.greetings.size(), std::size_t(2));
        const auto trading = QJsonDocument::fromJson(route.greetings[0]);
        QCOMPARE(trading["type"_L1].toString(), u"subscribe"_s);
        QCOMPARE(trading["product_ids"_L1].toArray(), QJsonArray({u"BTC-USD"_s}));
        QCOMPARE(trading["channels"_L1].toArray(), QJsonArray({u"matches"_s, u"heartbeat"_s}));
        const auto figures = QJsonDocument::fromJson(route.greetings[1]);
        QCOMPARE(figures["product_ids"_L1].toArray(), QJsonArray({u"BTC-USD"_s, u"ETH-USD"_s}));
        QCOMPARE(figures["channels"_L1].toArray(), QJsonArray({u"ticker"_s}));
        QCOMPARE(route.streams.size(), std::size_t(4));
        QVERIFY(makeCoinbaseFeed({})->routes().at(0).greetings.empty());
    }

    void asksForCandlesBetweenInclusiveBounds()
    {
        const auto feed = makeCoinbaseFeed({"BTC", "ETH"});
        const auto minutes =
            feed->candleRequest(0, oneMinute, {at("2025-11-22T01:00:00Z"), at("2025-11-22T01:02:00Z")});
        QCOMPARE(minutes.path, u"/products/BTC-USD/candles?granularity=60&start=2025-11-22T01:00:00Z"
                               "&end=2025-11-22T01:01:59Z"_s);
        const auto days = feed->candleRequest(1, oneDay, {at("2025-11-01"), at("2025-11-22")});
        QCOMPARE(days.path, u"/products/ETH-USD/candles?granularity=86400&start=2025-11-01T00:00:00Z"
                            "&end=2025-11-21T23:59:59Z"_s);
        QCOMPARE(feed->candlePage(0, oneMinute), 300);
        QCOMPARE(feed->candlePage(0, fourHours), 0);
        QVERIFY(feed->polls().empty());
    }
};

QTEST_GUILESS_MAIN(TestCoinbaseFeed)
#include "tst_coinbasefeed.moc"
