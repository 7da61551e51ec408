// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "tests/support/candlecompare.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/run.h"
#include "tests/support/standinthread.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace holdline;
using namespace holdline::testing;

namespace {

constexpr TimeRange allTime{earliestTime, latestTime};
const QString futures = QStringLiteral("binance-futures");

/// `holdline record` against a stand-in.
class Recorder final {
public:
    Recorder(const StandInThread& standIn, const QString& provider, const QString& folder,
             const QStringList& more = {})
    {
        m_arguments = QStringList{QStringLiteral("--data-dir"),
                                  folder,
                                  QStringLiteral("record"),
                                  QStringLiteral("--sources"),
                                  provider,
                                  QStringLiteral("--assets"),
                                  QStringLiteral("BTC"),
                                  QStringLiteral("--backfill"),
                                  QStringLiteral("1h")};
        for (const QString& endpoint : standIn.endpoints(provider))
            m_arguments += {QStringLiteral("--endpoint"), endpoint};
        m_arguments += more;
        m_process.setProcessChannelMode(QProcess::SeparateChannels);
    }
    ~Recorder()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    void start() { m_process.start(QStringLiteral(HOLDLINE_PROGRAM), m_arguments); }
    void startIn(const QString& shell) ///< `%1` stands for the call
    {
        QStringList quoted{QStringLiteral(HOLDLINE_PROGRAM)};
        quoted += m_arguments;
        m_process.start(
            QStringLiteral("bash"),
            {QStringLiteral("-c"),
             shell.arg(QLatin1Char('\'') + quoted.join(QStringLiteral("' '")) + QLatin1Char('\''))});
    }
    void kill()
    {
        ::kill(static_cast<pid_t>(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
    }
    /// The exit code after SIGTERM.
    int end()
    {
        m_process.terminate();
        return m_process.waitForFinished(30'000) && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }
    [[nodiscard]] QProcess& process() { return m_process; }

private:
    QStringList m_arguments;
    QProcess m_process;
};

qint64 seriesId(Store& store, const QString& name)
{
    const auto found = store.find(name);
    return found.hasValue() && !found.value().empty() ? found.value().front().id : -1;
}

std::unique_ptr<Store> open(const QString& folder)
{
    static const SystemClock clock;
    auto store = Store::open(folder, clock);
    return store.hasValue() ? std::move(store.value()) : nullptr;
}

QJsonObject lastLine(const QByteArray& output)
{
    return QJsonDocument::fromJson(output.trimmed().split('\n').last()).object();
}

} // namespace

class TestRecordCommand : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void endsByTimeAndCounts();
    void endsByASignal();
    void withoutAnAnswerItEndsWithOne();
    void wrongWords_data();
    void wrongWords();
    void killedAtAnyMoment();
    void aFullDiskIsNamed();
    void aLockedDatabaseLosesNothing();
    void twoFoldersAreJoined();
    void alertsAreWatched();
};

void TestRecordCommand::endsByTimeAndCounts()
{
    StandInThread standIn({.provider = QStringLiteral("binance")});
    const QTemporaryDir folder;
    Recorder recorder(standIn, QStringLiteral("binance"), folder.path(),
                      {QStringLiteral("--for"), QStringLiteral("4s")});
    recorder.start();
    QVERIFY(recorder.process().waitForFinished(60'000));
    QCOMPARE(recorder.process().exitCode(), 0);
    const QJsonObject line = lastLine(recorder.process().readAllStandardOutput());
    QVERIFY(parseIso(line.value(QStringLiteral("at")).toString().toLatin1()).hasValue());
    const QJsonObject counts =
        line.value(QStringLiteral("sources")).toObject().value(QStringLiteral("binance")).toObject();
    QCOMPARE(counts.value(QStringLiteral("connected")).toBool(), true);
    QVERIFY(counts.value(QStringLiteral("messages")).toInt() > 0);
    for (const char* name : {"dropped", "rejected", "gapsOpened", "gapsFilled"})
        QCOMPARE(counts.value(QString::fromLatin1(name)).toInt(-1), 0);
    const auto store = open(folder.path());
    const auto candles =
        store->candles(seriesId(*store, QStringLiteral("price/binance:BTCUSDT")), oneMinute, allTime).value();
    QVERIFY(candles.size() >= 59);
    QCOMPARE(difference(candles, standIn.server().market(), "binance:BTCUSDT",
                        {candles.front().openTime, candles.back().openTime + std::chrono::minutes{1}},
                        standIn.server().now()),
             QString());
}

void TestRecordCommand::endsByASignal()
{
    StandInThread standIn({.provider = QStringLiteral("kraken")});
    const QTemporaryDir folder;
    Recorder recorder(standIn, QStringLiteral("kraken"), folder.path());
    recorder.start();
    QTRY_VERIFY_WITH_TIMEOUT(standIn.server().connections() > 0, 30'000);
    QCOMPARE(recorder.end(), 0);
    QVERIFY(!lastLine(recorder.process().readAllStandardOutput()).isEmpty());
}

void TestRecordCommand::withoutAnAnswerItEndsWithOne()
{
    const QTemporaryDir folder;
    const Run run = testing::run(QStringLiteral(HOLDLINE_PROGRAM),
                                 {QStringLiteral("--data-dir"), folder.path(), QStringLiteral("record"),
                                  QStringLiteral("--sources"), QStringLiteral("okx"),
                                  QStringLiteral("--endpoint"), QStringLiteral("okx.rest=http://127.0.0.1:1"),
                                  QStringLiteral("--endpoint"), QStringLiteral("okx.ws=ws://127.0.0.1:1"),
                                  QStringLiteral("--for"), QStringLiteral("1s")});
    QCOMPARE(run.exitCode, 1);
    QVERIFY(run.words.contains("No source answered"));
    QCOMPARE(lastLine(run.output)
                 .value(QStringLiteral("sources"))
                 .toObject()
                 .value(QStringLiteral("okx"))
                 .toObject()
                 .value(QStringLiteral("connected"))
                 .toBool(true),
             false);
}

void TestRecordCommand::wrongWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char* name, const char* arguments) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '));
    };
    row("no such source", "record --sources nasdaq");
    row("no such asset", "record --assets DOGE");
    row("no duration", "record --for soon");
    row("plain http elsewhere", "record --endpoint binance.rest=http://example.org");
    row("no such address", "record --endpoint binance.rest");
    row("words", "record everything");
    row("replay without a file", "replay");
    row("replay at no speed", "replay x --speed 0");
    row("sources with words", "sources binance");
}

void TestRecordCommand::wrongWords()
{
    QFETCH(QStringList, arguments);
    const Run run = testing::run(QStringLiteral(HOLDLINE_PROGRAM), arguments);
    QCOMPARE(run.exitCode, 2);
    QVERIFY(!run.words.isEmpty());
    QVERIFY(run.output.isEmpty());
}

/// Whatever was told more than a second before a kill is there, and the next run fills the rest.
void TestRecordCommand::killedAtAnyMoment()
{
    const int kills = std::max(1, qEnvironmentVariableIntValue("HOLDLINE_TEST_KILLS"));
    StandInThread standIn({.provider = futures});
    standIn.server().play(
        QStringLiteral("flood"), 0,
        {{QStringLiteral("rate"), 2000}, {QStringLiteral("streams"), QStringLiteral("forceOrder")}});
    standIn.server().play(QStringLiteral("cascade"), 100'000,
                          {{QStringLiteral("liquidations"), 2'000'000}, {QStringLiteral("fall"), 0.01}});
    const QTemporaryDir folder;
    quint32 state = 3;
    int checked = 0;
    for (int kill = 0; kill < std::max(kills, 12); ++kill) {
        Recorder recorder(standIn, futures, folder.path());
        recorder.start();
        QTRY_VERIFY_WITH_TIMEOUT(standIn.server().connections() > 0, 30'000);
        const UtcTime connected = standIn.server().now();
        state = state * 1664525U + 1013904223U;
        QTest::qWait(2000 + static_cast<int>((state >> 8) % 1500));
        recorder.kill();
        const UtcTime killed = standIn.server().now();
        QTRY_COMPARE_WITH_TIMEOUT(standIn.server().connections(), 0, 30'000);
        const auto store = open(folder.path());
        QVERIFY(store);
        QCOMPARE(store->notice(), QString());
        const auto stored =
            store->liquidations(seriesId(*store, QStringLiteral("liquidations/") + futures), allTime).value();
        for (const Liquidation& one : standIn.server().log().toldLiquidations("binance-futures:BTCUSDT")) {
            const bool isDue = one.time > connected + std::chrono::milliseconds{500} &&
                               one.time < killed - std::chrono::milliseconds{1500};
            checked += isDue ? 1 : 0;
            QVERIFY2(!isDue || std::find(stored.begin(), stored.end(), one) != stored.end(),
                     qPrintable(toIso(one.time)));
        }
    }
    QVERIFY2(checked >= std::max(kills, 12) / 3, qPrintable(QString::number(checked)));
    Recorder recorder(standIn, futures, folder.path(), {QStringLiteral("--for"), QStringLiteral("5s")});
    recorder.start();
    QVERIFY(recorder.process().waitForFinished(60'000));
    QCOMPARE(recorder.process().exitCode(), 0);
    const auto store = open(folder.path());
    const UtcTime now = standIn.server().now();
    const UtcTime end = oneMinute.bucketStart(now - std::chrono::seconds{5});
    const auto candles =
        store->candles(seriesId(*store, QStringLiteral("price/binance-futures:BTCUSDT")), oneMinute, allTime)
            .value();
    QCOMPARE(difference(candles, standIn.server().market(), "binance-futures:BTCUSDT",
                        {end - std::chrono::minutes{55}, end}, now),
             QString());
    const auto coverage =
        store->coverage(seriesId(*store, QStringLiteral("liquidations/") + futures), allTime).value();
    const auto outages = std::count_if(coverage.begin(), coverage.end(), [](const Coverage& entry) {
        return entry.state == CoverageState::Missing;
    });
    QVERIFY2(outages >= std::max(kills, 12) * 8 / 10, qPrintable(QString::number(outages)));
}

/// A limit on the size of files stands for a full disk.
void TestRecordCommand::aFullDiskIsNamed()
{
    StandInThread standIn({.provider = QStringLiteral("binance")});
    const QTemporaryDir folder;
    Recorder recorder(
        standIn, QStringLiteral("binance"), folder.path(),
        {QStringLiteral("--for"), QStringLiteral("6s"), QStringLiteral("--backfill"), QStringLiteral("60d")});
    recorder.startIn(QStringLiteral("trap '' XFSZ; ulimit -f 700; exec %1"));
    QVERIFY(recorder.process().waitForFinished(120'000));
    QCOMPARE(recorder.process().exitStatus(), QProcess::NormalExit);
    QCOMPARE(recorder.process().exitCode(), 1);
    const QByteArray words = recorder.process().readAllStandardError();
    QVERIFY2(words.contains("Nothing is being saved"), words.constData());
    const auto store = open(folder.path());
    QVERIFY(store);
    QCOMPARE(store->notice(), QString());
}

/// Another program holds the database for some seconds; what comes meanwhile is written afterwards.
void TestRecordCommand::aLockedDatabaseLosesNothing()
{
    StandInThread standIn({.provider = QStringLiteral("bybit")});
    standIn.server().play(QStringLiteral("cascade"), 1000,
                          {{QStringLiteral("liquidations"), 5000}, {QStringLiteral("fall"), 0.01}});
    const QTemporaryDir folder;
    Recorder recorder(standIn, QStringLiteral("bybit"), folder.path());
    recorder.start();
    QTRY_VERIFY_WITH_TIMEOUT(standIn.server().connections() >= 2, 30'000);
    QTest::qWait(2000);
    const UtcTime from = standIn.server().now();
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(folder.filePath(QStringLiteral("holdline.db")));
        QVERIFY(other.open());
        QSqlQuery query(other);
        QVERIFY(query.exec(QStringLiteral("BEGIN IMMEDIATE")));
        QTest::qWait(9000);
        QVERIFY(query.exec(QStringLiteral("ROLLBACK")));
        query = QSqlQuery();
        other.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    const UtcTime to = standIn.server().now() - std::chrono::seconds{1};
    QTest::qWait(3000);
    QCOMPARE(recorder.end(), 0);
    const QByteArray words = recorder.process().readAllStandardError();
    QVERIFY2(words.contains("busy"), words.constData());
    const auto store = open(folder.path());
    const auto stored =
        store->liquidations(seriesId(*store, QStringLiteral("liquidations/bybit")), allTime).value();
    int count = 0;
    for (const Liquidation& one : standIn.server().log().toldLiquidations("bybit:BTCUSDT")) {
        if (one.time < from || one.time >= to)
            continue;
        ++count;
        QVERIFY2(std::find(stored.begin(), stored.end(), one) != stored.end(), qPrintable(toIso(one.time)));
    }
    QVERIFY(count > 10);
}

/// Two recorders of the same venue at times that overlap: nothing is doubled, and what one of them saw is
/// known.
void TestRecordCommand::twoFoldersAreJoined()
{
    StandInThread standIn({.provider = QStringLiteral("bybit")});
    standIn.server().play(QStringLiteral("cascade"), 1000,
                          {{QStringLiteral("liquidations"), 3000}, {QStringLiteral("fall"), 0.01}});
    const QTemporaryDir first;
    const QTemporaryDir second;
    Recorder one(standIn, QStringLiteral("bybit"), first.path(),
                 {QStringLiteral("--for"), QStringLiteral("8s")});
    Recorder two(standIn, QStringLiteral("bybit"), second.path(),
                 {QStringLiteral("--for"), QStringLiteral("8s")});
    one.start();
    QTest::qWait(4000);
    two.start();
    QVERIFY(one.process().waitForFinished(60'000));
    QVERIFY(two.process().waitForFinished(60'000));
    const QStringList import{QStringLiteral("--data-dir"), first.path(), QStringLiteral("import"),
                             second.filePath(QStringLiteral("holdline.db"))};
    const Run joined = testing::run(QStringLiteral(HOLDLINE_PROGRAM), import);
    QCOMPARE(joined.exitCode, 0);
    QCOMPARE(lastLine(joined.output).value(QStringLiteral("kind")).toString(), QStringLiteral("database"));
    QVERIFY(lastLine(joined.output).value(QStringLiteral("added")).toInt() > 0);
    const Run again = testing::run(QStringLiteral(HOLDLINE_PROGRAM), import);
    QCOMPARE(lastLine(again.output).value(QStringLiteral("added")).toInt(-1), 0);
    QCOMPARE(lastLine(again.output).value(QStringLiteral("revised")).toInt(-1), 0);

    const auto store = open(first.path());
    const qint64 series = seriesId(*store, QStringLiteral("liquidations/bybit"));
    const auto stored = store->liquidations(series, allTime).value();
    auto told = standIn.server().log().toldLiquidations("bybit:BTCUSDT");
    for (const Liquidation& item : stored)
        QVERIFY(std::count(stored.begin(), stored.end(), item) <= std::count(told.begin(), told.end(), item));
    const auto coverage = store->coverage(series, allTime).value();
    QVERIFY(!coverage.empty());
    for (const Coverage& entry : coverage)
        QCOMPARE(entry.state, CoverageState::Known);
}

/// The alert was armed before what the first run finds out about the hour before.
void TestRecordCommand::alertsAreWatched()
{
    StandInThread standIn({.provider = QStringLiteral("binance")});
    const QTemporaryDir folder;
    {
        const FakeClock then(SystemClock().now() - std::chrono::hours{4});
        const auto store = std::move(Store::open(folder.path(), then)).value();
        Level wide;
        wide.id = wide.name = QStringLiteral("wide");
        wide.instrument = QStringLiteral("binance:BTCUSDT");
        wide.low = Price::whole(1);
        wide.high = Price::whole(10'000'000);
        QVERIFY(store->putLevels(std::vector{wide}).hasValue());
        Alert alert;
        alert.id = alert.name = QStringLiteral("met");
        alert.instrument = wide.instrument;
        alert.conditions = {{.level = wide.id}};
        alert.armedAt = SystemClock().now() - std::chrono::hours{3};
        alert.command = QStringLiteral("touch \"%1\"").arg(folder.filePath(QStringLiteral("was run")));
        QVERIFY(store->putAlerts(std::vector{alert}).hasValue());
    }
    Recorder recorder(standIn, QStringLiteral("binance"), folder.path());
    recorder.start();
    const auto store = open(folder.path());
    QTRY_VERIFY_WITH_TIMEOUT(!store->firings(0).value().empty(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder.filePath(QStringLiteral("was run"))), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!store->firingPicture(1).value().isEmpty(), 20'000);
    QCOMPARE(recorder.end(), 0);
    QVERIFY(recorder.process().readAllStandardError().contains("met: Price touches wide"));
    const auto log = store->firings(0).value();
    QCOMPARE(log.size(), std::size_t(1));
    const auto first =
        store->candles(seriesId(*store, QStringLiteral("price/binance:BTCUSDT")), oneMinute, allTime)
            .value()
            .front();
    QVERIFY(log.front().firing.at >= first.openTime);
    QVERIFY(log.front().firing.at < log.front().toldAt);
}

QTEST_GUILESS_MAIN(TestRecordCommand)
#include "tst_recordcommand.moc"
