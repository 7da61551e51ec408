// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/cohorterror.h"
#include "models/cohorts/snapshotreader.h"
#include "tests/support/cohorts/coinencoding.h"
#include "tests/support/cohorts/snapshotvectors.h"
#include "tests/support/failonwarning.h"

#include <random>

using namespace holdline;
using namespace holdline::testing;

namespace {

using MakeChain = DeterministicChain (*)();

const SnapshotOptions onMain{BitcoinNetwork::Main, {}};
const SnapshotOptions onRegtest{BitcoinNetwork::Regtest, {}};

Result<Snapshot> readInPieces(const QByteArray& bytes, const SnapshotOptions& options, qsizetype size)
{
    SnapshotReader reader(options);
    for (qsizetype at = 0; at < bytes.size(); at += size) {
        const auto fed = reader.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
        if (fed.hasError())
            return fed.error();
    }
    return reader.finish();
}

Result<Snapshot> read(const QByteArray& bytes, const SnapshotOptions& options)
{
    return readInPieces(bytes, options, std::max<qsizetype>(bytes.size(), 1));
}

/// The error's code and sentence; `read` when there is none.
QString outcome(const Result<Snapshot>& result)
{
    return result.hasValue() ? QStringLiteral("read") : result.error().detail + u' ' + result.error().message;
}

QString codeOf(const Result<Snapshot>& result)
{
    return result.hasValue() ? QStringLiteral("read") : result.error().detail;
}

QString codeOf(const QByteArray& bytes, const SnapshotOptions& options)
{
    return codeOf(read(bytes, options));
}

QString rpc(QByteArray hash)
{
    std::reverse(hash.begin(), hash.end());
    return QString::fromLatin1(hash.toHex());
}

/// By adding up the list of coins that was written.
HeightTable summed(const WrittenSnapshot& snapshot, std::size_t heights)
{
    std::vector<qint64> values(heights);
    std::vector<quint32> counts(heights);
    std::vector<qint64> coinbaseValues(heights);
    for (const WrittenTransaction& transaction : snapshot.transactions) {
        for (const WrittenCoin& coin : transaction.coins) {
            values[coin.height] += static_cast<qint64>(coin.satoshi);
            coinbaseValues[coin.height] += coin.isCoinbase ? static_cast<qint64>(coin.satoshi) : 0;
            ++counts[coin.height];
        }
    }
    return {std::move(values), std::move(counts), std::move(coinbaseValues)};
}

/// A file of main with one coin in one transaction.
QByteArray oneCoin(const QByteArray& coin, quint64 coins = 1)
{
    return snapshotHeader(BitcoinNetwork::Main, QByteArray(32, 'b'), coins) + QByteArray(32, 't') +
           compactSize(1) + coin;
}

QByteArray coinOf(quint32 height, quint64 satoshi, const QByteArray& script = plainScript("script"))
{
    return writtenCoin({0, height, false, satoshi, script});
}

} // namespace

class TestSnapshotReader final : public QObject {
    Q_OBJECT

private slots:
    void init() { testing::failOnAnyWarning(); }

    void chainsOfCore_data()
    {
        QTest::addColumn<MakeChain>("make");
        QTest::addColumn<QString>("tip");
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<QString>("hash");
        QTest::addColumn<qint64>("sum");
        const auto row = [](const char* name, MakeChain make, const char* tip, qsizetype size,
                            const char* hash, qint64 sum) {
            QTest::newRow(name) << make << QString::fromLatin1(tip) << size << QString::fromLatin1(hash)
                                << sum;
        };
        row("Core 28", chainOfCore28, "09abf0e7b510f61ca6cf33bab104e9ee99b3528b371d27a2d4b39abb800fba7e",
            5788, "31fcdd0cf542a4b1dfc13c3c05106620ce48951ef62907dd8e5e8c15a0aa993b", 500'000'000'000);
        row("Core 30", chainOfCore30, "6885775faa46290bedfa071f22d0598c93f1d7e01f24607c4dedd69b9baa4a8f",
            5788, "d9506d541437f5e2892d6b6ea173f55233de11601650c157a27d8f2b9d08cb6f", 500'000'000'000);
        row("Core 32", chainOfCore32, "220aee93f0f5409631f35488898258f0930952bd620063cb4d7d87f7c28a8f50",
            5788, "e8c59b1bc1f19061c67eb7a392f4ea17eea83af58646ea2909e270546699c36c", 500'000'000'000);
        row("Core's fuzz target", chainOfFuzzing,
            "385901ccbd69dff6bbd00065d01fb8a9e464dede7cfe0372443884f9b1dcf6b9", 14439,
            "bb96a8a22e8114c36e0f570217795f5cc46baf366b0e74e7588de5b1e4392e7c", 872'500'000'000);
    }
    void chainsOfCore()
    {
        QFETCH(MakeChain, make);
        QFETCH(qint64, sum);
        const DeterministicChain chain = make();
        const QByteArray file = chain.snapshot.toVersion2();
        QTEST(rpc(chain.snapshot.baseHash), "tip");
        QTEST(file.size(), "size");
        QTEST(QString::fromLatin1(sha256Of(file).toHex()), "hash");

        const auto result = read(file, onRegtest);
        QCOMPARE(outcome(result), QStringLiteral("read"));
        const Snapshot& snapshot = result.value();
        QTEST(QString::fromLatin1(snapshot.baseHash.toRpc()), "tip");
        const std::size_t heights = chain.headers.size();
        QCOMPARE(snapshot.baseHeight, static_cast<quint32>(heights - 1));
        QVERIFY(!snapshot.isLegacy);
        QCOMPARE(snapshot.table.heights(), heights);
        QCOMPARE(snapshot.table.values()[0], 0);
        for (std::size_t h = 1; h < heights; ++h) {
            QCOMPARE(snapshot.table.values()[h], h < 150 ? 5'000'000'000 : 2'500'000'000);
            QCOMPARE(snapshot.table.counts()[h], 1U);
        }
        QCOMPARE(snapshot.table.totals(), (CoinTotals{sum, static_cast<qint64>(heights - 1), sum}));
    }

    void theLayoutBeforeVersions()
    {
        const WrittenSnapshot written = chainOfCore28().snapshot;
        const QByteArray file = written.toLegacy();
        QCOMPARE(file.size(), 5977);
        QCOMPARE(QString::fromLatin1(sha256Of(file).toHex()),
                 QStringLiteral("b1bacb602eacf5fbc9a7c2ef6eeb0d229c04e98bdf0c2ea5929012cd0eae3830"));
        for (const qsizetype size : {1, 7, 4096, 1 << 20}) {
            const auto result = readInPieces(file, onRegtest, size);
            QCOMPARE(outcome(result), QStringLiteral("read"));
            QVERIFY(result.value().isLegacy);
            QCOMPARE(result.value().table, summed(written, 101));
        }
        QCOMPARE(codeOf(file.chopped(1), onRegtest), QStringLiteral("E-SNAP-SHORT"));
        QCOMPARE(codeOf(file + 'x', onRegtest), QStringLiteral("E-SNAP-LONG"));
    }

    void versionOneIsRefused()
    {
        const QByteArray file = chainOfCore28().snapshot.toVersion1(100);
        QCOMPARE(QString::fromLatin1(sha256Of(file).toHex()),
                 QStringLiteral("2f775f82811150d310527b5ff773f81fb0fb517e941c543c1f7c4d38fd2717b3"));
        QCOMPARE(codeOf(file, onRegtest), QStringLiteral("E-SNAP-VERSION"));
    }

    void everyFormOfScriptAndNumber()
    {
        const WrittenSnapshot written = variedSnapshot();
        const QByteArray file = written.toVersion2();
        QCOMPARE(written.coins(), 311ULL);
        QCOMPARE(file.size(), 23066);
        QCOMPARE(QString::fromLatin1(sha256Of(file).toHex()),
                 QStringLiteral("a723e1b7dc114354db0dae3133851443c444642d2000429f7a8387d276fb3430"));
        const auto result = read(file, onMain);
        QCOMPARE(outcome(result), QStringLiteral("read"));
        const HeightTable& table = result.value().table;
        QCOMPARE(result.value().baseHeight, 944'999U);
        const std::map<std::size_t, qint64> expected{
            {1, 5'000'000'000},     {170, 1'000'000'000}, {100'000, 12'346},      {400'000, 876},
            {500'000, 199'999'999}, {800'000, 344'850},   {840'000, 312'500'000}, {944'999, 312'512'345}};
        for (std::size_t h = 0; h < table.heights(); ++h) {
            const auto found = expected.find(h);
            if (table.values()[h] != (found == expected.end() ? 0 : found->second))
                QFAIL(qPrintable(QString::number(h)));
        }
        QCOMPARE(table.counts()[500'000], 3U);
        QCOMPARE(table.counts()[800'000], 300U);
        QCOMPARE(table.totals(), (CoinTotals{6'825'370'416, 311, 5'625'012'345}));
    }

    void piecesOfAnySizeGiveTheSame_data()
    {
        QTest::addColumn<qsizetype>("size");
        for (const qsizetype size : {1, 2, 3, 7, 95, 96, 97, 191, 193, 4096, 1 << 20})
            QTest::addRow("%lld bytes", static_cast<long long>(size)) << size;
    }
    void piecesOfAnySizeGiveTheSame()
    {
        QFETCH(qsizetype, size);
        const WrittenSnapshot varied = variedSnapshot();
        const auto onMainAt = SnapshotOptions{BitcoinNetwork::Main, 945'000};
        const auto result = readInPieces(varied.toVersion2(), onMainAt, size);
        QCOMPARE(outcome(result), QStringLiteral("read"));
        QCOMPARE(result.value().baseHeight, 945'000U);
        QCOMPARE(result.value().table, summed(varied, 945'001));
    }

    void whatIsCutIsTooShort()
    {
        const QByteArray file = chainOfCore28().snapshot.toVersion2();
        for (qsizetype size = 0; size < file.size(); ++size) {
            const auto result = read(file.first(size), onRegtest);
            QVERIFY(result.hasError());
            QVERIFY2(isFault(result.error(), CohortFault::SnapShort), qPrintable(result.error().message));
            QVERIFY(result.error().message.contains(QStringLiteral("byte %1").arg(size)));
        }
        QCOMPARE(codeOf(file + '\0', onRegtest), QStringLiteral("E-SNAP-LONG"));
    }

    void whatIsCutAfterAnyByteOfAnyFormIsTooShort()
    {
        const QByteArray file = variedSnapshot().toVersion2();
        SnapshotReader reader(onMain);
        for (qsizetype size = 0; size < file.size(); ++size) {
            const auto result = reader.finish();
            QVERIFY(result.hasError());
            QVERIFY2(isFault(result.error(), CohortFault::SnapShort), qPrintable(result.error().message));
            QVERIFY(result.error().message.contains(QStringLiteral("byte %1").arg(size)));
            QVERIFY(reader.feed(QByteArrayView(file).sliced(size, 1)).hasValue());
        }
        QVERIFY(reader.finish().hasValue());
        QCOMPARE(codeOf(file + '\0', onMain), QStringLiteral("E-SNAP-LONG"));
    }

    void theSentenceCountsCoins()
    {
        const QByteArray file = chainOfCore28().snapshot.toVersion2();
        // 51 bytes of header; each transaction 32 + 1, each coin 1 + 1 or 2 + 1 + 1 + 20: three coins and a
        // bit.
        const auto result = read(file.first(51 + 3 * 58 + 5), onRegtest);
        QVERIFY(result.hasError());
        QVERIFY2(result.error().message.contains(QStringLiteral("3 of 100 coins")),
                 qPrintable(result.error().message));
    }

    void anotherKindOfFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        const QByteArray good = variedSnapshot().toVersion2();
        const auto changed = [&good](qsizetype at, char byte) {
            QByteArray bytes = good;
            bytes[at] = byte;
            return bytes;
        };
        QTest::newRow("a text") << QByteArray("time,open,high,low,close\n") << QStringLiteral("E-SNAP-KIND");
        QTest::newRow("a long text") << QByteArray(1000, 'x') << QStringLiteral("E-SNAP-KIND");
        QTest::newRow("zeros") << QByteArray(100'000, '\0') << QStringLiteral("E-SNAP-KIND");
        QTest::newRow("three letters") << QByteArray("abc") << QStringLiteral("E-SNAP-KIND");
        QTest::newRow("nothing") << QByteArray() << QStringLiteral("E-SNAP-SHORT");
        QTest::newRow("a mark with one wrong byte") << changed(4, '\x7f') << QStringLiteral("E-SNAP-KIND");
        QTest::newRow("version 3") << changed(5, '\3') << QStringLiteral("E-SNAP-VERSION");
        QTest::newRow("version 258") << changed(6, '\1') << QStringLiteral("E-SNAP-VERSION");
        QTest::newRow("of regtest") << chainOfCore28().snapshot.toVersion2()
                                    << QStringLiteral("E-SNAP-NETWORK");
        QTest::newRow("of a network of one's own") << changed(7, '\1') << QStringLiteral("E-SNAP-NETWORK");
    }
    void anotherKindOfFile()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QCOMPARE(codeOf(bytes, onMain), code);
        QCOMPARE(outcome(readInPieces(bytes, onMain, 1)), outcome(read(bytes, onMain)));
    }

    void theNetworkIsNamed()
    {
        const auto result = read(chainOfCore28().snapshot.toVersion2(), onMain);
        QVERIFY(result.error().message.contains(QStringLiteral("regtest")));
        QVERIFY(result.error().message.contains(QStringLiteral("main")));
    }

    void countsThatLie_data()
    {
        QTest::addColumn<quint64>("count");
        QTest::addColumn<QString>("code");
        QTest::newRow("one more than there are") << 312ULL << QStringLiteral("E-SNAP-SHORT");
        QTest::newRow("none") << 0ULL << QStringLiteral("E-SNAP-LONG");
        QTest::newRow("as many as can be said") << ~0ULL << QStringLiteral("E-SNAP-SHORT");
        QTest::newRow("2^40") << (1ULL << 40) << QStringLiteral("E-SNAP-SHORT");
    }
    void countsThatLie()
    {
        QFETCH(quint64, count);
        QFETCH(QString, code);
        QByteArray bytes = variedSnapshot().toVersion2();
        bytes.replace(43, 8, testing::littleEndian(count, 8));
        QCOMPARE(codeOf(bytes, onMain), code);
        QCOMPARE(outcome(readInPieces(bytes, onMain, 7)), outcome(read(bytes, onMain)));
    }

    void oneCoinLessThanThereAre()
    {
        // The last transaction of the varied file has one coin: it is what goes on. Of a file whose last
        // transaction has two coins, its number of coins is more than are left.
        QByteArray bytes = variedSnapshot().toVersion2();
        bytes.replace(43, 8, testing::littleEndian(310, 8));
        const QString code = codeOf(bytes, onMain);
        const auto last = variedSnapshot().transactions.back().coins.size();
        QCOMPARE(code, last == 1 ? QStringLiteral("E-SNAP-LONG") : QStringLiteral("E-SNAP-CORRUPT"));
        const QByteArray two = snapshotHeader(BitcoinNetwork::Main, QByteArray(32, 'b'), 1) +
                               QByteArray(32, 't') + compactSize(2) + coinOf(5, 7) + coinOf(5, 7);
        QCOMPARE(codeOf(two, onMain), QStringLiteral("E-SNAP-CORRUPT"));
    }

    void whatCannotBe_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray header = snapshotHeader(BitcoinNetwork::Main, QByteArray(32, 'b'), 1);
        const QByteArray txid(32, 't');
        const QByteArray script = plainScript("script");
        QTest::newRow("a transaction without coins") << header + txid + compactSize(0) + coinOf(5, 7);
        QTest::newRow("more coins than are left")
            << header + txid + compactSize(2) + coinOf(5, 7) + coinOf(5, 7);
        QTest::newRow("a number of coins in three bytes instead of one")
            << header + txid + QByteArray::fromHex("fd0700") + coinOf(5, 7);
        QTest::newRow("a height above the base") << oneCoin(coinOf(945'001, 7));
        QTest::newRow("a height above all") << oneCoin(coinOf(10'000'000, 7));
        QTest::newRow("more than 21 million bitcoin") << oneCoin(coinOf(5, 2'100'000'000'000'001));
        QTest::newRow("together more than 21 million bitcoin")
            << snapshotHeader(BitcoinNetwork::Main, QByteArray(32, 'b'), 2) + txid + compactSize(2) +
                   coinOf(944'000, 2'100'000'000'000'000) + coinOf(944'000, 1);
        QTest::newRow("a script of 10001 bytes")
            << oneCoin(coinOf(5, 7, plainScript(QByteArray(10'001, 's'))));
        QTest::newRow("a height of ten bytes 0xff") << oneCoin(compactSize(0) + QByteArray(10, '\xff'));
        QTest::newRow("an amount of ten bytes 0xff")
            << oneCoin(compactSize(0) + varint(10) + QByteArray(10, '\xff') + script);
        QTest::newRow("a script's size of ten bytes 0xff")
            << oneCoin(compactSize(0) + varint(10) + varint(compressedAmount(7)) + QByteArray(10, '\xff'));
        QTest::newRow("an output's number in three bytes instead of one")
            << oneCoin(QByteArray::fromHex("fd0700") + coinOf(5, 7).mid(1));
    }
    void whatCannotBe()
    {
        QFETCH(QByteArray, bytes);
        const SnapshotOptions options{BitcoinNetwork::Main, 945'000};
        // Bytes behind it, so that it is the same where it lies within a large piece.
        const auto alone = outcome(read(bytes, options));
        QVERIFY2(alone.startsWith(QStringLiteral("E-SNAP-CORRUPT")), qPrintable(alone));
        const QByteArray longer = bytes + QByteArray(300, '\0');
        QCOMPARE(codeOf(longer, options), QStringLiteral("E-SNAP-CORRUPT"));
        QCOMPARE(outcome(readInPieces(bytes, options, 1)).section(u' ', 0, 0),
                 QStringLiteral("E-SNAP-CORRUPT"));
    }

    void asMuchAsWasIssued()
    {
        // 50 BTC at genesis and at height 1: what the schedule gives up to height 1.
        const SnapshotOptions options{BitcoinNetwork::Main, 1};
        QCOMPARE(codeOf(oneCoin(coinOf(1, 10'000'000'000)), options), QStringLiteral("read"));
        QCOMPARE(codeOf(oneCoin(coinOf(1, 10'000'000'001)), options), QStringLiteral("E-SNAP-CORRUPT"));
    }

    void afterAnErrorNothingIsLeft()
    {
        SnapshotReader reader(onMain);
        QVERIFY(reader.feed(oneCoin(coinOf(5, 2'100'000'000'000'001))).hasError());
        QVERIFY(reader.feed(oneCoin(coinOf(5, 7))).hasError());
        QVERIFY(reader.finish().hasError());
    }

    void aChangedByteIsReadOrRefused_data()
    {
        QTest::addColumn<QByteArray>("good");
        QTest::addColumn<bool>("isMain");
        QTest::addColumn<int>("runs");
        QTest::newRow("a chain") << chainOfCore28().snapshot.toVersion2() << false << 10'000;
        QTest::newRow("the old layout") << chainOfCore28().snapshot.toLegacy() << false << 10'000;
        QTest::newRow("every form") << variedSnapshot().toVersion2() << true << 150;
    }
    void aChangedByteIsReadOrRefused()
    {
        QFETCH(QByteArray, good);
        QFETCH(bool, isMain);
        QFETCH(int, runs);
        std::mt19937 random(11);
        for (int run = 0; run < runs; ++run) {
            QByteArray bytes = good;
            const auto at = static_cast<qsizetype>(random() % static_cast<quint32>(bytes.size()));
            bytes[at] = static_cast<char>(static_cast<uchar>(bytes[at]) ^ (1 + random() % 255));
            const SnapshotOptions options{isMain ? BitcoinNetwork::Main : BitcoinNetwork::Regtest,
                                          run % 2 ? std::optional<quint32>(isMain ? 945'000 : 150)
                                                  : std::nullopt};
            const auto whole = read(bytes, options);
            const auto pieces = readInPieces(bytes, options, 13);
            QCOMPARE(codeOf(whole), codeOf(pieces));
            if (whole.hasValue())
                QVERIFY(whole.value().table == pieces.value().table);
        }
    }
};

QTEST_GUILESS_MAIN(TestSnapshotReader)
#include "tst_snapshotreader.moc"
