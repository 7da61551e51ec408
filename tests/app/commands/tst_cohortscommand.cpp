// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cohorts/agebands.h"
#include "models/cohorts/statefile.h"
#include "models/history/cohortstatefile.h"
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/nodepeer.h"
#include "tests/support/run.h"
#include "tests/support/standinnode.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

#include <csignal>
#include <memory>

using namespace holdline;
using holdline::testing::NodePeer;
using holdline::testing::Run;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(holdline::testing::StandInNode::Reply)

namespace {

constexpr qint64 day = 86'400;
constexpr qint64 firstDay = 1296604800; ///< 2011-02-02, the day of regtest's genesis

/// The close of the n-th day, dollars.
int closeOf(qint64 n)
{
    return int(100 + n * 37 % 91);
}

QJsonObject lineOf(const QByteArray& output)
{
    return QJsonDocument::fromJson(output.trimmed().split('\n').last()).object();
}

QJsonObject rowOf(const QJsonObject& answer, const QString& band)
{
    for (const auto& row : answer.value("bands"_L1).toArray()) {
        if (row.toObject().value("band"_L1).toString() == band)
            return row.toObject();
    }
    return {};
}

} // namespace

class TestCohortsCommand final : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aSnapshotBecomesTheCohorts();
    void headersAreEnoughForASnapshot();
    void aNodeIsFollowedAndItsDaysAreStored();
    void aSignalEndsItCleanly();
    void anAuditTellsADifference();
    void aStaleSnapshotIsRefused();
    void aDamagedStateIsToldAndKept();
    void endsAsTheContractSays_data();
    void endsAsTheContractSays();
    void credentialsAreNotRepeated_data();
    void credentialsAreNotRepeated();

private:
    Run cohorts(const QStringList& arguments) const
    {
        return testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                            QStringList{u"cohorts"_s, u"--data-dir"_s, m_folder->path()} + arguments);
    }
    QStringList node(const NodePeer& peer) const
    {
        return {u"--node"_s, peer.address(), u"--cookie"_s, peer.cookieFile()};
    }
    QString written(const QString& name, const QByteArray& content) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                        : QString();
    }
    void storePrices(int days) const;
    QString dumped(NodePeer& peer) const;
    ChainState state() const
    {
        return loadState(cohortStatePath(m_folder->path(), BitcoinNetwork::Regtest), BitcoinNetwork::Regtest)
            .value();
    }
    static void compareWithCount(const QJsonObject& answer, const ChainState& state, const QJsonObject& node,
                                 qint64 at, int cents);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCohortsCommand::init()
{
    testing::failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

/// Daily closes from the day of genesis on.
void TestCohortsCommand::storePrices(int days) const
{
    const SystemClock clock;
    const auto store = Store::open(m_folder->path(), clock);
    QVERIFY(store.hasValue());
    const auto series = store.value()->ensureSeries({u"price/test:BTCUSD"_s, u"value"_s, u"test"_s, {}},
                                                    SeriesKind::Candles, u"USD"_s);
    QVERIFY(series.hasValue());
    std::vector<Candle> candles;
    for (qint64 n = 0; n < days; ++n) {
        const Price close = Price::whole(closeOf(n));
        Candle candle;
        candle.openTime = fromMsecs((firstDay + n * day) * 1000);
        candle.open = candle.high = candle.low = candle.close = close;
        candles.push_back(candle);
    }
    QVERIFY(store.value()->mergeCandles(series.value().id, oneDay, candles).hasValue());
}

QString TestCohortsCommand::dumped(NodePeer& peer) const
{
    const QString path = peer.file(u"utxo.dat"_s);
    peer.tell({{u"do"_s, u"dump"_s}, {u"path"_s, path}});
    return path;
}

/// The answer against a count of the node's own coins, one by one.
void TestCohortsCommand::compareWithCount(const QJsonObject& answer, const ChainState& state,
                                          const QJsonObject& node, qint64 at, int price)
{
    const auto monotone = state.times().monotone();
    const auto times = state.times().times();
    for (std::size_t band = 0; band < ageBands.size(); ++band) {
        qint64 supply = 0;
        qint64 inLoss = 0;
        Int128 cost = 0; // satoshi times dollars
        for (const auto& entry : node.value("coins"_L1).toArray()) {
            const QJsonArray coin = entry.toArray();
            const auto height = std::size_t(coin.at(0).toInteger());
            const qint64 age = at - qint64(monotone[height]);
            if (age < ageBands[band].from || age >= ageBands[band].to)
                continue;
            const int paid = closeOf((qint64(times[height]) - firstDay) / day);
            supply += coin.at(1).toInteger();
            cost += Int128(coin.at(1).toInteger()) * paid;
            inLoss += paid > price ? coin.at(1).toInteger() : 0;
        }
        const QJsonObject row = rowOf(answer, QString::fromLatin1(ageBands[band].name));
        QCOMPARE(qRound64(row.value("supply_btc"_L1).toDouble() * 1e8), supply);
        if (supply == 0) {
            QVERIFY(row.value("cost_basis"_L1).isNull());
            continue;
        }
        const double basis = double(cost) / double(supply);
        QVERIFY2(qAbs(row.value("cost_basis"_L1).toDouble() - basis) < 0.0051, ageBands[band].name);
        QVERIFY(qAbs(row.value("unrealized_pct"_L1).toDouble() - 100 * (price / basis - 1)) < 1e-6);
        QVERIFY(qAbs(row.value("loss_share"_L1).toDouble() - double(inLoss) / double(supply)) < 1e-9);
    }
}

void TestCohortsCommand::aSnapshotBecomesTheCohorts()
{
    if (const QString why = NodePeer::absence(); !why.isEmpty())
        QSKIP(qPrintable(why));
    storePrices(400);
    NodePeer peer;
    QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
    peer.mine(110, 600);
    peer.mine(60, 3 * 86'400, 4); // half a year
    const QString snapshot = dumped(peer);
    peer.mine(5, 600, 3);
    const Run scan = cohorts(QStringList{u"scan"_s, u"--snapshot"_s, snapshot} + node(peer));
    QVERIFY2(scan.exitCode == 0, scan.words.constData());
    const QJsonObject truth = peer.state();
    QCOMPARE(lineOf(scan.output).value("tip"_L1).toObject().value("hash"_L1).toString(),
             truth.value("hash"_L1).toString());

    // The first midnight after the tip.
    const qint64 n = (truth.value("time"_L1).toInteger() - firstDay) / day + 1;
    const qint64 at = firstDay + n * day;
    const Run show = cohorts({u"show"_s, u"--json"_s, u"--at"_s, toIso(fromMsecs(at * 1000))});
    QVERIFY2(show.exitCode == 0, show.words.constData());
    const QJsonObject answer = lineOf(show.output);
    QCOMPARE(answer.keys(), (QStringList{u"at"_s, u"bands"_s, u"excluded_btc"_s, u"tip"_s}));
    QCOMPARE(answer.value("at"_L1).toString(), toIso(fromMsecs(at * 1000)));
    QCOMPARE(answer.value("tip"_L1).toObject().value("height"_L1).toInteger(), 175);
    QCOMPARE(answer.value("excluded_btc"_L1).toDouble(), 0.0);
    QStringList bands;
    for (const auto& row : answer.value("bands"_L1).toArray())
        bands.append(row.toObject().value("band"_L1).toString());
    QCOMPARE(bands, (QStringList{u"0-1d"_s, u"1d-1w"_s, u"1w-1m"_s, u"1m-3m"_s, u"3m-6m"_s, u"6m-12m"_s,
                                 u"12m-18m"_s, u"18m-24m"_s, u"2y-3y"_s, u"3y-5y"_s, u"5y-7y"_s, u"7y-10y"_s,
                                 u"10y+"_s, u"sth"_s, u"lth"_s, u"all"_s}));
    compareWithCount(answer, state(), truth, at, closeOf(n - 1));
    const double all = rowOf(answer, u"all"_s).value("supply_btc"_L1).toDouble();
    QCOMPARE(rowOf(answer, u"sth"_s).value("supply_btc"_L1).toDouble() +
                 rowOf(answer, u"lth"_s).value("supply_btc"_L1).toDouble(),
             all);
    const Run table = cohorts({u"show"_s, u"--at"_s, toIso(fromMsecs(at * 1000))});
    QVERIFY(table.output.contains("STH < 155 d, raw UTXO, not adjusted for internal transfers"));
    QVERIFY(table.output.contains("\n3m-6m "));
    const Run audit = cohorts(QStringList{u"audit"_s} + node(peer));
    QVERIFY2(audit.exitCode == 0, audit.words.constData());
    QCOMPARE(lineOf(audit.output).value("same"_L1).toBool(), true);
}

void TestCohortsCommand::headersAreEnoughForASnapshot()
{
    if (const QString why = NodePeer::absence(); !why.isEmpty())
        QSKIP(qPrintable(why));
    NodePeer peer;
    QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
    peer.mine(105, 600);
    peer.mine(5, 600, 3);
    const QString snapshot = dumped(peer);
    const QByteArray headers =
        QByteArray::fromHex(peer.tell({{u"do"_s, u"headers"_s}}).value("hex"_L1).toString().toLatin1());
    QCOMPARE(headers.size(), 111 * 80);
    const QStringList arguments{u"scan"_s, u"--snapshot"_s, snapshot,
                                u"--headers"_s}; // genesis tells the network
    const Run scan = cohorts(arguments + QStringList{written(u"headers"_s, headers)});
    QVERIFY2(scan.exitCode == 0, scan.words.constData());
    const QJsonObject truth = peer.state();
    QCOMPARE(QString::fromLatin1(state().tipHash().toRpc()), truth.value("hash"_L1).toString());
    qint64 sum = 0;
    for (const auto& coin : truth.value("coins"_L1).toArray())
        sum += coin.toArray().at(1).toInteger();
    QCOMPARE(state().table().totals().value, sum);
    const Run shorter = cohorts(arguments + QStringList{written(u"short"_s, headers.left(100 * 80))});
    QCOMPARE(shorter.exitCode, 1);
    QVERIFY2(shorter.words.contains("The headers do not have the snapshot's block."),
             shorter.words.constData());
}

void TestCohortsCommand::aNodeIsFollowedAndItsDaysAreStored()
{
    if (const QString why = NodePeer::absence(); !why.isEmpty())
        QSKIP(qPrintable(why));
    storePrices(60);
    NodePeer peer;
    QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
    peer.mine(120, 7200, 1); // ten days
    const Run follow = cohorts(QStringList{u"follow"_s, u"--for"_s, u"3s"_s} + node(peer));
    QVERIFY2(follow.exitCode == 0, follow.words.constData());
    QCOMPARE(lineOf(follow.output).value("tip"_L1).toObject().value("height"_L1).toInteger(), 120);
    const Run query = testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                                   {u"query"_s, u"cohort/all"_s, u"--data-dir"_s, m_folder->path()});
    QCOMPARE(query.exitCode, 0);
    const QByteArrayList rows = query.output.trimmed().split('\n');
    // Genesis is of 23:16 on the second of February, block 120 of 23:16 on the twelfth; the day of the last
    // block is not over.
    QCOMPARE(rows.size(), 1 + 9);
    QVERIFY2(rows.at(1).startsWith("2011-02-03T00:00:00Z,2011-02-04T00:00:00Z,"), rows.at(1).constData());
    // At the end of the third: twelve blocks of 50 coins, all at its close.
    QVERIFY2(rows.at(1).contains("," + QByteArray::number(closeOf(1)) + ",") && rows.at(1).contains("600"),
             rows.at(1).constData());
    // A second time goes on from where it was.
    peer.mine(13, 7200);
    const Run again = cohorts(QStringList{u"follow"_s, u"--for"_s, u"2s"_s} + node(peer));
    QCOMPARE(again.exitCode, 0);
    const QJsonObject calls = peer.tell({{u"do"_s, u"calls"_s}}).value("calls"_L1).toObject();
    QCOMPARE(calls.value("getblock"_L1).toInt(), 133);
}

void TestCohortsCommand::aSignalEndsItCleanly()
{
    if (const QString why = NodePeer::absence(); !why.isEmpty())
        QSKIP(qPrintable(why));
    NodePeer peer;
    QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
    peer.mine(5, 600);
    QProcess process;
    process.start(QStringLiteral(HOLDLINE_PROGRAM),
                  QStringList{u"cohorts"_s, u"follow"_s, u"--data-dir"_s, m_folder->path()} + node(peer));
    QVERIFY(process.waitForReadyRead(60'000)); // the tip
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(30'000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(state().tipHeight(), 5u);
}

void TestCohortsCommand::anAuditTellsADifference()
{
    if (const QString why = NodePeer::absence(); !why.isEmpty())
        QSKIP(qPrintable(why));
    NodePeer peer;
    QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
    peer.mine(5, 600);
    QCOMPARE(cohorts(QStringList{u"follow"_s, u"--for"_s, u"2s"_s} + node(peer)).exitCode, 0);
    ChainState::Parts parts = state().parts();
    parts.table.apply({3, -1, 0, -1}); // a satoshi is lost
    QVERIFY(saveState(cohortStatePath(m_folder->path(), BitcoinNetwork::Regtest),
                      ChainState::fromParts(parts).value())
                .hasValue());
    const Run audit = cohorts(QStringList{u"audit"_s} + node(peer));
    QCOMPARE(audit.exitCode, 1);
    const QJsonObject line = lineOf(audit.output);
    QCOMPARE(line.value("same"_L1).toBool(true), false);
    QVERIFY(audit.output.contains("\"node\":{\"txouts\":5,\"total_amount\":250}"));
    QVERIFY(audit.output.contains("\"state\":{\"txouts\":5,\"total_amount\":249.99999999}"));
    QVERIFY2(audit.words.contains("The local copy does not match the node any more."),
             audit.words.constData());
}

void TestCohortsCommand::aStaleSnapshotIsRefused()
{
    if (const QString why = NodePeer::absence(); !why.isEmpty())
        QSKIP(qPrintable(why));
    NodePeer peer;
    QVERIFY2(peer.isRunning(), qPrintable(peer.trouble()));
    peer.mine(5, 600);
    const QString snapshot = dumped(peer);
    peer.branch(1, 600, 0);
    const Run scan = cohorts(QStringList{u"scan"_s, u"--snapshot"_s, snapshot} + node(peer));
    QCOMPARE(scan.exitCode, 1);
    QVERIFY2(scan.words.contains("The snapshot's block was replaced by another."), scan.words.constData());
    QVERIFY(networksWithState(m_folder->path()).empty());
}

void TestCohortsCommand::aDamagedStateIsToldAndKept()
{
    storePrices(10);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"cohorts"_s)));
    QVERIFY(!written(u"cohorts/state-main.bin"_s, "not a state").isEmpty());
    const Run show = cohorts({u"show"_s});
    QCOMPARE(show.exitCode, 1);
    QVERIFY2(show.words.contains("The damaged file is kept as"), show.words.constData());
    QCOMPARE(QDir(m_folder->filePath(u"cohorts"_s)).entryList(QDir::Files).size(), 1);
}

void TestCohortsCommand::endsAsTheContractSays_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* name, const char* words, int exitCode, const char* sentence) {
        QTest::newRow(name) << QString::fromLatin1(words) << exitCode << QString::fromUtf8(sentence);
    };
    row("no act", "", 2, "cohorts needs one of scan, follow, history, show, audit");
    row("another act", "dance", 2, "cohorts needs one of");
    row("help", "--help", 0, "");
    row("scan without a snapshot", "scan --node http://127.0.0.1:1", 2, "scan needs --snapshot FILE");
    row("scan without times", "scan --snapshot x", 2, "either --node URL or --headers FILE");
    row("scan with both", "scan --snapshot x --node http://127.0.0.1:1 --headers y", 2, "either --node URL");
    row("follow without a node", "follow", 2, "follow needs --node URL");
    row("audit without a node", "audit", 2, "audit needs --node URL");
    row("a node elsewhere", "follow --node http://a:b@192.0.2.1:8332", 2,
        "say --remote-node to connect nevertheless");
    row("two ways in", "follow --node http://a:b@127.0.0.1:8332 --cookie c", 2, "it goes without --cookie");
    row("a port of no network", "follow --node http://127.0.0.1:1", 2, "with --cookie FILE");
    row("no duration", "follow --node http://a:b@127.0.0.1:8332 --for soon", 2, "is no duration");
    row("no network of that name", "show --network moon", 2, "is no network");
    row("no threshold", "show --threshold 7", 2, "is no threshold");
    row("a series that is not there", "show --prices price/none", 2, "no series price/none is stored");
    row("no time", "show --at soon --network main", 2, "--at");
    row("no state", "show", 1, "There is no state yet");
    row("no node there", "audit --node http://a:b@127.0.0.1:9", 1, "No node answers at 127.0.0.1:9.");
    row("no file there", "scan --snapshot /nowhere/utxo.dat --headers /nowhere/headers", 1,
        "/nowhere/headers");
}

void TestCohortsCommand::endsAsTheContractSays()
{
    QFETCH(QString, words);
    QFETCH(QString, sentence);
    const Run run = cohorts(words.split(u' ', Qt::SkipEmptyParts));
    QTEST(run.exitCode, "exitCode");
    QVERIFY2(run.words.contains(sentence.toUtf8()), run.words.constData());
}

void TestCohortsCommand::credentialsAreNotRepeated_data()
{
    QTest::addColumn<testing::StandInNode::Reply>("reply");
    using Node = testing::StandInNode;
    QTest::newRow("refused") << Node::raw("401 Unauthorized", "");
    QTest::newRow("forbidden") << Node::raw("403 Forbidden", "");
    QTest::newRow("repeated by the node")
        << Node::error("500 Internal Server Error", -1, u"walrus:0ysters"_s);
    QTest::newRow("a page") << Node::raw("404 Not Found", "walrus:0ysters");
}

void TestCohortsCommand::credentialsAreNotRepeated()
{
    QFETCH(testing::StandInNode::Reply, reply);
    testing::StandInNode node;
    node.setReply(reply);
    QProcess process;
    process.start(QStringLiteral(HOLDLINE_PROGRAM),
                  {u"cohorts"_s, u"audit"_s, u"--data-dir"_s, m_folder->path(), u"--node"_s,
                   u"http://walrus:0ysters@127.0.0.1:%1"_s.arg(node.port())});
    // The node lives in this thread, so it is waited for with its events.
    QVERIFY(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000));
    QCOMPARE(process.exitCode(), 1);
    const QByteArray said = process.readAllStandardError() + process.readAllStandardOutput();
    QVERIFY(!said.isEmpty());
    for (const QByteArray& secret : {QByteArray("0ysters"), QByteArray("walrus:0ysters").toBase64()})
        QVERIFY2(!said.contains(secret), said.constData());
}

QTEST_GUILESS_MAIN(TestCohortsCommand)
#include "tst_cohortscommand.moc"
