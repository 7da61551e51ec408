// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/statefile.h"
#include "models/history/cohortrecord.h"
#include "models/history/cohortstatefile.h"
#include "tests/support/cohorts/blockfolder.h"
#include "tests/support/cohorts/snapshotwriter.h"
#include "tests/support/failonwarning.h"
#include "tests/support/nodepeer.h"
#include "tests/support/run.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <memory>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 86'400;
constexpr qint64 firstDay = 1296604800; ///< 2011-02-02, the day of regtest's genesis

QJsonObject lineOf(const QByteArray& output)
{
    return QJsonDocument::fromJson(output.trimmed().split('\n').last()).object();
}

/// Of blocks, each six hours after the last, whose coinbases are spent two days later.
struct PlainChain {
    explicit PlainChain(quint32 tip)
    {
        BlockHash previous;
        for (quint32 height = 0; height <= tip; ++height) {
            FiledBlock block{headerText(previous, quint32(firstDay + height * day / 4), 1), {}};
            BlockChange change{.hash = {},
                               .previous = previous,
                               .height = height,
                               .time = quint32(firstDay + height * day / 4),
                               .created = {5'000'000'000, 1, 0},
                               .spends = {}};
            if (height > 8) {
                block.spent.push_back(
                    {undoSpend(height - 8, false, 5'000'000'000, '\1' + QByteArray(20, 'p'))});
                change.spends.push_back({height - 8, 5'000'000'000, 1, 0});
            }
            if (appendHeaders(headers, block.header).hasError())
                qFatal("a header of the test does not fit");
            change.hash = previous = headers.hashes.back();
            headerBytes += block.header;
            folder.add(int(height / 10), block, height);
            changes.push_back(change);
        }
    }
    [[nodiscard]] ChainState state() const
    {
        ChainState state =
            ChainState::atGenesis(BitcoinNetwork::Regtest, headers.hashes[0], headers.times[0]);
        for (std::size_t height = 1; height < changes.size(); ++height) {
            if (state.connect(changes[height]).hasError())
                qFatal("a block of the test does not fit");
        }
        return state;
    }

    BlockFolder folder;
    HeaderChain headers;
    QByteArray headerBytes;
    std::vector<BlockChange> changes;
};

} // namespace

class TestCohortsHistory final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void daysBackAreThoseOfFollowing();
    void aDayIsAnsweredBeyondTheJournal();
    void aPrunedFolderEndsTheHistory();
    void aSignalEndsItCleanly();
    void endsAsTheContractSays_data();
    void endsAsTheContractSays();

private:
    [[nodiscard]] Run cohorts(const QStringList& arguments) const
    {
        return testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                            QStringList{u"cohorts"_s, u"--data-dir"_s, data()} + arguments);
    }
    [[nodiscard]] Run history(const QStringList& arguments = {}) const
    {
        return cohorts(QStringList{u"history"_s, u"--blocks"_s, blocks(), u"--headers"_s, headers(),
                                   u"--network"_s, u"regtest"_s} +
                       arguments);
    }
    [[nodiscard]] QString data() const { return m_folder->filePath(u"data"_s); }
    [[nodiscard]] QString blocks() const { return m_folder->filePath(u"blocks"_s); }
    [[nodiscard]] QString headers() const { return m_folder->filePath(u"headers"_s); }
    [[nodiscard]] QString statePath() const { return cohortStatePath(data(), BitcoinNetwork::Regtest); }
    [[nodiscard]] bool write(const QString& path, const QByteArray& bytes) const
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    [[nodiscard]] QByteArray stateBytes() const
    {
        QFile file(statePath());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Daily closes of a folder of data.
    static void storePrices(const QString& path, int from, int days);
    static QStringList ownRows(const QString& path);
    /// A state, the files of its node, and prices.
    void lay(const PlainChain& chain, int pricedFrom = 0) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCohortsHistory::init()
{
    testing::failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCohortsHistory::storePrices(const QString& path, int from, int days)
{
    const SystemClock clock;
    const auto store = Store::open(path, clock);
    QVERIFY(store.hasValue());
    const auto series = store.value()->ensureSeries({u"price/test:BTCUSD"_s, u"value"_s, u"test"_s, {}},
                                                    SeriesKind::Candles, u"USD"_s);
    std::vector<Candle> candles;
    for (qint64 n = from; n < days; ++n) {
        Candle candle;
        candle.openTime = fromMsecs((firstDay + n * day) * 1000);
        candle.open = candle.high = candle.low = candle.close = Price::whole(100 + n * 37 % 91);
        candles.push_back(candle);
    }
    QVERIFY(store.value()->mergeCandles(series.value().id, oneDay, candles).hasValue());
}

QStringList TestCohortsHistory::ownRows(const QString& path)
{
    const SystemClock clock;
    const auto store = Store::open(path, clock);
    QStringList rows;
    for (const StoredSeries& one : store.value()->list().value()) {
        if (one.key.source != ownNodeSource())
            continue;
        for (const Sample& sample : store.value()->samples(one.id, {earliestTime, latestTime}).value())
            rows.append(u"%1 %2 %3 %4 %5 %6"_s
                            .arg(one.key.name, one.key.column, one.key.definition, toIso(sample.from),
                                 toIso(sample.knownAt))
                            .arg(QString::fromLatin1(sample.value.toText())));
    }
    rows.sort();
    return rows;
}

void TestCohortsHistory::lay(const PlainChain& chain, int pricedFrom) const
{
    storePrices(data(), pricedFrom, 200);
    QVERIFY(QDir().mkpath(QFileInfo(statePath()).path()));
    QVERIFY(saveState(statePath(), chain.state()).hasValue());
    QVERIFY(chain.folder.write(blocks()));
    QVERIFY(write(headers(), chain.headerBytes));
}

/// A real node is followed from genesis; then its files give the same days once more, to another store.
void TestCohortsHistory::daysBackAreThoseOfFollowing()
{
    if (const QString why = NodePeer::absence(); !why.isEmpty())
        QSKIP(qPrintable(why));
    const QString followed = m_folder->filePath(u"followed"_s);
    for (const QString& path : {followed, data()})
        storePrices(path, 0, 200);
    NodePeer peer;
    QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
    peer.mine(105, 1800);
    peer.mine(90, 7200, 3);
    peer.mine(5, 3 * 86'400, 2); // days without a block
    peer.mine(20, 7200, 3);
    const QStringList node{u"--node"_s, peer.address(), u"--cookie"_s, peer.cookieFile()};
    const Run follow = testing::run(
        QStringLiteral(HOLDLINE_PROGRAM),
        QStringList{u"cohorts"_s, u"follow"_s, u"--data-dir"_s, followed, u"--for"_s, u"4s"_s} + node);
    QVERIFY2(follow.exitCode == 0, follow.words.constData());
    QVERIFY(QDir().mkpath(QFileInfo(statePath()).path()));
    QVERIFY(QFile::copy(cohortStatePath(followed, BitcoinNetwork::Regtest), statePath()));
    const QByteArray before = stateBytes();
    QVERIFY(!before.isEmpty());

    BlockFolder folder;
    folder.key = "hide them";
    folder.key.truncate(8);
    quint32 height = 0;
    int spends = 0;
    for (const auto& one : peer.tell({{u"do"_s, u"filed"_s}}).value("blocks"_L1).toArray()) {
        FiledBlock block{QByteArray::fromHex(one.toObject().value("header"_L1).toString().toLatin1()), {}};
        for (const auto& transaction : one.toObject().value("spent"_L1).toArray()) {
            QByteArrayList inputs;
            for (const auto& input : transaction.toArray()) {
                const QJsonArray coin = input.toArray();
                inputs.append(undoSpend(quint32(coin[0].toInt()), coin[2].toBool(),
                                        quint64(coin[1].toInteger()),
                                        plainScript(QByteArray::fromHex(coin[3].toString().toLatin1()))));
                ++spends;
            }
            block.spent.push_back(inputs);
        }
        folder.add(int(height / 50), block, height);
        ++height;
    }
    QCOMPARE(height, 221u);
    QVERIFY(spends > 200);
    QVERIFY(folder.write(blocks()));
    const QStringList arguments =
        QStringList{u"history"_s, u"--blocks"_s, blocks(), u"--from"_s, u"2011-01-01"_s} + node;
    const Run back = cohorts(arguments);
    QVERIFY2(back.exitCode == 0, back.words.constData());
    const QStringList rows = ownRows(followed);
    QVERIFY(rows.size() > 400);
    QCOMPARE(ownRows(data()), rows);
    QCOMPARE(stateBytes(), before);
    const QJsonObject line = lineOf(back.output);
    QCOMPARE(line.keys(), (QStringList{u"days"_s, u"from"_s, u"to"_s}));
    int days = 0;
    for (const QString& row : rows)
        days += row.startsWith(u"cohort/all supply_btc "_s);
    QCOMPARE(line.value("days"_L1).toInt(), days);
    QCOMPARE(line.value("from"_L1).toString(), u"2011-02-02T00:00:00Z"_s);
    // Once more nothing is new.
    QCOMPARE(cohorts(arguments).exitCode, 0);
    QCOMPARE(ownRows(data()), rows);
}

void TestCohortsHistory::aDayIsAnsweredBeyondTheJournal()
{
    const PlainChain chain(400); // a hundred days; the journal holds 288 blocks
    lay(chain);
    const QStringList show{u"show"_s,    u"--json"_s, u"--network"_s,
                           u"regtest"_s, u"--at"_s,   u"2011-02-07T00:00:00Z"_s};
    QCOMPARE(cohorts(show).exitCode, 1);
    const Run back = history({u"--from"_s, u"2011-02-05"_s});
    QVERIFY2(back.exitCode == 0, back.words.constData());
    // Block 400 begins 2011-05-13, which is not over.
    QCOMPARE(back.output, QByteArray("{\"days\":97,\"from\":\"2011-02-05T00:00:00Z\","
                                     "\"to\":\"2011-05-13T00:00:00Z\"}\n"));
    const Run answer = cohorts(show);
    QVERIFY2(answer.exitCode == 0, answer.words.constData());
    for (const auto& row : lineOf(answer.output).value("bands"_L1).toArray()) {
        // Nineteen blocks are made by then; eight of them are left, and the last of all is 6 hours old.
        if (row.toObject().value("band"_L1).toString() == u"all"_s)
            QCOMPARE(row.toObject().value("supply_btc"_L1).toDouble(), 8 * 50.0);
    }
    QVERIFY2(answer.words.contains("those of the stored day that ended 2011-02-07T00:00:00Z"),
             answer.words.constData());
}

void TestCohortsHistory::aPrunedFolderEndsTheHistory()
{
    PlainChain chain(100); // 25 days
    chain.folder.blocks.erase(4);
    chain.folder.undo.erase(4);
    lay(chain);
    const Run back = history({u"--from"_s, u"2011-02-01"_s});
    QCOMPARE(back.exitCode, 0);
    // Block 50 of 2011-02-14T12:00 is the first that is there: of the day before nothing is known.
    QCOMPARE(back.output, QByteArray("{\"days\":13,\"from\":\"2011-02-14T00:00:00Z\","
                                     "\"to\":\"2011-02-27T00:00:00Z\"}\n"));
    QVERIFY2(back.words.contains("The history ends with 2011-02-14. No file of "), back.words.constData());
    QVERIFY2(back.words.contains("holds block 49: the node has pruned it"), back.words.constData());
    int sopr = 0;
    for (const QString& row : ownRows(data()))
        sopr += row.startsWith(u"sopr/all "_s);
    QCOMPARE(sopr, 12); // of the last day not all spends are known
}

void TestCohortsHistory::aSignalEndsItCleanly()
{
    lay(PlainChain(2000));
    QProcess process;
    process.start(QStringLiteral(HOLDLINE_PROGRAM),
                  {u"cohorts"_s, u"history"_s, u"--data-dir"_s, data(), u"--blocks"_s, blocks(),
                   u"--headers"_s, headers(), u"--network"_s, u"regtest"_s});
    process.setReadChannel(QProcess::StandardError);
    QVERIFY(process.waitForReadyRead(60'000)); // a day is stored
    ::kill(pid_t(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    const int days = lineOf(process.readAllStandardOutput()).value("days"_L1).toInt();
    int stored = 0;
    for (const QString& row : ownRows(data()))
        stored += row.startsWith(u"cohort/all supply_btc "_s);
    QVERIFY(days > 0);
    QCOMPARE(stored, days);
}

void TestCohortsHistory::endsAsTheContractSays_data()
{
    QTest::addColumn<QString>("trouble");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* trouble, const char* words, int exitCode,
                        const char* sentence) {
        QTest::newRow(name) << QString::fromLatin1(trouble) << QString::fromLatin1(words) << exitCode
                            << QString::fromUtf8(sentence);
    };
    const char* const usual = "--blocks BLOCKS --headers HEADERS";
    row("all well", "", usual, 0, "");
    row("no folder named", "", "--headers HEADERS", 2, "history needs --blocks DIR");
    row("no headers", "", "--blocks BLOCKS", 2, "either --node URL or --headers FILE");
    row("both", "", "--blocks BLOCKS --headers HEADERS --node http://127.0.0.1:1", 2, "either --node URL");
    row("no time", "", "--blocks BLOCKS --headers HEADERS --from soon", 2, "--from");
    row("no threshold", "", "--blocks BLOCKS --headers HEADERS --threshold 7", 2, "is no threshold");
    row("later than the tip", "", "--blocks BLOCKS --headers HEADERS --from 2012-01-01", 1,
        "No day that is asked for is over");
    row("an empty folder", "", "--blocks EMPTY --headers HEADERS", 1, "holds no blk*.dat");
    row("no folder", "", "--blocks HEADERS --headers HEADERS", 1, "is no folder");
    row("no such headers", "", "--blocks BLOCKS --headers /nowhere/headers", 1, "/nowhere/headers");
    row("no state", "no state", usual, 1, "There is no state");
    row("headers that end early", "short headers", usual, 1,
        "The headers end at height 11, before the state's last block 40.");
    row("headers of another branch", "other headers", usual, 1,
        "The state's last block, 40, is not in the chain");
    row("no prices", "no prices", usual, 1, "Without prices there is no cost basis.");
    row("no candle as early", "late prices", usual, 1, "and has a price");
    row("the last block is not written", "no last undo", usual, 1, "does not say what block 40 spent");
    row("another network's files", "main files", usual, 1, "holds no block of this chain");
    row("no node there", "", "--blocks BLOCKS --node http://a:b@127.0.0.1:9", 1,
        "No node answers at 127.0.0.1:9.");
}

void TestCohortsHistory::endsAsTheContractSays()
{
    QFETCH(QString, trouble);
    QFETCH(QString, words);
    QFETCH(QString, sentence);
    PlainChain chain(40);
    if (trouble == u"no last undo"_s)
        chain.folder.undo[4].clear();
    if (trouble == u"main files"_s) {
        for (auto& [number, bytes] : chain.folder.blocks)
            bytes.replace(QByteArray::fromHex("fabfb5da"), QByteArray::fromHex("f9beb4d9"));
    }
    lay(chain, trouble == u"late prices"_s ? 150 : 0);
    if (trouble == u"no prices"_s)
        QVERIFY(QFile::remove(QDir(data()).filePath(u"holdline.db"_s)));
    if (trouble == u"no state"_s)
        QVERIFY(QFile::remove(statePath()));
    if (trouble == u"short headers"_s)
        QVERIFY(write(headers(), chain.headerBytes.first(12 * 80)));
    if (trouble == u"other headers"_s) {
        const QByteArray other = headerText(chain.headers.hashes[39], 1'300'000'000, 9);
        QVERIFY(write(headers(), chain.headerBytes.first(40 * 80) + other));
    }
    QVERIFY(QDir().mkpath(m_folder->filePath(u"empty"_s)));
    words.replace(u"BLOCKS"_s, blocks()).replace(u"HEADERS"_s, headers());
    words.replace(u"EMPTY"_s, m_folder->filePath(u"empty"_s));
    if (!words.contains(u"--node"_s))
        words += u" --network regtest"_s;
    const Run run = cohorts(QStringList{u"history"_s} + words.split(u' ', Qt::SkipEmptyParts));
    QTEST(run.exitCode, "exitCode");
    QVERIFY2(run.words.contains(sentence.toUtf8()), run.words.constData());
}

QTEST_GUILESS_MAIN(TestCohortsHistory)
#include "tst_cohortshistory.moc"
