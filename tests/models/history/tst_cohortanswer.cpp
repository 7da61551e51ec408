// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/history/cohortanswer.h"
#include "models/history/cohortrecord.h"
#include "models/views/nodedistribution.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QtTest>

using namespace holdline;
using holdline::testing::FakeClock;
using namespace Qt::StringLiterals;

namespace {

const QString series = u"price/test:BTCUSD"_s;

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

quint32 seconds(const char* text)
{
    return quint32(toMsecs(at(text)) / 1000);
}

constexpr qint64 coins(qint64 count)
{
    return count * 100'000'000;
}

BlockHash hashOf(quint32 height)
{
    BlockHash hash;
    hash.bytes[0] = 1;
    hash.bytes[1] = uchar(height);
    return hash;
}

BlockChange block(quint32 height, const char* time, qint64 created, std::vector<HeightSpend> spends = {})
{
    BlockChange change;
    change.hash = hashOf(height);
    change.previous = hashOf(height - 1);
    change.height = height;
    change.time = seconds(time);
    change.created = {created, 1, 0};
    change.spends = std::move(spends);
    return change;
}

/// 50 coins on the first of January, 50 on the second; on the third 20 of the first move.
ChainState threeDays()
{
    ChainState state =
        ChainState::atGenesis(BitcoinNetwork::Regtest, hashOf(0), seconds("2026-01-01T00:30:00Z"));
    for (const BlockChange& change :
         {block(1, "2026-01-01T01:00:00Z", coins(50)), block(2, "2026-01-02T01:00:00Z", coins(50)),
          block(3, "2026-01-03T01:00:00Z", coins(20), {{1, coins(20), 0, 0}})}) {
        if (state.connect(change).hasError())
            qFatal("a block of the test does not fit");
    }
    return state;
}

Candle candle(const char* open, qint64 close)
{
    const Price price = Price::whole(close);
    return {.openTime = at(open),
            .open = price,
            .high = price,
            .low = price,
            .close = price,
            .volume = {},
            .quoteVolume = {},
            .takerBuyQuote = {},
            .trades = {}};
}

/// A store with closes of 100, 200, 150 and 120 on the first days of January.
struct Play {
    Play() : store(std::move(Store::openInMemory(clock)).value()), prices(*store, series)
    {
        add(oneDay, {candle("2026-01-01", 100), candle("2026-01-02", 200), candle("2026-01-03", 150),
                     candle("2026-01-04", 120)});
    }
    void add(Interval interval, const std::vector<Candle>& candles)
    {
        const auto stored =
            store->ensureSeries({series, u"value"_s, u"test"_s, {}}, SeriesKind::Candles, u"USD"_s);
        QVERIFY(stored.hasValue());
        QVERIFY(store->mergeCandles(stored.value().id, interval, candles).hasValue());
    }
    Result<CohortAnswer> ask(const char* time, ChainState state = threeDays())
    {
        return cohortsAt(*store, std::move(state), prices, at(time), {});
    }

    FakeClock clock{at("2026-01-10")};
    std::unique_ptr<Store> store;
    CohortPrices prices;
};

CohortRow rowOf(const CohortAnswer& answer, const QString& band)
{
    for (const CohortRow& row : answer.rows) {
        if (row.band == band)
            return row;
    }
    return {};
}

/// Without what could be taken back.
ChainState forgetful(const ChainState& state)
{
    ChainState::Parts parts = state.parts();
    parts.journal.clear();
    return ChainState::fromParts(parts).value();
}

} // namespace

class TestCohortAnswer final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void bandsAreThoseOfTheLastClose()
    {
        Play play;
        const auto answer = play.ask("2026-01-04T12:00:00Z");
        QVERIFY2(answer.hasValue(), answer.hasError() ? qPrintable(answer.error().message) : "");
        QCOMPARE(answer.value().at, at("2026-01-04"));
        QCOMPARE(answer.value().price, 150.0);
        QCOMPARE(answer.value().tipHeight, std::optional<quint32>(3));
        QCOMPARE(answer.value().tipHash, QString::fromLatin1(hashOf(3).toRpc()));
        QCOMPARE(answer.value().excluded->units, Int128(0));
        QCOMPARE(answer.value().rows.size(), std::size_t(16));
        // 20 of the third day, 23 hours old.
        const CohortRow young = rowOf(answer.value(), u"0-1d"_s);
        QCOMPARE(young.supply->units, Int128(coins(20)));
        QCOMPARE(young.costBasis, std::optional(150.0));
        QCOMPARE(young.unrealizedPercent, std::optional(0.0));
        QCOMPARE(young.lossShare, std::optional(0.0));
        // 30 at 100 and 50 at 200: 13,000 for 80.
        const CohortRow week = rowOf(answer.value(), u"1d-1w"_s);
        QCOMPARE(week.supply->units, Int128(coins(80)));
        QCOMPARE(week.costBasis, std::optional(162.5));
        QCOMPARE(week.unrealizedPercent.value(), 100.0 * (12'000 - 13'000) / 13'000);
        QCOMPARE(week.lossShare, std::optional(0.625));
        const CohortRow all = rowOf(answer.value(), u"all"_s);
        QCOMPARE(all.supply->units, Int128(coins(100)));
        QCOMPARE(all.costBasis, std::optional(160.0));
        QCOMPARE(all.unrealizedPercent, std::optional(-6.25));
        QCOMPARE(all.lossShare, std::optional(0.5));
        QCOMPARE(rowOf(answer.value(), u"sth"_s).supply->units, Int128(coins(100)));
        const CohortRow old = rowOf(answer.value(), u"lth"_s);
        QCOMPARE(old.supply->units, Int128(0));
        QVERIFY(!old.costBasis && !old.unrealizedPercent && !old.lossShare);
        QVERIFY(answer.value().notes.join(u' ').contains(u"ends with a block of 2026-01-03T01:00:00Z"_s));
    }

    void coinsAreDistributedByWhatTheyCost()
    {
        Play play;
        const auto made = costDistributionOf(threeDays(), play.prices, {});
        QVERIFY2(made.hasValue(), made.hasError() ? qPrintable(made.error().message) : "");
        const CostDistribution& costs = made.value();
        QCOMPARE(costs.asOf, at("2026-01-03T01:00:00Z"));
        QCOMPARE(costs.price, Price::whole(200));         // the second day's close
        QCOMPARE(costs.buckets.size(), std::size_t(401)); // of 50 cents, the last begins at 200 dollars
        QHash<qint64, Int128> filled;
        for (const CostBucket& bucket : costs.buckets) {
            QCOMPARE(bucket.high.units - bucket.low.units, decimalUnits / 2);
            if (bucket.btc.units > 0)
                filled.insert(bucket.low.units / decimalUnits, bucket.btc.units);
        }
        QCOMPARE(filled.size(), 3);
        QVERIFY(filled.value(100) == coins(30) && filled.value(150) == coins(20) &&
                filled.value(200) == coins(50));
    }

    void ratiosOfADayAreStored()
    {
        Play play;
        const ChainState state = threeDays();
        const auto prices = play.prices.of(state.times());
        QVERIFY(prices.hasValue());
        const CohortSums sums(state.table(), state.times(), prices.value());
        const std::vector<BlockChange> blocks(state.journal().begin(), state.journal().end());
        const auto days = spendDays(blocks, state.times(), prices.value(), {});
        QCOMPARE(days.back().day, dayOf(seconds("2026-01-03T12:00:00Z")));
        QVERIFY(storeDayRatios(*play.store, days.back().day, sums, 15'000, days.back().sums, {}).hasValue());
        const auto value = [&](const QString& name) {
            const auto found = play.store->find(name);
            if (found.value().empty())
                return -1.0;
            const auto samples = play.store->samples(found.value().front().id, {earliestTime, latestTime});
            return samples.value().size() == 1 ? samples.value().front().value.toDouble() : -2.0;
        };
        // At 150: the 50 that cost 200 of 100 in all; of the 80 between a day and a week old.
        QCOMPARE(value(u"loss/all"_s), 0.5);
        QCOMPARE(value(u"loss/1d-1w"_s), 0.625);
        QCOMPARE(value(u"loss/0-1d"_s), 0.0);
        QCOMPARE(value(u"loss/lth"_s), -1.0); // no coins, no share
        // 20 of the first day, at 100, spent at 150.
        QCOMPARE(value(u"sopr/all"_s), 1.5);
        QCOMPARE(value(u"sopr/adjusted"_s), 1.5);
        QCOMPARE(value(u"sopr/sth"_s), 1.5);
        QCOMPARE(value(u"sopr/lth"_s), -1.0);
    }

    void laterBlocksAreTakenBack()
    {
        Play play;
        const auto answer = play.ask("2026-01-03T00:00:00Z");
        QVERIFY(answer.hasValue());
        QCOMPARE(answer.value().at, at("2026-01-03"));
        QCOMPARE(answer.value().price, 200.0);
        QCOMPARE(answer.value().tipHeight, std::optional<quint32>(2));
        // 50 at 100 and 50 at 200.
        const CohortRow all = rowOf(answer.value(), u"all"_s);
        QCOMPARE(all.costBasis, std::optional(150.0));
        QCOMPARE(all.lossShare, std::optional(0.0)); // what cost as much as now is in no loss
        QVERIFY(answer.value().notes.join(u' ').startsWith(
            u"1 blocks after 2026-01-03T00:00:00Z were taken back."_s));
    }

    void anUnclosedCandleIsNotLookedAt()
    {
        Play play;
        QCOMPARE(play.ask("2026-01-03T23:59:59Z").value().price, 200.0);
        QVERIFY(play.ask("2026-01-01T23:59:59Z").hasError());
        QCOMPARE(play.ask("2026-01-01T23:59:59Z").error().kind, Error::Kind::Unavailable);
    }

    void finerCandlesGoBeforeCoarserOnes()
    {
        Play play;
        // Block 2 came at 01:00 of the second.
        play.add(oneMinute, {candle("2026-01-02T01:00:00Z", 300)});
        const auto answer = play.ask("2026-01-04T12:00:00Z");
        // 30 at 100, 50 at 300, 20 at 150: 21,000 for 100.
        QCOMPARE(rowOf(answer.value(), u"all"_s).costBasis, std::optional(210.0));
    }

    void minutesMakeTheirHour()
    {
        Play play;
        // Not the minute of block 2, but minutes of its hour; the hour closed at 400.
        play.add(oneMinute, {candle("2026-01-02T01:30:00Z", 300), candle("2026-01-02T01:40:00Z", 400)});
        const auto answer = play.ask("2026-01-04T12:00:00Z");
        // 30 at 100, 50 at 400, 20 at 150: 26,000 for 100.
        QCOMPARE(rowOf(answer.value(), u"all"_s).costBasis, std::optional(260.0));
    }

    void whatHasNoPriceIsLeftOut()
    {
        FakeClock clock{at("2026-01-10")};
        const auto store = std::move(Store::openInMemory(clock)).value();
        const auto stored =
            store->ensureSeries({series, u"value"_s, u"test"_s, {}}, SeriesKind::Candles, u"USD"_s);
        const std::vector<Candle> candles{candle("2026-01-01", 100), candle("2026-01-03", 150)};
        QVERIFY(store->mergeCandles(stored.value().id, oneDay, candles).hasValue());
        CohortPrices prices(*store, series);
        const auto answer = cohortsAt(*store, threeDays(), prices, at("2026-01-04"), {});
        QVERIFY(answer.hasValue());
        QCOMPARE(answer.value().excluded->units, Int128(coins(50)));
        const CohortRow all = rowOf(answer.value(), u"all"_s);
        QCOMPARE(all.supply->units, Int128(coins(50)));
        QCOMPARE(all.costBasis, std::optional(120.0)); // 30 at 100, 20 at 150
        // Told later, the price is found.
        const std::vector<Candle> late{candle("2026-01-02", 200)};
        QVERIFY(store->mergeCandles(stored.value().id, oneDay, late).hasValue());
        const auto again = cohortsAt(*store, threeDays(), prices, at("2026-01-04"), {});
        QCOMPARE(again.value().excluded->units, Int128(0));
        QCOMPARE(rowOf(again.value(), u"all"_s).costBasis, std::optional(160.0));
    }

    void whereTheStateDoesNotReachStoredDaysAnswer()
    {
        Play play;
        const ChainState state = threeDays();
        QVERIFY(play.ask("2026-01-03T12:00:00Z", forgetful(state)).hasError());
        ChainState second = state;
        QVERIFY(second.disconnect().hasValue());
        const CohortSums sums(second.table(), second.times(), play.prices.of(second.times()).value());
        QVERIFY(storeCohortDay(*play.store, seconds("2026-01-02") / 86'400, sums, {}).hasValue());
        const auto answer = play.ask("2026-01-03T12:00:00Z", forgetful(state));
        QVERIFY2(answer.hasValue(), answer.hasError() ? qPrintable(answer.error().message) : "");
        QVERIFY(!answer.value().tipHeight);
        const CohortRow all = rowOf(answer.value(), u"all"_s);
        QCOMPARE(all.supply->units, Int128(coins(100)));
        QCOMPARE(all.costBasis, std::optional(150.0));
        QCOMPARE(all.unrealizedPercent.value(), 100.0 * (200 - 150) / 150);
        QVERIFY(!all.lossShare);
        QVERIFY(answer.value().notes.first().contains(u"the stored day that ended 2026-01-03T00:00:00Z"_s));
    }

    void aDayIsStoredAsSeries()
    {
        Play play;
        const ChainState state = threeDays();
        const CohortSums sums(state.table(), state.times(), play.prices.of(state.times()).value());
        const qint64 day = seconds("2026-01-03") / 86'400;
        QVERIFY(storeCohortDay(*play.store, day, sums, {}).hasValue());
        QVERIFY(storeCohortDay(*play.store, day, sums, {}).hasValue()); // once more adds nothing
        const auto found = play.store->find(u"cohort/1d-1w"_s);
        QCOMPARE(found.value().size(), std::size_t(2));
        for (const StoredSeries& stored : found.value()) {
            QCOMPARE(stored.key.source, u"own node"_s);
            QCOMPARE(stored.key.definition, u"STH < 155 d, raw UTXO"_s);
            const auto samples = play.store->samples(stored.id, {earliestTime, latestTime});
            QCOMPARE(samples.value().size(), std::size_t(1));
            const Sample& sample = samples.value().front();
            QCOMPARE(sample.from, at("2026-01-03"));
            QCOMPARE(sample.to, at("2026-01-04"));
            QCOMPARE(sample.knownAt, at("2026-01-04"));
            QCOMPARE(sample.value.toText(),
                     stored.key.column == u"supply_btc"_s ? QByteArray("80") : QByteArray("162.5"));
        }
        QCOMPARE(play.store->find(u"cohort/10y+"_s).value().size(), std::size_t(1)); // no coins, no cost
    }

    void daysEndWithTheNextDaysBlock()
    {
        const ChainState state = threeDays();
        const qint64 third = seconds("2026-01-03") / 86'400;
        QCOMPARE(dayEndedBy(state, seconds("2026-01-03T23:59:59Z")), std::nullopt);
        QCOMPARE(dayEndedBy(state, seconds("2026-01-04T00:00:00Z")), std::optional(third));
        QCOMPARE(dayEndedBy(state, seconds("2026-01-09T00:00:00Z")), std::optional(third));
        QCOMPARE(dayEndedBy(state, seconds("2026-01-02T23:00:00Z")),
                 std::nullopt); // a clock that runs behind
    }

    void theUsualSeriesReachesBackFarthest()
    {
        Play play;
        QCOMPARE(usualPriceSeries(*play.store).value(), series);
        const auto add = [&](const char* name, const char* open) {
            const auto stored = play.store->ensureSeries(
                {QString::fromLatin1(name), u"value"_s, u"test"_s, {}}, SeriesKind::Candles, {});
            const std::vector<Candle> candles{candle(open, 1)};
            QVERIFY(play.store->mergeCandles(stored.value().id, oneDay, candles).hasValue());
        };
        add("price/binance:ETHUSDT", "2015-01-01");
        add("price/binance:BTCEUR", "2015-01-01");
        QCOMPARE(usualPriceSeries(*play.store).value(), series);
        add("price/bitstamp:BTCUSD", "2014-01-01");
        QCOMPARE(usualPriceSeries(*play.store).value(), u"price/bitstamp:BTCUSD"_s);
        add("price/kraken:BTC/USD", "2013-01-01");
        QCOMPARE(usualPriceSeries(*play.store).value(), u"price/kraken:BTC/USD"_s);
        add("price/okx:BTC-USDT", "2012-01-01");
        QCOMPARE(usualPriceSeries(*play.store).value(), u"price/okx:BTC-USDT"_s);
    }
};

QTEST_GUILESS_MAIN(TestCohortAnswer)
#include "tst_cohortanswer.moc"
