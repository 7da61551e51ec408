// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/undofile.h"
#include "tests/support/cohorts/blockfolder.h"
#include "tests/support/cohorts/snapshotwriter.h"
#include "tests/support/failonwarning.h"

#include <random>

using namespace holdline;
using namespace holdline::testing;

namespace {

BlockHash hashOf(quint32 height)
{
    BlockHash hash;
    hash.bytes[0] = static_cast<uchar>(height);
    hash.bytes[1] = static_cast<uchar>(height >> 8);
    hash.bytes[31] = 7;
    return hash;
}

const QByteArray keyScript = '\0' + QByteArray(20, 'k');
/// Two transactions with two inputs and one.
const QByteArray undoOfTen = undoText({{undoSpend(3, true, 5'000'000'000, keyScript),
                                        undoSpend(7, false, 546, plainScript(QByteArray(34, 's')))},
                                       {undoSpend(3, false, 1, '\2' + QByteArray(32, 'x'), 2)}});
const QByteArray undoOfEleven = undoText({{undoSpend(10, false, 99'999'999, keyScript)}});
const QByteArray undoOfNothing = undoText({});

HeaderChain chainOf(quint32 heights)
{
    HeaderChain chain;
    for (quint32 h = 0; h < heights; ++h) {
        chain.hashes.push_back(hashOf(h));
        chain.times.push_back(1000 + h);
    }
    return chain;
}

Result<UndoBlocks> read(const QByteArray& bytes, const std::vector<UndoCandidate>& candidates)
{
    return readUndoFile(bytes, BitcoinNetwork::Regtest, chainOf(2000), candidates);
}

/// The same with what the blocks from ten on are.
Result<UndoBlocks> read(const QByteArray& bytes)
{
    return read(bytes, {{10, 3}, {11, 2}, {12, 1}});
}

const BlockChange ten{hashOf(10), hashOf(9), 10,
                      1010,       {},        {{3, 5'000'000'001, 2, 5'000'000'000}, {7, 546, 1, 0}}};
const BlockChange eleven{hashOf(11), hashOf(10), 11, 1011, {}, {{10, 99'999'999, 1, 0}}};

} // namespace

class TestUndoFile final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void recordsAreFoundByTheirChecksum()
    {
        const QByteArray file = undoRecord(undoOfTen, hashOf(9)) + undoRecord(undoOfEleven, hashOf(10)) +
                                undoRecord(undoOfNothing, hashOf(11)) + QByteArray(500, '\0');
        const auto result = read(file);
        QVERIFY2(result.hasValue(), qPrintable(result.hasError() ? result.error().message : QString()));
        const auto& blocks = result.value().blocks;
        QCOMPARE(blocks.size(), 3U);
        QCOMPARE(result.value().skippedRecords, 0U);
        QVERIFY(blocks.at(10) == ten);
        QVERIFY(blocks.at(11) == eleven);
        QVERIFY(blocks.at(12).spends.empty());
    }

    void staleBlocksArePassedOver_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray good = undoRecord(undoOfTen, hashOf(9)) + undoRecord(undoOfEleven, hashOf(10)) +
                                undoRecord(undoOfNothing, hashOf(11));
        const BlockHash stale{{1, 2, 3}};
        const QByteArray other = undoText({{undoSpend(8, false, 5, keyScript)}});
        QTest::newRow("a block on ours, of another size")
            << undoRecord(undoOfNothing, hashOf(9)) + undoRecord(undoOfEleven, stale) + good;
        QTest::newRow("a block on ours, of the same size, was connected first")
            << undoRecord(undoOfTen, hashOf(9)) + undoRecord(other, hashOf(10)) + undoRecord(other, stale) +
                   undoRecord(undoOfEleven, hashOf(10)) + undoRecord(undoOfNothing, hashOf(11));
        QTest::newRow("blocks of a branch at the end") << good + undoRecord(other, stale);
    }
    void staleBlocksArePassedOver()
    {
        QFETCH(QByteArray, file);
        const auto result = read(file);
        QVERIFY(result.hasValue());
        QCOMPARE(result.value().blocks.size(), 3U);
        QVERIFY(result.value().blocks.at(10) == ten);
        QVERIFY(result.value().blocks.at(11) == eleven);
    }

    void recordsAreLookedForSoFarAhead()
    {
        std::vector<UndoCandidate> candidates;
        for (quint32 height = 1; height < 2000; ++height)
            candidates.push_back({height, 1});
        QCOMPARE(read(undoRecord(undoOfNothing, hashOf(1099)), candidates).value().blocks.size(), 1U);
        QCOMPARE(read(undoRecord(undoOfNothing, hashOf(1100)), candidates).value().blocks.size(), 0U);
        QCOMPARE(read(undoRecord(undoOfTen, hashOf(9)), {}).value().skippedRecords, 1U);
        QCOMPARE(read({}, candidates).value().blocks.size(), 0U);
    }

    void whatIsDamagedIsNotFound()
    {
        const QByteArray good = undoRecord(undoOfTen, hashOf(9));
        const QByteArray next = undoRecord(undoOfEleven, hashOf(10));
        for (qsizetype size = 0; size < good.size(); ++size)
            QVERIFY(read(good.first(size)).value().blocks.empty());
        QVERIFY(read("no undo file at all").value().blocks.empty());
        QVERIFY(read(undoRecord(undoOfTen, hashOf(9), BitcoinNetwork::Main)).value().blocks.empty());
        // Whichever bit of one is another, the one behind it is found.
        for (qsizetype bit = 0; bit < good.size() * 8; ++bit) {
            QByteArray bad = good;
            bad[bit / 8] = char(bad[bit / 8] ^ 1 << bit % 8);
            const auto result = read(bad + next);
            QVERIFY(result.hasValue());
            QCOMPARE(result.value().blocks.size(), 1U);
            QVERIFY(result.value().blocks.at(11) == eleven);
        }
    }

    void wholeRecordsThatMeanNothingAreRefused()
    {
        const auto isRefused = [](const QByteArray& file) {
            const auto result = read(file);
            return result.hasError() && isFault(result.error(), CohortFault::UndoFile);
        };
        QVERIFY(isRefused(undoRecord(undoOfTen + '\0', hashOf(9))));
        for (qsizetype size = 1; size < undoOfTen.size(); ++size)
            QVERIFY(isRefused(undoRecord(undoOfTen.first(size), hashOf(9))));
        // Coins of a later block, and more than 64 bits hold.
        QVERIFY(isRefused(undoRecord(undoText({{undoSpend(12, false, 1, keyScript)}}), hashOf(10))));
        const QByteArrayList rich(5000, undoSpend(1, false, 2'100'000'000'000'000, keyScript));
        QVERIFY(isRefused(undoRecord(undoText({rich}), hashOf(10))));
        std::mt19937 random(2);
        for (int run = 0; run < 2000; ++run) {
            QByteArray undo = undoOfTen;
            undo[static_cast<qsizetype>(random() % static_cast<quint32>(undo.size()))] =
                static_cast<char>(random());
            static_cast<void>(read(undoRecord(undo, hashOf(9))));
        }
    }
};

QTEST_GUILESS_MAIN(TestUndoFile)
#include "tst_undofile.moc"
