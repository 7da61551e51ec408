// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/undofile.h"
#include "tests/support/cohorts/coinencoding.h"
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

QByteArray bytesOf(const BlockHash& hash)
{
    return {reinterpret_cast<const char*>(hash.bytes.data()), 32};
}

/// A spent output as an undo file holds it; `oldVersion` is what old files wrote there.
QByteArray spent(quint32 height, bool isCoinbase, quint64 satoshi, const QByteArray& script,
                 quint64 oldVersion = 0)
{
    return varint(quint64{height} * 2 + (isCoinbase ? 1 : 0)) +
           (height > 0 ? varint(oldVersion) : QByteArray()) + varint(compressedAmount(satoshi)) + script;
}

QByteArray record(const QByteArray& undo, const BlockHash& previous)
{
    return QByteArray::fromHex("fabfb5da") + testing::littleEndian(static_cast<quint64>(undo.size()), 4) +
           undo + doubleSha256Of(bytesOf(previous) + undo);
}

const QByteArray keyScript = '\0' + QByteArray(20, 'k');
/// Two transactions with two inputs and one.
const QByteArray undoOfTen = compactSize(2) + compactSize(2) + spent(3, true, 5'000'000'000, keyScript) +
                             spent(7, false, 546, plainScript(QByteArray(34, 's'))) + compactSize(1) +
                             spent(3, false, 1, '\2' + QByteArray(32, 'x'), 2);
const QByteArray undoOfEleven = compactSize(1) + compactSize(1) + spent(10, false, 99'999'999, keyScript);
const QByteArray undoOfNothing = compactSize(0);

struct Chain {
    std::vector<BlockHash> hashes;
    std::vector<quint32> times;
};

Chain chainOf(quint32 heights)
{
    Chain chain;
    for (quint32 h = 0; h < heights; ++h) {
        chain.hashes.push_back(hashOf(h));
        chain.times.push_back(1000 + h);
    }
    return chain;
}

QByteArray hidden(QByteArray bytes, const UndoKey& key)
{
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(bytes[i] ^ static_cast<char>(key[static_cast<std::size_t>(i % 8)]));
    return bytes;
}

Result<UndoBlocks> read(const QByteArray& bytes, const UndoKey& key = {}, quint32 from = 1)
{
    const Chain chain = chainOf(2000);
    return readUndoFile(bytes, key, BitcoinNetwork::Regtest, chain.hashes, chain.times, from);
}

} // namespace

class TestUndoFile final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void recordsAreFoundByTheirChecksum_data()
    {
        QTest::addColumn<QByteArray>("keyBytes");
        QTest::newRow("in the open") << QByteArray();
        QTest::newRow("hidden") << QByteArray::fromHex("0123456789abcdef");
    }
    void recordsAreFoundByTheirChecksum()
    {
        QFETCH(QByteArray, keyBytes);
        const auto key = undoKey(keyBytes);
        QVERIFY(key.hasValue());
        // A stale block at height 11 stands between the two, and block 12 spends nothing.
        const QByteArray file = record(undoOfTen, hashOf(9)) + record(undoOfEleven, BlockHash{}) +
                                record(undoOfEleven, hashOf(10)) + record(undoOfNothing, hashOf(11));
        const auto result = read(hidden(file + QByteArray(500, '\0'), key.value()), key.value());
        QVERIFY2(result.hasValue(), qPrintable(result.hasError() ? result.error().message : QString()));
        const auto& blocks = result.value().blocks;
        QCOMPARE(blocks.size(), 3U);
        QCOMPARE(result.value().skippedRecords, 1U);
        QVERIFY(blocks[0] == (BlockChange{hashOf(10),
                                          hashOf(9),
                                          10,
                                          1010,
                                          {},
                                          {{3, 5'000'000'001, 2, 5'000'000'000}, {7, 546, 1, 0}}}));
        QVERIFY(blocks[1] == (BlockChange{hashOf(11), hashOf(10), 11, 1011, {}, {{10, 99'999'999, 1, 0}}}));
        QCOMPARE(blocks[2].height, 12U);
        QVERIFY(blocks[2].spends.empty());
    }

    void recordsAreLookedForSoFarAhead()
    {
        const auto near = read(record(undoOfTen, hashOf(9)), {}, 10);
        QCOMPARE(near.value().blocks.size(), 1U);
        const QByteArray far = record(undoOfNothing, hashOf(1100));
        QCOMPARE(read(far, {}, 2).value().blocks.size(), 1U);
        QCOMPARE(read(far, {}, 1).value().blocks.size(), 0U);
        QCOMPARE(read(record(undoOfTen, hashOf(9)), {}, 11).value().skippedRecords, 1U);
    }

    void damageIsRefused()
    {
        const auto isRefused = [](const QByteArray& file) {
            const auto result = read(file);
            return result.hasError() && isFault(result.error(), CohortFault::UndoFile);
        };
        const QByteArray good = record(undoOfTen, hashOf(9));
        for (qsizetype size = 8; size < good.size(); ++size)
            QVERIFY(isRefused(good.first(size)));
        QVERIFY(isRefused("no undo file at all"));
        QVERIFY(isRefused(record(undoOfTen + '\0', hashOf(9))));
        for (qsizetype size = 0; size < undoOfTen.size(); ++size)
            QVERIFY(isRefused(record(undoOfTen.first(size), hashOf(9))));
        // Coins of a later block.
        QVERIFY(isRefused(record(undoOfEleven, hashOf(8))));
        QVERIFY(undoKey("1234567").hasError());
        std::mt19937 random(2);
        for (int run = 0; run < 2000; ++run) {
            QByteArray undo = undoOfTen;
            undo[static_cast<qsizetype>(random() % static_cast<quint32>(undo.size()))] =
                static_cast<char>(random());
            static_cast<void>(read(record(undo, hashOf(9))));
        }
    }
};

QTEST_GUILESS_MAIN(TestUndoFile)
#include "tst_undofile.moc"
