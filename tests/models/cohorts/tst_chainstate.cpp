// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/chainstate.h"
#include "models/cohorts/cohorterror.h"
#include "tests/support/cohorts/naivechain.h"
#include "tests/support/failonwarning.h"

using namespace holdline;
using testing::NaiveChain;

namespace {

BlockHash hashOf(quint32 n)
{
    BlockHash hash;
    for (std::size_t i = 0; i < 4; ++i)
        hash.bytes[i] = static_cast<uchar>(n >> (8 * i));
    hash.bytes[31] = 1;
    return hash;
}

/// A block that makes a coin of 50 BTC and may spend such a coin.
BlockChange simpleBlock(quint32 height, std::optional<quint32> spends = {})
{
    BlockChange block;
    block.hash = hashOf(height);
    block.previous = hashOf(height - 1);
    block.height = height;
    block.time = 1'300'000'000 + 600 * height;
    block.created = {5'000'000'000, 1, 5'000'000'000};
    if (spends)
        block.spends = {{*spends, 5'000'000'000, 1, 5'000'000'000}};
    return block;
}

ChainState genesis(BitcoinNetwork network = BitcoinNetwork::Regtest)
{
    return ChainState::atGenesis(network, hashOf(0), 1'300'000'000);
}

ChainState simpleChain(quint32 height, BitcoinNetwork network = BitcoinNetwork::Regtest)
{
    ChainState state = genesis(network);
    for (quint32 h = 1; h <= height; ++h) {
        if (state.connect(simpleBlock(h)).hasError())
            qFatal("not connected");
    }
    return state;
}

} // namespace

class TestChainState final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void forwardAndBackwardItIsAsAListOfCoins()
    {
        for (quint32 seed = 0; seed < 300; ++seed) {
            const NaiveChain chain(seed);
            ChainState state =
                ChainState::atGenesis(BitcoinNetwork::Regtest, chain.blocks[0].hash, chain.times[0]);
            const auto tip = static_cast<quint32>(chain.blocks.size() - 1);
            for (quint32 h = 1; h <= tip; ++h) {
                QVERIFY(state.connect(chain.blocks[h]).hasValue());
                QVERIFY(state.table() == chain.tableAfter(h));
                QCOMPARE(state.times().monotone()[h], chain.latestTime(h));
            }
            for (quint32 h = tip; h > 0; --h) {
                const auto block = state.disconnect();
                QVERIFY(block.hasValue() && block.value() == chain.blocks[h]);
                QVERIFY(state.table() == chain.tableAfter(h - 1));
                QVERIFY(state.tipHash() == chain.blocks[h - 1].hash);
            }
        }
    }

    void whatWasSpentSufficesToGoBack()
    {
        for (quint32 seed = 0; seed < 300; ++seed) {
            const NaiveChain chain(seed);
            const auto tip = static_cast<quint32>(chain.blocks.size() - 1);
            HeightTable table = chain.tableAfter(tip);
            for (quint32 h = tip; h > 0; --h) {
                BlockChange withoutMade = chain.blocks[h];
                withoutMade.created = {};
                QVERIFY(rollBack(table, withoutMade, BitcoinNetwork::Regtest).hasValue());
                QVERIFY(table == chain.tableAfter(h - 1));
            }
        }
    }

    void nothingIsAppliedOfABlockThatDoesNotFit_data()
    {
        QTest::addColumn<quint32>("height");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<quint32>("count");
        QTest::addColumn<qint64>("coinbaseValue");
        QTest::newRow("more than there is") << 2U << qint64{5'000'000'001} << 1U << qint64{5'000'000'000};
        QTest::newRow("more coins than there are")
            << 2U << qint64{5'000'000'000} << 2U << qint64{5'000'000'000};
        QTest::newRow("of no coinbase") << 2U << qint64{5'000'000'000} << 1U << qint64{0};
        QTest::newRow("of a height to come") << 9U << qint64{1} << 1U << qint64{0};
        QTest::newRow("more of its own than it makes") << 4U << qint64{5'000'000'001} << 1U << qint64{0};
    }
    void nothingIsAppliedOfABlockThatDoesNotFit()
    {
        QFETCH(quint32, height);
        QFETCH(qint64, value);
        QFETCH(quint32, count);
        QFETCH(qint64, coinbaseValue);
        ChainState state = simpleChain(3);
        const ChainState before = state;
        BlockChange block = simpleBlock(4, 1);
        block.spends.push_back({height, value, count, coinbaseValue});
        const auto connected = state.connect(block);
        QVERIFY(connected.hasError());
        QVERIFY(isFault(connected.error(), CohortFault::StateDrift));
        QVERIFY(state == before);
    }

    void aBlockOfAnotherBranchIsRefused()
    {
        ChainState state = simpleChain(3);
        const ChainState before = state;
        BlockChange other = simpleBlock(4);
        other.previous = hashOf(99);
        for (const BlockChange& block : {other, simpleBlock(5), simpleBlock(3)}) {
            const auto connected = state.connect(block);
            QVERIFY(connected.hasError());
            QVERIFY(isFault(connected.error(), CohortFault::RpcNotFound));
        }
        QVERIFY(state == before);
    }

    void theJournalReachesBack288Blocks()
    {
        ChainState state = simpleChain(300);
        QCOMPARE(state.journal().size(), 288U);
        for (int i = 0; i < 288; ++i)
            QVERIFY(state.disconnect().hasValue());
        QCOMPARE(state.tipHeight(), 12U);
        QVERIFY(state.table() == simpleChain(12).table());
        const auto deeper = state.disconnect();
        QVERIFY(deeper.hasError());
        QVERIFY(isFault(deeper.error(), CohortFault::ReorgDeep));
    }

    void theLast2016HashesAreRemembered()
    {
        const ChainState state = simpleChain(2100);
        QCOMPARE(state.heightOf(hashOf(2100)), std::optional(2100U));
        QCOMPARE(state.heightOf(hashOf(85)), std::optional(85U));
        QCOMPARE(state.heightOf(hashOf(84)), std::nullopt);
        QCOMPARE(state.heightOf(hashOf(5000)), std::nullopt);
    }

    void aSnapshotNeedsTheTimesOfItsBlocks()
    {
        Snapshot snapshot;
        snapshot.baseHash = hashOf(2);
        snapshot.baseHeight = 2;
        snapshot.table = HeightTable({0, 50, 50}, {0, 1, 1}, {0, 50, 50});
        const auto cut = ChainState::fromSnapshot(snapshot, BitcoinNetwork::Main, {100, 200});
        QVERIFY(cut.hasError());
        QVERIFY(isFault(cut.error(), CohortFault::Headers));
        const auto state = ChainState::fromSnapshot(snapshot, BitcoinNetwork::Main, {100, 200, 150, 400});
        QVERIFY(state.hasValue());
        QCOMPARE(state.value().tipHeight(), 2U);
        QVERIFY(state.value().times() == BlockTimes({100, 200, 150}));
        QVERIFY(state.value().tipHash() == hashOf(2));
    }

    void twoCoinbasesWereOverwritten()
    {
        // Block 91842 made the coinbase of 91812 once more, block 91880 that of 91722.
        HeightTable table(91'842);
        table.apply({91'722, 5'000'000'000, 1, 5'000'000'000});
        table.apply({91'812, 5'000'000'000, 1, 5'000'000'000});
        Snapshot snapshot{hashOf(91'841), 91'841, false, table};
        auto started =
            ChainState::fromSnapshot(snapshot, BitcoinNetwork::Main, std::vector<quint32>(91'842, 5));
        QVERIFY(started.hasValue());
        ChainState& state = started.value();
        for (quint32 h = 91'842; h <= 91'880; ++h) {
            QVERIFY(state.connect(simpleBlock(h)).hasValue());
            QCOMPARE(state.table().values()[91'812], 0);
            QCOMPARE(state.table().values()[91'722], h < 91'880 ? 5'000'000'000 : 0);
        }
        QCOMPARE(state.table().totals().count, 39);
        HeightTable rolled = state.table();
        for (quint32 h = 91'880; h >= 91'842; --h) {
            const auto block = state.disconnect();
            QVERIFY(block.hasValue());
            QVERIFY(rollBack(rolled, block.value(), BitcoinNetwork::Main).hasValue());
        }
        QVERIFY(state.table() == table);
        QVERIFY(rolled == table);
    }
};

QTEST_GUILESS_MAIN(TestChainState)
#include "tst_chainstate.moc"
