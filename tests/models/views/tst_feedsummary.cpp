// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/feedsummary.h"
#include "models/views/livestate.h"
#include "tests/support/failonwarning.h"
#include "tests/support/feedexamples.h"

#include <QtTest>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;
using State = FeedSummary::State;
using Stream = StreamStatus::State;

namespace {

std::vector<FeedStatus> feeds(Stream binance, Stream futures, Stream bybit)
{
    return {feedExample(u"binance"_s, u"Binance spot"_s, binance),
            feedExample(u"binance-futures"_s, u"Binance futures"_s, futures),
            feedExample(u"bybit"_s, u"Bybit"_s, bybit)};
}

} // namespace

class TestFeedSummary final : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }

    void allTogether_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<int>("third");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("connected");
        const auto row = [](const char* name, Stream a, Stream b, Stream c, State state, int connected) {
            QTest::newRow(name) << int(a) << int(b) << int(c) << int(state) << connected;
        };
        row("none has said anything", Stream::Connecting, Stream::Connecting, Stream::Connecting,
            State::Connecting, 0);
        row("some were tried", Stream::Closed, Stream::Connecting, Stream::Closed, State::Connecting, 0);
        row("none could be reached", Stream::Closed, Stream::Closed, Stream::Closed, State::NoNetwork, 0);
        row("all are live", Stream::Live, Stream::Live, Stream::Live, State::Live, 3);
        row("one is away", Stream::Live, Stream::Closed, Stream::Live, State::Partly, 2);
        row("one refuses this region", Stream::Refused, Stream::Live, Stream::Live, State::Live, 2);
    }
    void allTogether()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(int, third);
        const auto summary = summaryOf(feeds(Stream(first), Stream(second), Stream(third)), u"binance"_s);
        QTEST(int(summary.state), "state");
        QTEST(summary.connected, "connected");
        QCOMPARE(summary.lines.size(), 3);
    }

    void theAgeIsThatOfTheProviderAskedAbout()
    {
        auto all = feeds(Stream::Live, Stream::Live, Stream::Live);
        all[0].lastAnswer = liveMinute(10);
        QCOMPARE(toIso(*summaryOf(all, u"binance"_s).last), toIso(liveMinute(10)));
        QCOMPARE(toIso(*summaryOf(all, u"kraken"_s).last), toIso(liveMinute(60)));
    }

    void anInstrumentHasAProvider()
    {
        const auto all = feeds(Stream::Live, Stream::Live, Stream::Live);
        QCOMPARE(providerOf(u"binance:BTCUSDT"_s, all), u"binance"_s);
        QCOMPARE(providerOf(u"binance-futures:BTCUSDT"_s, all), u"binance-futures"_s);
        QCOMPARE(providerOf(u"bybit-spot:BTCUSDT"_s, all), u"bybit"_s);
        QCOMPARE(providerOf(u"kraken:BTC/USD"_s, all), QString());
    }

    void theNearestInstrumentStandsIn_data()
    {
        QTest::addColumn<QStringList>("seen");
        QTest::addColumn<QString>("standIn");
        QTest::newRow("none") << QStringList{u"binance:BTCUSDT"_s, u"binance:ETHUSDT"_s} << QString();
        QTest::newRow("the same quote first")
            << QStringList{u"coinbase:BTC-USD"_s, u"okx:BTC-USDT"_s} << u"okx:BTC-USDT"_s;
        QTest::newRow("spot before contracts")
            << QStringList{u"bybit:BTCUSDT"_s, u"coinbase:BTC-USD"_s} << u"coinbase:BTC-USD"_s;
        QTest::newRow("the same asset")
            << QStringList{u"bybit-spot:ETHUSDT"_s, u"bybit-spot:BTCUSDT"_s} << u"bybit-spot:BTCUSDT"_s;
    }
    void theNearestInstrumentStandsIn()
    {
        QFETCH(QStringList, seen);
        QTEST(standInFor(u"binance:BTCUSDT"_s, seen, feeds(Stream::Refused, Stream::Live, Stream::Live)),
              "standIn");
    }

    /// 3,000 against 2,500 is 20 % more; then 2,750 is 10 % more than the same 2,500.
    void figuresComeFromDaysAndCandles()
    {
        std::map<QString, LiveFigure> figures;
        LiveNews news{.days = {{.instrument = u"binance:ETHUSDT"_s, .last = 3000, .open = 2500},
                               {.instrument = u"kraken:ETH/USD"_s, .last = 1, .open = 1}}};
        QVERIFY(addFigures(figures, news, u"binance:BTCUSDT"_s));
        QVERIFY(!addFigures(figures, news, u"binance:BTCUSDT"_s));
        QCOMPARE(figures.size(), std::size_t(1));
        QCOMPARE(figures[u"ETH"_s].last, 3000.0);
        QCOMPARE(*figures[u"ETH"_s].dayPercent, 20.0);
        LiveNews candle{.candles = {liveCandle(60, 2750, false)}};
        candle.candles[0].instrument = u"binance:ETHUSDT"_s;
        QVERIFY(addFigures(figures, candle, u"binance:BTCUSDT"_s));
        QCOMPARE(figures[u"ETH"_s].last, 2750.0);
        QVERIFY(std::abs(*figures[u"ETH"_s].dayPercent - 10) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestFeedSummary)
#include "tst_feedsummary.moc"
