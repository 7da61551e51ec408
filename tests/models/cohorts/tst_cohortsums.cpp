// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohortday.h"
#include "tests/support/cohorts/naivechain.h"
#include "tests/support/failonwarning.h"

#include <cmath>

using namespace holdline;
using testing::NaiveChain;
using testing::NaiveCoin;

namespace {

constexpr qint64 day = 86'400;
constexpr int chains = 1000;

/// Bounds of the bands once more, in days.
constexpr qint64 bandDays[] = {0, 1, 7, 30, 90, 180, 360, 540, 730, 1095, 1825, 2555, 3650};

std::size_t naiveBand(qint64 age)
{
    std::size_t band = 0;
    for (std::size_t i = 0; i < std::size(bandDays); ++i) {
        if (age >= bandDays[i] * day)
            band = i;
    }
    return band;
}

CohortSelection selectionOf(const NaiveChain& chain, bool leavesOutRewards)
{
    return {chain.masks, leavesOutRewards};
}

HeightPrices pricesOf(const NaiveChain& chain, const BlockTimes& times, PriceMode mode)
{
    return priceHeights(times, mode, chain.minutes, chain.hours, chain.days);
}

/// Coins that count, with their price and age at a time; those made later have no age.
struct CountedCoin {
    qint64 value;
    quint32 cents;
    qint64 age;
};

std::vector<CountedCoin> counted(const NaiveChain& chain, qint64 at, PriceMode mode, bool leavesOutRewards,
                                 ExcludedSupply* excluded = nullptr)
{
    std::vector<CountedCoin> coins;
    ExcludedSupply out;
    const auto tip = static_cast<quint32>(chain.times.size() - 1);
    for (const NaiveCoin& coin : chain.coins) {
        if (!chain.isUnspentAfter(coin, tip))
            continue;
        const auto cents = chain.price(coin.height, mode);
        const qint64 age = at - chain.latestTime(coin.height);
        if (chain.isMasked(coin.height))
            out.masked += coin.value;
        else if (leavesOutRewards && coin.isCoinbase)
            out.rewards += coin.value;
        else if (!cents)
            out.unpriced += coin.value;
        else if (age >= 0)
            coins.push_back({coin.value, *cents, age});
    }
    if (excluded)
        *excluded = out;
    return coins;
}

/// Whether a coin is in a cohort under a hard threshold.
bool isIn(std::size_t cohort, qint64 age, qint64 thresholdDays)
{
    switch (cohort) {
    case shortTermCohort:
        return age < thresholdDays * day;
    case longTermCohort:
        return age >= thresholdDays * day;
    case allCohort:
        return true;
    default:
        return naiveBand(age) == cohort;
    }
}

std::vector<qint64> askedTimes(NaiveChain& chain)
{
    const auto tip = static_cast<quint32>(chain.times.size() - 1);
    const qint64 last = chain.latestTime(tip);
    const quint32 some = chain.chance(tip + 1);
    // Also the very second at which coins change their band, and the one before.
    const qint64 edge = chain.latestTime(some) + bandDays[chain.chance(13)] * day;
    return {last, last + chain.chance(4000 * 86'400U), chain.latestTime(some), edge, edge - 1};
}

std::vector<quint32> someEdges(NaiveChain& chain)
{
    std::vector<quint32> edges;
    for (quint32 i = 2 + chain.chance(8); i > 0; --i)
        edges.push_back(chain.chance(3) == 0 ? chain.chance(20'000) : chain.chance(4'294'967'295U));
    std::sort(edges.begin(), edges.end());
    return edges;
}

} // namespace

class TestCohortSums final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void pricesAreThoseOfAList()
    {
        for (int seed = 0; seed < chains; ++seed) {
            const NaiveChain chain(static_cast<quint32>(seed));
            const BlockTimes times(chain.times);
            for (const PriceMode mode : {PriceMode::FinestCandle, PriceMode::DailyClose}) {
                const HeightPrices prices = pricesOf(chain, times, mode);
                for (quint32 h = 0; h < chain.times.size(); ++h) {
                    const auto expected = chain.price(h, mode);
                    QCOMPARE(prices.hasPrice(h), expected.has_value());
                    QCOMPARE(prices.cents[h], expected.value_or(0));
                }
            }
        }
    }

    void hardSumsAreThoseOfAList()
    {
        for (int seed = 0; seed < chains; ++seed) {
            NaiveChain chain(static_cast<quint32>(seed));
            const auto mode = seed % 2 ? PriceMode::DailyClose : PriceMode::FinestCandle;
            const bool leavesOutRewards = seed % 5 == 0;
            const HolderThreshold threshold{HolderThreshold::Rule::Hard, seed % 3 ? 155 : 150};
            const BlockTimes times(chain.times);
            const CohortSums sums(chain.tableAfter(static_cast<quint32>(chain.times.size() - 1)), times,
                                  pricesOf(chain, times, mode), selectionOf(chain, leavesOutRewards));
            const quint32 now =
                chain.price(chain.chance(static_cast<quint32>(chain.times.size())), mode).value_or(50'000);
            for (const qint64 at : askedTimes(chain)) {
                ExcludedSupply excluded;
                const auto coins = counted(chain, at, mode, leavesOutRewards, &excluded);
                QVERIFY(sums.excluded() == excluded);
                const auto held = sums.sums(at, threshold);
                const auto losses = sums.lossSums(at, threshold, now);
                const auto ranges = sums.ranges(at, threshold);
                for (std::size_t cohort = 0; cohort < cohortCount; ++cohort) {
                    CohortSum all;
                    LossSum loss;
                    Int128 unrealizedLoss = 0;
                    Int128 unrealizedProfit = 0;
                    for (const CountedCoin& coin : coins) {
                        if (!isIn(cohort, coin.age, threshold.days))
                            continue;
                        const Int128 cost = static_cast<Int128>(coin.value) * coin.cents;
                        all.supply += coin.value;
                        all.cost.units += cost;
                        if (coin.cents == now)
                            continue;
                        CohortSum& side = coin.cents > now ? loss.inLoss : loss.inProfit;
                        side.supply += coin.value;
                        side.cost.units += cost;
                        (coin.cents > now ? unrealizedLoss : unrealizedProfit) +=
                            static_cast<Int128>(coin.value) * std::abs(qint64{coin.cents} - now);
                    }
                    QVERIFY(held[cohort] == all);
                    QVERIFY(losses[cohort] == loss);
                    QVERIFY(losses[cohort].inLoss.unrealized(now).units == -unrealizedLoss);
                    QVERIFY(losses[cohort].inProfit.unrealized(now).units == unrealizedProfit);
                    QVERIFY(held[cohort].unrealized(now).units == unrealizedProfit - unrealizedLoss);
                    QCOMPARE(sums.supplyInLoss(ranges[cohort], now), loss.inLoss.supply);
                }
            }
        }
    }

    void logisticSumsAreThoseOfAList()
    {
        for (int seed = 0; seed < chains; ++seed) {
            NaiveChain chain(static_cast<quint32>(seed));
            const HolderThreshold threshold{HolderThreshold::Rule::Logistic, 155};
            const BlockTimes times(chain.times);
            const CohortSums sums(chain.tableAfter(static_cast<quint32>(chain.times.size() - 1)), times,
                                  pricesOf(chain, times, PriceMode::FinestCandle), selectionOf(chain, false));
            const quint32 now = 123'456;
            for (const qint64 at : askedTimes(chain)) {
                Int128 supply = 0;
                Int128 cost = 0;
                Int128 inLoss = 0;
                CohortSum all;
                for (const CountedCoin& coin : counted(chain, at, PriceMode::FinestCandle, false)) {
                    const qint64 weight = longTermWeight(threshold, coin.age);
                    supply += static_cast<Int128>(coin.value) * weight;
                    cost += static_cast<Int128>(coin.value) * coin.cents * weight;
                    inLoss += coin.cents > now ? static_cast<Int128>(coin.value) * weight : 0;
                    all.supply += coin.value;
                    all.cost.units += static_cast<Int128>(coin.value) * coin.cents;
                }
                const auto held = sums.sums(at, threshold);
                QCOMPARE(held[longTermCohort].supply, static_cast<qint64>(supply / wholeWeight));
                QVERIFY(held[longTermCohort].cost.units == cost / wholeWeight);
                QCOMPARE(held[shortTermCohort].supply + held[longTermCohort].supply, all.supply);
                QVERIFY(held[shortTermCohort].cost + held[longTermCohort].cost == all.cost);
                QCOMPARE(sums.lossSums(at, threshold, now)[longTermCohort].inLoss.supply,
                         static_cast<qint64>(inLoss / wholeWeight));
            }
        }
    }

    void supplyByCostIsThatOfAList()
    {
        for (int seed = 0; seed < chains; ++seed) {
            NaiveChain chain(static_cast<quint32>(seed));
            const BlockTimes times(chain.times);
            const CohortSums sums(chain.tableAfter(static_cast<quint32>(chain.times.size() - 1)), times,
                                  pricesOf(chain, times, PriceMode::FinestCandle), selectionOf(chain, false));
            const qint64 at = askedTimes(chain)[0];
            const HolderThreshold threshold;
            const auto edges = someEdges(chain);
            const quint32 now = edges[0];
            const quint32 low = edges[edges.size() / 2];
            const quint32 high = edges.back();
            for (const std::size_t cohort : {allCohort, shortTermCohort}) {
                std::vector<qint64> expected(edges.size() - 1);
                PricePressure pressure;
                for (const CountedCoin& coin : counted(chain, at, PriceMode::FinestCandle, false)) {
                    if (!isIn(cohort, coin.age, 155))
                        continue;
                    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
                        expected[i] += coin.cents >= edges[i] && coin.cents < edges[i + 1] ? coin.value : 0;
                    pressure.inside += coin.cents >= low && coin.cents <= high ? coin.value : 0;
                    pressure.before += coin.cents > now && coin.cents < low ? coin.value : 0;
                }
                const HeightRange heights = sums.ranges(at, threshold)[cohort];
                QCOMPARE(sums.supplyByCost(heights, edges), expected);
                QVERIFY(sums.pressure(heights, now, low, high) == pressure);
            }
        }
    }

    void spendsAreThoseOfAList()
    {
        for (int seed = 0; seed < chains; ++seed) {
            const NaiveChain chain(static_cast<quint32>(seed));
            const auto mode = seed % 2 ? PriceMode::DailyClose : PriceMode::FinestCandle;
            const HolderThreshold threshold;
            const BlockTimes times(chain.times);
            const HeightPrices prices = pricesOf(chain, times, mode);
            std::map<qint64, SpendSums> days;
            for (quint32 height = 1; height < chain.times.size(); ++height) {
                SpendSums expected;
                const auto now = chain.price(height, mode);
                for (const NaiveCoin& coin : chain.coins) {
                    if (coin.spentAt != height)
                        continue;
                    const auto then = chain.price(coin.height, mode);
                    if (chain.isMasked(coin.height)) {
                        expected.masked += coin.value;
                        continue;
                    }
                    if (!now || !then) {
                        expected.unpriced += coin.value;
                        continue;
                    }
                    const qint64 age = chain.latestTime(height) - chain.latestTime(coin.height);
                    const Int128 gain = static_cast<Int128>(coin.value) * (qint64{*now} - qint64{*then});
                    const SpendSum one{coin.value,
                                       {static_cast<Int128>(coin.value) * *now},
                                       {static_cast<Int128>(coin.value) * *then},
                                       {gain > 0 ? gain : 0},
                                       {gain < 0 ? -gain : 0}};
                    for (std::size_t cohort = 0; cohort < cohortCount; ++cohort) {
                        if (isIn(cohort, age, 155))
                            expected.cohorts[cohort] += one;
                    }
                    if (age >= 3600)
                        expected.adjusted += one;
                    if (age >= 3600 && age < 155 * day)
                        expected.adjustedShortTerm += one;
                }
                QVERIFY(spendSums(chain.blocks[height], times, prices, threshold, chain.masks) == expected);
                days[chain.latestTime(height) / day] += expected;
            }
            const auto rows =
                spendDays(std::span(chain.blocks).subspan(1), times, prices, threshold, chain.masks);
            QCOMPARE(rows.size(), days.size());
            for (const SpendDay& row : rows)
                QVERIFY(days.at(row.day) == row.sums);
        }
    }

    /// The change of all cost in a block is what it made at its price less what it spent at its cost.
    void aBlockChangesCostByWhatItMakesAndSpends()
    {
        for (int seed = 0; seed < 200; ++seed) {
            const NaiveChain chain(static_cast<quint32>(seed));
            const BlockTimes times(chain.times);
            HeightPrices prices = pricesOf(chain, times, PriceMode::FinestCandle);
            // Without gaps: what is left out would come and go.
            std::replace(prices.sources.begin(), prices.sources.end(), PriceSource::Missing,
                         PriceSource::Day);
            for (quint32 height = 1; height < chain.times.size(); ++height) {
                const auto costAfter = [&](quint32 tip) {
                    const BlockTimes past(
                        std::vector<quint32>(chain.times.begin(), chain.times.begin() + tip + 1));
                    HeightPrices paid = prices;
                    paid.cents.resize(tip + 1);
                    paid.sources.resize(tip + 1);
                    const CohortSums sums(chain.tableAfter(tip), past, paid);
                    return sums.sum(sums.allHeights()).cost;
                };
                const BlockChange& block = chain.blocks[height];
                const auto spent = spendSums(block, times, prices, HolderThreshold{});
                const ExactCents made = worth(block.created.value, prices.cents[height]);
                QVERIFY(costAfter(height) - costAfter(height - 1) == made - spent.cohorts[allCohort].then);
            }
        }
    }

    void aDayIsItsSumsAndItsSpends()
    {
        // Two blocks: 2 BTC at 100 dollars, 1 BTC at 300 dollars; the second spends 1 BTC of the first.
        const qint64 today = 20'000;
        const auto first = static_cast<quint32>((today - 10) * day);
        const auto second = static_cast<quint32>(today * day + 60);
        const BlockTimes times({first, second});
        const HeightPrices prices{{10'000, 30'000}, {PriceSource::Minute, PriceSource::Minute}};
        const HeightTable table({200'000'000, 100'000'000}, {1, 1}, {0, 0});
        const CohortDefinition definition{{}, PriceMode::FinestCandle, {}};
        BlockChange block;
        block.height = 1;
        block.spends = {{0, 100'000'000, 1, 0}};
        const CohortSums sums(table, times, prices);
        const auto spent = spendSums(block, times, prices, definition.threshold);
        const CohortDay row = cohortDay(today, 1, 20'000, sums, spent, definition);
        QCOMPARE(dayOf(second), today);
        QCOMPARE(dayOf(-1), -1);
        const CohortDayFigures& all = row.cohorts[allCohort];
        QCOMPARE(all.sum.supply, 300'000'000);
        QCOMPARE(all.sum.cost.cents(), 50'000);
        QCOMPARE(all.sum.costBasis().value_or(0), 50'000 / 3.0);
        QCOMPARE(all.loss.inLoss.supply, 100'000'000);
        QCOMPARE(all.loss.inLoss.unrealized(20'000).cents(), -10'000);
        QCOMPARE(all.spent.ratio().value_or(0), 3.0);
        QCOMPARE(all.spent.profit.cents(), 20'000);
        QCOMPARE(row.cohorts[2].spent.value, 100'000'000); // 1w-1m
        QCOMPARE(row.cohorts[0].sum.supply,
                 100'000'000); // 0-1d: at the day's end the coin is a day less a minute old
        QVERIFY(!CohortSum{}.costBasis());
        QVERIFY(!SpendSum{}.ratio());
    }

    void builtAnewNothingIsLeftOfBefore()
    {
        const NaiveChain first(1);
        const NaiveChain second(2);
        const auto build = [](const NaiveChain& chain, std::optional<CohortSums>& sums) {
            const BlockTimes times(chain.times);
            const HeightTable table = chain.tableAfter(static_cast<quint32>(chain.times.size() - 1));
            const HeightPrices prices = pricesOf(chain, times, PriceMode::FinestCandle);
            if (sums)
                sums->rebuild(table, times, prices, selectionOf(chain, true));
            else
                sums.emplace(table, times, prices, selectionOf(chain, true));
        };
        std::optional<CohortSums> again;
        std::optional<CohortSums> fresh;
        build(first, again);
        build(second, again);
        build(second, fresh);
        QVERIFY(again->excluded() == fresh->excluded());
        QVERIFY(again->sum(again->allHeights()) == fresh->sum(fresh->allHeights()));
        QVERIFY(again->prices() == fresh->prices());
        QCOMPARE(again->values().size(), fresh->values().size());
    }

    void centsAreRoundedDown()
    {
        QCOMPARE(ExactCents{150'000'000}.cents(), 1);
        QCOMPARE(ExactCents{-150'000'000}.cents(), -2);
        QCOMPARE(ExactCents{-100'000'000}.cents(), -1);
        QCOMPARE(ExactCents{0}.cents(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCohortSums)
#include "tst_cohortsums.moc"
