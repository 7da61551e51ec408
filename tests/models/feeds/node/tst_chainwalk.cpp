// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/feeds/node/chainwalk.h"
#include "tests/support/failonwarning.h"

#include <QtTest>

#include <map>

using namespace holdline;

namespace {

/// A hash that tells branch and height.
BlockHash hashOf(char branch, quint32 height)
{
    BlockHash hash;
    hash.bytes[0] = height == 0 ? uchar('a') : uchar(branch);
    hash.bytes[1] = uchar(height % 256);
    hash.bytes[2] = uchar(height / 256);
    return hash;
}

/// Of a chain `a` up to a height above which it is `branch`.
HeaderFacts headerAt(quint32 height, char branch = 'a', quint32 fork = 0)
{
    const auto hash = [&](quint32 h) { return hashOf(h > fork ? branch : 'a', h); };
    return {hash(height), height == 0 ? BlockHash{} : hash(height - 1), height, 1000 + height, true};
}

/// A state at a height of chain `a`, with a journal from block 1 on.
ChainState stateAt(quint32 height)
{
    ChainState state = ChainState::atGenesis(BitcoinNetwork::Regtest, hashOf('a', 0), 1000);
    for (quint32 h = 1; h <= height; ++h) {
        BlockChange block;
        block.hash = hashOf('a', h);
        block.previous = hashOf('a', h - 1);
        block.height = h;
        block.time = 1000 + h;
        block.created = {50, 1, 50};
        if (state.connect(block).hasError())
            qFatal("a block of the test does not fit");
    }
    return state;
}

/// Walks to a height of a branch; the number of headers that were asked for.
Result<int> walked(ChainWalk& walk, char branch, quint32 fork, quint32 height)
{
    std::map<BlockHash, HeaderFacts> headers;
    for (quint32 h = 0; h <= height; ++h)
        headers[headerAt(h, branch, fork).hash] = headerAt(h, branch, fork);
    int asked = 0;
    while (walk.wanted()) {
        ++asked;
        if (const auto taken = walk.take(headers.at(*walk.wanted())); taken.hasError())
            return taken.error();
    }
    return asked;
}

} // namespace

class TestChainWalk final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void theWayIsFound_data()
    {
        QTest::addColumn<int>("ours");
        QTest::addColumn<int>("fork");
        QTest::addColumn<int>("theirs");
        QTest::addColumn<int>("disconnects");
        QTest::addColumn<int>("connects");
        QTest::addColumn<int>("asked");
        QTest::newRow("nothing is new") << 10 << 10 << 10 << 0 << 0 << 0;
        QTest::newRow("a block more") << 10 << 10 << 11 << 0 << 1 << 1;
        QTest::newRow("many blocks more") << 10 << 10 << 60 << 0 << 50 << 50;
        QTest::newRow("one block was replaced") << 10 << 9 << 11 << 1 << 2 << 2;
        QTest::newRow("six blocks were replaced") << 10 << 4 << 11 << 6 << 7 << 7;
        QTest::newRow("a branch of the same length") << 10 << 8 << 10 << 2 << 2 << 2;
        QTest::newRow("a shorter branch") << 10 << 5 << 7 << 5 << 2 << 2;
        QTest::newRow("blocks were taken back") << 10 << 7 << 7 << 3 << 0 << 0;
        QTest::newRow("all but genesis was replaced") << 10 << 0 << 11 << 10 << 11 << 11;
        QTest::newRow("as deep as the journal") << 300 << 12 << 301 << 288 << 289 << 289;
    }
    void theWayIsFound()
    {
        QFETCH(int, ours);
        QFETCH(int, fork);
        QFETCH(int, theirs);
        const ChainState state = stateAt(quint32(ours));
        const char branch = fork < ours ? 'b' : 'a';
        ChainWalk walk(state, headerAt(quint32(theirs), branch, quint32(fork)).hash);
        const auto asked = walked(walk, branch, quint32(fork), quint32(theirs));
        QVERIFY2(asked.hasValue(), asked.hasError() ? qPrintable(asked.error().message) : "");
        QTEST(asked.value(), "asked");
        const auto plan = walk.plan();
        QVERIFY(plan.hasValue());
        QCOMPARE(int(plan.value().forkHeight), fork);
        QTEST(int(plan.value().disconnects), "disconnects");
        QTEST(int(plan.value().connects.size()), "connects");
        quint32 height = quint32(fork);
        for (const BlockHash& hash : plan.value().connects) {
            ++height;
            QCOMPARE(hash, headerAt(height, branch, quint32(fork)).hash);
        }
    }

    void deeperThanTheJournalIsRefused()
    {
        const ChainState state = stateAt(300);
        // Block 11 was replaced, and only blocks above 12 can be taken back.
        ChainWalk walk(state, headerAt(301, 'b', 11).hash);
        const auto asked = walked(walk, 'b', 11, 301);
        QVERIFY(asked.hasError());
        QVERIFY(isFault(asked.error(), CohortFault::ReorgDeep));
    }

    void aTargetFarBelowIsRefused()
    {
        const ChainState state = stateAt(300);
        const ChainWalk walk(state, hashOf('a', 11));
        QVERIFY(!walk.wanted());
        QVERIFY(isFault(walk.plan().error(), CohortFault::ReorgDeep));
    }

    void anotherHeaderThanTheOneWantedIsNotTaken()
    {
        const ChainState state = stateAt(10);
        ChainWalk walk(state, hashOf('a', 12));
        QVERIFY(isFault(walk.take(headerAt(11)).error(), CohortFault::RpcNotFound));
        QVERIFY(walk.take(headerAt(12)).hasValue());
        QCOMPARE(walk.wanted(), std::optional(hashOf('a', 11)));
    }
};

QTEST_GUILESS_MAIN(TestChainWalk)
#include "tst_chainwalk.moc"
