// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/daysback.h"
#include "tests/support/cohorts/naivechain.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using namespace holdline::testing;

namespace {

ChainState stateOf(const NaiveChain& chain)
{
    ChainState state = ChainState::atGenesis(BitcoinNetwork::Regtest, chain.blocks[0].hash, chain.times[0]);
    for (std::size_t height = 1; height < chain.blocks.size(); ++height) {
        if (state.connect(chain.blocks[height]).hasError())
            qFatal("a block of the test does not fit");
    }
    return state;
}

qint64 dayAt(const NaiveChain& chain, quint32 height)
{
    return chain.latestTime(height) / 86'400; // all after 1970
}

/// What the coins that a day spent are worth and cost, one by one.
struct NaiveSpends {
    Int128 now = 0;
    Int128 then = 0;
    Int128 shortThen = 0; ///< an hour old or more, and short-term
    Int128 longThen = 0;
};

NaiveSpends spendsOf(const NaiveChain& chain, qint64 day, const CohortDefinition& definition)
{
    NaiveSpends spends;
    for (const NaiveCoin& coin : chain.coins) {
        if (coin.spentAt == 0 || dayAt(chain, coin.spentAt) != day || chain.isMasked(coin.height))
            continue;
        const auto now = chain.price(coin.spentAt, definition.priceMode);
        const auto then = chain.price(coin.height, definition.priceMode);
        if (!now || !then)
            continue;
        const qint64 age = chain.latestTime(coin.spentAt) - chain.latestTime(coin.height);
        const Int128 cost = Int128(coin.value) * *then;
        spends.now += Int128(coin.value) * *now;
        spends.then += cost;
        if (age >= definition.threshold.seconds())
            spends.longThen += cost;
        else if (age >= 3600)
            spends.shortThen += cost;
    }
    return spends;
}

HeightPrices pricesOf(const NaiveChain& chain, PriceMode mode)
{
    return priceHeights(BlockTimes(chain.times), mode, chain.minutes, chain.hours, chain.days);
}

/// Of twenty blocks or more.
NaiveChain longChain()
{
    for (quint32 seed = 1;; ++seed) {
        if (NaiveChain chain(seed); chain.blocks.size() >= 20)
            return chain;
    }
}

} // namespace

class TestDaysBack final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void eachDayEndsAsItDid()
    {
        for (quint32 seed = 1; seed < 400; ++seed) {
            NaiveChain chain(seed);
            CohortDefinition definition;
            definition.selection.masks = chain.masks;
            definition.priceMode = seed % 2 == 0 ? PriceMode::DailyClose : PriceMode::FinestCandle;
            DaysBack back(stateOf(chain), pricesOf(chain, definition.priceMode), definition,
                          [&](quint32 height) { return Result<BlockChange>(chain.blocks[height]); });
            for (quint32 height = quint32(chain.blocks.size()) - 1; height > 0; --height) {
                const qint64 day = dayAt(chain, height);
                if (height + 1 < chain.blocks.size() && dayAt(chain, height + 1) == day)
                    continue;
                QCOMPARE(back.day(), std::optional(day));
                QCOMPARE(back.lastHeight(), height);
                QVERIFY(back.table() == chain.tableAfter(height));
                qint64 counted = 0;
                for (const NaiveCoin& coin : chain.coins) {
                    if (chain.isUnspentAfter(coin, height) && !chain.isMasked(coin.height) &&
                        chain.price(coin.height, definition.priceMode))
                        counted += coin.value;
                }
                const CohortSums& sums = back.sums();
                QCOMPARE(sums.sums((day + 1) * 86'400, definition.threshold)[allCohort].supply, counted);
                const auto spent = back.takeDayBack();
                QVERIFY(spent.hasValue());
                const NaiveSpends naive = spendsOf(chain, day, definition);
                QVERIFY(spent.value().cohorts[allCohort].now.units == naive.now);
                QVERIFY(spent.value().cohorts[allCohort].then.units == naive.then);
                QVERIFY(spent.value().adjustedShortTerm.then.units == naive.shortThen);
                QVERIFY(spent.value().cohorts[longTermCohort].then.units == naive.longThen);
            }
            QCOMPARE(back.day(), std::optional<qint64>());
            QVERIFY(back.takeDayBack().hasValue()); // of genesis nothing
            QCOMPARE(back.lastHeight(), 0U);
        }
    }

    void itStopsWhereSpendsAreNotKnown()
    {
        const NaiveChain chain = longChain();
        DaysBack back(stateOf(chain), pricesOf(chain, PriceMode::FinestCandle), {}, [&](quint32 height) {
            return height > 10 ? Result<BlockChange>(chain.blocks[height])
                               : cohortError(CohortFault::UndoAbsent, QStringLiteral("pruned"));
        });
        std::optional<Error> error;
        while (!error) {
            const auto taken = back.takeDayBack();
            if (taken.hasError())
                error = taken.error();
        }
        QVERIFY(isFault(*error, CohortFault::UndoAbsent));
        QCOMPARE(back.lastHeight(), 10U);
        QVERIFY(back.table() == chain.tableAfter(10));
    }

    void spendsThatDoNotFitAreRefused()
    {
        const NaiveChain chain = longChain();
        DaysBack back(stateOf(chain), pricesOf(chain, PriceMode::FinestCandle), {}, [&](quint32 height) {
            BlockChange change = chain.blocks[height];
            change.spends = {{0, 0, std::numeric_limits<quint32>::max(), 0}}; // twice is too often
            return Result<BlockChange>(change);
        });
        std::optional<Error> error;
        while (!error && back.day()) {
            const auto taken = back.takeDayBack();
            if (taken.hasError())
                error = taken.error();
        }
        QVERIFY(error);
        QVERIFY(isFault(*error, CohortFault::StateDrift));
        QCOMPARE(back.lastHeight(), quint32(chain.blocks.size()) - 2);
    }
};

QTEST_GUILESS_MAIN(TestDaysBack)
#include "tst_daysback.moc"
