// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/ledgerquery.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using namespace std::chrono_literals;
using holdline::testing::FakeClock;

namespace {

constexpr UtcTime start{std::chrono::sys_days{std::chrono::year{2026} / 1 / 20}};

Candle flat(UtcTime open, int price, int buy = -1)
{
    const Price at = Price::whole(price);
    Candle candle{open, at, at, at, at, {}, {}, {}, {}};
    if (buy >= 0) {
        candle.quoteVolume = Amount{100 * Int128(decimalUnits)};
        candle.takerBuyQuote = Amount{buy * Int128(decimalUnits)};
    }
    return candle;
}

Amount whole(int value)
{
    return {value * Int128(decimalUnits)};
}

Level band()
{
    Level level;
    level.id = QStringLiteral("band");
    level.instrument = QStringLiteral("binance:BTCUSDT");
    level.low = Price::whole(100);
    level.high = Price::whole(110);
    level.role = LevelRole::Support;
    return level;
}

} // namespace

class TestLedgerQuery final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_store = std::move(Store::openInMemory(m_clock)).value();
    }

    void flowsOfMeetingCandlesAreSummed()
    {
        // Minutes 0 and 1 meet, 2 does not, 3 meets; 4 is a hole.
        candles(oneMinute, {flat(start, 105, 60), flat(start + 1min, 110, 40), flat(start + 2min, 90, 100),
                            flat(start + 3min, 100, 70), flat(start + 5min, 90, 0)});
        liquidation("liquidations/binance-futures", start, PositionSide::Long, 7);
        liquidation("liquidations/bybit", start + 119999ms, PositionSide::Short, 11);
        liquidation("liquidations/bybit", start + 2min, PositionSide::Long, 1000);
        liquidation("liquidations/bybit", start + 4min, PositionSide::Long, 1000);
        liquidation("liquidations/bybit/eth", start, PositionSide::Long, 1000);
        const LevelLedger ledger = of(band());
        QCOMPARE(ledger.longUsd, std::optional(whole(7)));
        QCOMPARE(ledger.shortUsd, std::optional(whole(11)));
        QCOMPARE(ledger.netTakerUsd, std::optional(whole(20 - 20 + 40)));
        QCOMPARE(ledger.inside, Span(3min));
        QCOMPARE(ledger.touches.size(), std::size_t(1));
    }

    void coarserRecordsAreNoneAndAbsenceIsNotZero()
    {
        candles(oneMinute, {flat(start, 105), flat(start + 1min, 105)});
        sums("liquidations/coinglass", start, 1h, 5, 6);
        QCOMPARE(of(band()).longUsd, std::optional<Amount>());
        QCOMPARE(of(band()).netTakerUsd, std::optional<Amount>());
        liquidation("liquidations/bybit", start + 10min, PositionSide::Long, 1); // in no candle
        QCOMPARE(of(band()).longUsd, std::optional(Amount{}));
        QCOMPARE(of(band()).shortUsd, std::optional(Amount{}));
        Level later = band();
        later.validFrom = start + 11min;
        QCOMPARE(of(later).longUsd, std::optional<Amount>());
        sums("liquidations/coinglass", start + 1min, 1min, 5, 6);
        QCOMPARE(of(band()).longUsd, std::optional(whole(5)));
    }

    void aSumStandsForSingleOnesOnlyWhereItTells()
    {
        candles(oneMinute, {flat(start, 105), flat(start + 1min, 105)});
        liquidation("liquidations/bybit", start, PositionSide::Long, 7);
        liquidation("liquidations/bybit", start + 1min, PositionSide::Long, 11);
        sums("liquidations/bybit", start - 24h, 1min, 1000, 1000); // elsewhere
        QCOMPARE(of(band()).longUsd, std::optional(whole(18)));
        sums("liquidations/bybit", start, 1min, 5, 0);
        QCOMPARE(of(band()).longUsd, std::optional(whole(16)));
        sums("liquidations/all", start + 1min, 1min, 100, 0);
        QCOMPARE(of(band()).longUsd, std::optional(whole(105)));
    }

    void aLevelsFiguresDoNotDependOnOthers()
    {
        candles(oneMinute, {flat(start, 105)});
        liquidation("liquidations/bybit", start, PositionSide::Long, 7);
        sums("liquidations/bybit", start - 24h, 1min, 1000, 1000);
        Level earlier = band();
        earlier.validFrom = start - 48h;
        earlier.validTo = start - 1h;
        Level later = band();
        later.validFrom = start - 30min;
        const auto both = levelLedgers(*m_store, std::vector{earlier, later}, {}).value();
        QCOMPARE(both[1], of(later));
        QCOMPARE(both[1].longUsd, std::optional(whole(7)));
    }

    void storedTakerVolumeGoesBeforeThatOfTheCandlesWhereItTells()
    {
        candles(oneMinute, {flat(start, 105, 60), flat(start + 1min, 105, 60), flat(start + 2min, 105, 60)});
        value("taker/binance:BTCUSDT", start - 24h, 4h, 1000); // coarse, and elsewhere
        QCOMPARE(of(band()).netTakerUsd, std::optional(whole(60)));
        value("taker/binance:BTCUSDT", start + 1min, 1min, 5);
        QCOMPARE(of(band()).netTakerUsd, std::optional(whole(45)));
    }

    void candlesOffTheGridThatOverlapCountARecordOnce()
    {
        candles(oneMinute,
                {flat(start, 105, 60), flat(start + 20'799ms, 105, 70), flat(start + 80'799ms, 105, 80)});
        liquidation("liquidations/bybit", start + 30s, PositionSide::Long, 7);
        const LevelLedger ledger = of(band());
        QCOMPARE(ledger.longUsd, std::optional(whole(7)));
        QCOMPARE(ledger.netTakerUsd, std::optional(whole(20 + 40 + 60)));
        QCOMPARE(ledger.inside, Span(3min));
    }

    void aStoredSumOfAllVenuesGoesBeforeThem()
    {
        candles(oneMinute, {flat(start, 105)});
        liquidation("liquidations/bybit", start, PositionSide::Long, 7);
        sums("liquidations/all", start, 1min, 20, 30);
        QCOMPARE(of(band()).longUsd, std::optional(whole(20)));
    }

    void theFinestCandlesOfALifeCount()
    {
        candles(oneHour, {flat(start - 48h, 105), flat(start - 47h, 105)});
        candles(oneMinute, {flat(start, 105)});
        QCOMPARE(of(band()).inside, Span(1min));
        Level early = band();
        early.validTo = start - 24h;
        QCOMPARE(of(early).inside, Span(2h));
        QCOMPARE(of(early).touches.size(), std::size_t(1)); // the hour before met it too
    }

    void dailyCandlesAreTooCoarseToJudge()
    {
        candles(oneDay, {flat(start, 105), flat(start + 24h, 90)});
        const LevelLedger ledger = of(band());
        QCOMPARE(ledger.closesBeyond, std::optional<qint64>());
        QCOMPARE(ledger.inside, Span(24h));
        LedgerQuestion daily;
        daily.judging = oneDay;
        QCOMPARE(levelLedgers(*m_store, std::vector{band()}, daily).value().front().closesBeyond,
                 std::optional<qint64>(1));
    }

    /// Below the band in the last three minutes of each of six hours; closes are at the full hours.
    void closesAreThoseOfTheLife_data()
    {
        QTest::addColumn<int>("from"); // minutes
        QTest::addColumn<int>("to");
        QTest::addColumn<qint64>("closes");
        QTest::newRow("whole hours, both ends") << 120 << 240 << qint64(3);
        QTest::newRow("within hours") << 121 << 239 << qint64(1);
        QTest::newRow("from a minute before") << 119 << 120 << qint64(1);
        QTest::newRow("within one hour") << 130 << 140 << qint64(0);
        QTest::newRow("all") << -600 << 6000 << qint64(6);
    }
    void closesAreThoseOfTheLife()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        std::vector<Candle> minutes;
        for (int hour = 0; hour < 6; ++hour)
            for (int minute = 57; minute < 60; ++minute)
                minutes.push_back(flat(start + 1min * (60 * hour + minute), 90));
        candles(oneMinute, minutes);
        Level level = band();
        level.validFrom = start + 1min * from;
        level.validTo = start + 1min * to;
        QTEST(of(level).closesBeyond.value(), "closes");
    }

    void hoursOfSeveralSourcesAreJudgedOnTheFirst()
    {
        candles(oneHour, {flat(start, 105)}, "first");
        Candle other = flat(start, 105);
        other.low = Price::whole(1);
        candles(oneHour, {other, flat(start + 1h, 105)}, "second");
        QCOMPARE(of(band()).deepestWick, std::optional(Price{}));
    }

    void whatCameLaterIsNotKnown()
    {
        candles(oneMinute, {flat(start, 105, 60), flat(start + 1min, 105, 60)});
        LedgerQuestion question;
        question.asOf = start + 1min;
        const auto ledger = levelLedgers(*m_store, std::vector{band()}, question).value().front();
        QCOMPARE(ledger.inside, Span(1min));
        QCOMPARE(ledger.netTakerUsd, std::optional(whole(20)));
    }

    void levelsOfSeveralInstrumentsKeepTheirOrder()
    {
        candles(oneMinute, {flat(start, 105)});
        candles(oneMinute, {flat(start, 105), flat(start + 1min, 105)}, "", "price/binance:ETHUSDT");
        Level eth = band();
        eth.instrument = QStringLiteral("binance:ETHUSDT");
        const auto ledgers = levelLedgers(*m_store, std::vector{eth, band(), eth}, {}).value();
        QCOMPARE(ledgers[0].inside, Span(2min));
        QCOMPARE(ledgers[1].inside, Span(1min));
        QCOMPARE(ledgers[2].inside, Span(2min));
        Level other = band();
        other.instrument = QStringLiteral("kraken:BTC/USD");
        const auto none = levelLedgers(*m_store, std::vector{other}, {});
        QCOMPARE(none.error().kind, Error::Kind::Unavailable);
        QVERIFY(none.error().message.contains(QStringLiteral("kraken:BTC/USD")));
    }

private:
    LevelLedger of(const Level& level)
    {
        return levelLedgers(*m_store, std::vector{level}, {}).value().front();
    }
    qint64 series(const char* name, SeriesKind kind, const char* source = "", const char* column = "value")
    {
        SeriesKey key{
            .name = QString::fromLatin1(name), .source = QString::fromLatin1(source), .definition = {}};
        key.column = QString::fromLatin1(column);
        return m_store->ensureSeries(key, kind, {}).value().id;
    }
    void candles(Interval interval, const std::vector<Candle>& candles, const char* source = "",
                 const char* name = "price/binance:BTCUSDT")
    {
        QVERIFY(
            m_store->mergeCandles(series(name, SeriesKind::Candles, source), interval, candles).hasValue());
    }
    void liquidation(const char* name, UtcTime time, PositionSide side, int usd)
    {
        const std::vector<Liquidation> one{{time, side, Price::whole(usd), {decimalUnits}, whole(usd)}};
        QVERIFY(m_store->mergeLiquidations(series(name, SeriesKind::Liquidations), one).hasValue());
    }
    void value(const char* name, UtcTime from, Span length, int usd)
    {
        const std::vector<Sample> one{{from, from + length, from + length, whole(usd)}};
        QVERIFY(m_store->mergeSamples(series(name, SeriesKind::Samples), one).hasValue());
    }
    void sums(const char* name, UtcTime from, Span length, int longUsd, int shortUsd)
    {
        const auto put = [&](const char* column, int usd) {
            const std::vector<Sample> one{{from, from + length, from + length, whole(usd)}};
            QVERIFY(m_store->mergeSamples(series(name, SeriesKind::Samples, "", column), one).hasValue());
        };
        put("long_usd", longUsd);
        put("short_usd", shortUsd);
    }

    FakeClock m_clock{start + 240h};
    std::unique_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestLedgerQuery)
#include "tst_ledgerquery.moc"
