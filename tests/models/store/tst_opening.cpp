// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/schema.h"
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace holdline;
using holdline::testing::FakeClock;

namespace {

UtcTime at(const char* text)
{
    return parseIso(text).value();
}

constexpr uid_t nobody = 65534; // of Linux; any that owns nothing will do

const TimeRange always{earliestTime, latestTime};

std::vector<Candle> dayOfMinutes(UtcTime day, int price)
{
    std::vector<Candle> candles;
    for (int i = 0; i < 1440; ++i) {
        const Price p = Price::whole(price + i);
        candles.push_back(
            {day + i * oneMinute.length, p, p, p, p, Amount{static_cast<Int128>(i) + 1}, {}, {}, {}});
    }
    return candles;
}

/// Runs in a process of its own, so that what ends it ends nothing else. Returns waitpid's status.
template <typename Work>
int inChild(const Work& work)
{
    const pid_t child = fork();
    if (child == 0) {
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

} // namespace

class OpeningTest final : public QObject {
    Q_OBJECT
private slots:
    void init();
    void aNewFolderIsMadeAndKept();
    void versionOneIsBroughtUpToDate();
    void aNewerVersionIsLeftAsItIs();
    void anotherProgramsDatabaseIsLeftAsItIs();
    void anUnreadableFileIsSetAside_data();
    void anUnreadableFileIsSetAside();
    void whatCannotBeOpenedSaysWhy_data();
    void whatCannotBeOpenedSaysWhy();
    void whatMayNotBeWrittenIsLeftAsItIs();
    void damagedCandlesAreNamed();
    void twoConnectionsWorkAtOnce();
    void aKillLosesNothingCommitted();
    void aFullDiskLosesNothing();

private:
    Result<std::unique_ptr<Store>> open() { return Store::open(m_folder->path(), m_clock); }
    qint64 priceIn(Store& store)
    {
        const SeriesKey key{.name = QStringLiteral("price/x"), .source = {}, .definition = {}};
        return store.ensureSeries(key, SeriesKind::Candles, {}).value().id;
    }
    QString path() const { return m_folder->filePath(QStringLiteral("holdline.db")); }
    QByteArray content() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& bytes)
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void execute(const QStringList& statements)
    {
        const auto database = std::move(Database::open(path(), Durability::Normal)).value();
        for (const QString& sql : statements)
            QVERIFY2(database->execute(sql).hasValue(), qPrintable(sql));
    }

    FakeClock m_clock{at("2026-01-21T06:00:00Z")};
    std::unique_ptr<QTemporaryDir> m_folder;
};

void OpeningTest::init()
{
    testing::failOnAnyWarning();
    m_folder = std::make_unique<QTemporaryDir>();
}

void OpeningTest::aNewFolderIsMadeAndKept()
{
    const QString deep = m_folder->filePath(QStringLiteral("a/b"));
    {
        const auto store = std::move(Store::open(deep, m_clock)).value();
        QCOMPARE(store->notice(), QString());
        QVERIFY(
            store->mergeCandles(priceIn(*store), oneMinute, dayOfMinutes(at("2026-01-20"), 5)).hasValue());
    }
    const auto store = std::move(Store::open(deep, m_clock)).value();
    QVERIFY(store->candles(priceIn(*store), oneMinute, always).value() == dayOfMinutes(at("2026-01-20"), 5));
}

void OpeningTest::versionOneIsBroughtUpToDate()
{
    QFile file(QStringLiteral(HOLDLINE_SOURCE_DIR "/tests/data/store/version1.sql"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList statements =
        QString::fromUtf8(file.readAll()).split(QStringLiteral(";\n"), Qt::SkipEmptyParts);
    execute(statements);
    const auto store = std::move(open()).value();
    const auto series = store->find(QStringLiteral("macro/x")).value().front();
    QCOMPARE(store->samples(series.id, always).value().front().value, *Amount::parse("4.1"));
    QVERIFY(store->putDocument(QStringLiteral("a"), "b").hasValue());
    SeriesKey key;
    key.name = QStringLiteral("events/x");
    const auto events = store->ensureSeries(key, SeriesKind::Events, {});
    Event vote;
    vote.id = QStringLiteral("v");
    const std::vector<Event> told{vote};
    QVERIFY(store->mergeEvents(events.value().id, told).hasValue());
    QVERIFY(store->events(events.value().id, always).value() == told);
}

void OpeningTest::aNewerVersionIsLeftAsItIs()
{
    QVERIFY(open().hasValue());
    execute({QStringLiteral("UPDATE schema_version SET version = 99")});
    const QByteArray before = content();
    const auto store = open();
    QVERIFY(store.hasError());
    QVERIFY(store.error().message.contains(QStringLiteral("99")));
    QVERIFY(store.error().message.contains(QString::number(schemaVersion)));
    QCOMPARE(content(), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("holdline.db")});
}

void OpeningTest::anotherProgramsDatabaseIsLeftAsItIs()
{
    execute({QStringLiteral("CREATE TABLE recipes (name TEXT)")});
    const QByteArray before = content();
    QCOMPARE(open().error().kind, Error::Kind::Unavailable);
    QCOMPARE(content(), before);
}

void OpeningTest::anUnreadableFileIsSetAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("this is no database").repeated(300);
    QTest::newRow("a short text") << QByteArray("x");
    QTest::newRow("a torn beginning") << QByteArray("SQLite format 3\0", 16) + QByteArray(8192, '\xff');
}

void OpeningTest::anUnreadableFileIsSetAside()
{
    QFETCH(QByteArray, bytes);
    write(bytes);
    const auto opened = open();
    QVERIFY2(opened.hasValue(), opened.hasError() ? qPrintable(opened.error().message) : "");
    const QString aside = path() + QStringLiteral(".unreadable-20260121T060000Z");
    QVERIFY(opened.value()->notice().contains(aside));
    QFile file(aside);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    QVERIFY(priceIn(*opened.value()) > 0);
}

void OpeningTest::whatCannotBeOpenedSaysWhy_data()
{
    QTest::addColumn<QString>("obstacle");
    QTest::newRow("a folder in the file's place") << QStringLiteral("folder");
    QTest::newRow("a file in the folder's place") << QStringLiteral("file");
}

void OpeningTest::whatCannotBeOpenedSaysWhy()
{
    QFETCH(QString, obstacle);
    QString folder = m_folder->path();
    if (obstacle == QStringLiteral("folder")) {
        QVERIFY(QDir().mkpath(path()));
    } else {
        write({});
        folder = path();
    }
    const auto store = Store::open(folder, m_clock);
    QVERIFY(store.hasError());
    QCOMPARE(store.error().kind, Error::Kind::Storage);
    QVERIFY(store.error().message.endsWith(u'.'));
}

void OpeningTest::whatMayNotBeWrittenIsLeftAsItIs()
{
    QVERIFY(open().hasValue());
    const QByteArray before = content();
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_folder->path(),
                                  QFile::ReadOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther));
    // Root may write everything, so its rights are laid down first.
    const int status = inChild([this] {
        if (geteuid() == 0 && seteuid(nobody) != 0)
            _exit(3);
        const auto store = open();
        const bool isRefused = store.hasError() && store.error().kind == Error::Kind::Storage &&
                               store.error().message.endsWith(u'.');
        _exit(isRefused ? 0 : 1);
    });
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY(WIFEXITED(status));
    if (WEXITSTATUS(status) == 3)
        QSKIP("this root may not become another user, and may write everything");
    QCOMPARE(WEXITSTATUS(status), 0);
    QCOMPARE(content(), before);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("holdline.db")});
}

void OpeningTest::damagedCandlesAreNamed()
{
    {
        const auto store = std::move(open()).value();
        QVERIFY(
            store->mergeCandles(priceIn(*store), oneMinute, dayOfMinutes(at("2026-01-20"), 5)).hasValue());
    }
    execute({QStringLiteral("UPDATE candle_days SET packed = CAST(substr(packed, 1, 1000) || x'00' || "
                            "substr(packed, 1002) AS BLOB)")});
    const auto store = std::move(open()).value();
    const auto read = store->candles(priceIn(*store), oneMinute, always);
    QVERIFY(read.hasError());
    QCOMPARE(read.error().message, QStringLiteral("price/x on 2026-01-20: the stored candles are damaged."));
    QVERIFY(
        store->visitCandles(priceIn(*store), oneMinute, always, {}, [](const CandleColumns&) { return true; })
            .hasError());
    const auto merged = store->mergeCandles(priceIn(*store), oneMinute, dayOfMinutes(at("2026-01-20"), 6));
    QVERIFY(merged.hasError());
}

void OpeningTest::twoConnectionsWorkAtOnce()
{
    const auto first = std::move(open()).value();
    const auto second = std::move(open()).value();
    const qint64 id = priceIn(*first);
    QVERIFY(first->begin().hasValue());
    QVERIFY(first->mergeCandles(id, oneMinute, dayOfMinutes(at("2026-01-20"), 5)).hasValue());
    QVERIFY(second->candles(id, oneMinute, always).value().empty());
    QVERIFY(first->commit().hasValue());
    QCOMPARE(second->candles(id, oneMinute, always).value().size(), std::size_t{1440});
    QVERIFY(second->mergeCandles(id, oneMinute, dayOfMinutes(at("2026-01-21"), 5)).hasValue());
    QCOMPARE(first->candles(id, oneMinute, always).value().size(), std::size_t{2880});
}

void OpeningTest::aKillLosesNothingCommitted()
{
    for (int round = 0; round < 8; ++round) {
        int reports[2];
        QCOMPARE(pipe(reports), 0);
        const pid_t child = fork();
        if (child == 0) {
            const auto store = std::move(open()).value();
            for (int day = 0;; ++day) {
                const auto candles = dayOfMinutes(at("2026-01-01") + day * oneDay.length, round * 1000 + day);
                if (store->mergeCandles(priceIn(*store), oneMinute, candles).hasError())
                    _exit(1);
                (void)!::write(reports[1], &day, sizeof day);
            }
        }
        ::close(reports[1]);
        int committed = -1;
        for (int day = 0; committed < round + 1 && ::read(reports[0], &day, sizeof day) == sizeof day;)
            committed = day;
        kill(child, SIGKILL);
        for (int day = 0; ::read(reports[0], &day, sizeof day) == sizeof day;)
            committed = day;
        ::close(reports[0]);
        waitpid(child, nullptr, 0);
        const auto store = std::move(open()).value();
        QCOMPARE(store->notice(), QString());
        const auto candles = store->candles(priceIn(*store), oneMinute, always).value();
        QVERIFY(candles.size() % 1440 == 0);
        QVERIFY(candles.size() >= static_cast<std::size_t>(committed + 1) * 1440);
        const auto last =
            dayOfMinutes(at("2026-01-01") + committed * oneDay.length, round * 1000 + committed);
        QVERIFY(std::equal(last.begin(), last.end(), candles.begin() + committed * 1440));
    }
}

void OpeningTest::aFullDiskLosesNothing()
{
    {
        const auto store = std::move(open()).value();
        QVERIFY(
            store->mergeCandles(priceIn(*store), oneMinute, dayOfMinutes(at("2026-01-01"), 5)).hasValue());
    }
    // A limit on the size of files stands for the disk: writing beyond it fails just so.
    const int status = inChild([this] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{400'000, 400'000};
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto store = std::move(open()).value();
        std::vector<Candle> many;
        for (int day = 0; day < 200; ++day) {
            const auto candles = dayOfMinutes(at("2026-01-02") + day * oneDay.length, 7);
            many.insert(many.end(), candles.begin(), candles.end());
        }
        const auto merged = store->mergeCandles(priceIn(*store), oneMinute, many);
        const bool isSaid = merged.hasError() && merged.error().kind == Error::Kind::Storage &&
                            merged.error().message.contains(QStringLiteral("nothing was changed"));
        const auto kept = store->candles(priceIn(*store), oneMinute, always);
        const bool isKept = kept.hasValue() && kept.value() == dayOfMinutes(at("2026-01-01"), 5);
        _exit(isSaid ? (isKept ? 0 : 2) : 1);
    });
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
    const auto store = std::move(open()).value();
    QVERIFY(store->candles(priceIn(*store), oneMinute, always).value() == dayOfMinutes(at("2026-01-01"), 5));
}

QTEST_GUILESS_MAIN(OpeningTest)
#include "tst_opening.moc"
