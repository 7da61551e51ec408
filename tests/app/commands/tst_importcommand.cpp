// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
#include "tests/support/failonwarning.h"
#include "tests/support/importsamples.h"
#include "tests/support/rawhttpserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace holdline::testing;

/// The command as a person runs it.
class TestImportCommand : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnAnyWarning(); }
    void oneLineAFile();
    void aBadFileDoesNotStopTheOthers();
    void wrongWords_data();
    void wrongWords();
    void interruptTakesNothing();
    void anAddress();
    void daysWithoutASessionAreTold();

private:
    struct Run {
        int exit = -1;
        QByteArray out;
        QByteArray err;
    };
    QTemporaryDir m_folder;

    /// What stands in the test's own server is answered meanwhile.
    [[nodiscard]] Run run(const QStringList& arguments) const
    {
        QProcess process;
        process.start(QStringLiteral(HOLDLINE_PROGRAM),
                      QStringList{QStringLiteral("import"), QStringLiteral("--data-dir"),
                                  m_folder.filePath(QStringLiteral("data"))} +
                          arguments);
        process.waitForStarted();
        static_cast<void>(QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 60'000));
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] QString file(const char* name, const QByteArray& content) const
    {
        const QString path = m_folder.filePath(QString::fromLatin1(name));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(content);
        return path;
    }
};

void TestImportCommand::oneLineAFile()
{
    const QString path =
        file("flows.json", "{\"daily_flows\":[{\"date\":\"2026-01-20\",\"flows\":{\"IBIT\":-56.9,"
                           "\"FBTC\":-152.1,\"GBTC\":-160.8},\"total\":-369.8}]}");
    const Run first = run({path});
    QCOMPARE(first.exit, 0);
    QCOMPARE(
        first.out,
        "{\"file\":\"" + path.toUtf8() +
            "\",\"kind\":\"etf flows\",\"rows\":1,\"added\":1,\"unchanged\":0,\"revised\":0,\"rejected\":0,"
            "\"from\":\"2026-01-20T14:30:00Z\",\"to\":\"2026-01-20T21:00:00Z\",\"map\":\"etf flow json\","
            "\"rejects\":[]}\n");
    QCOMPARE(first.err, QByteArray());
    QVERIFY(run({path}).out.contains("\"added\":0,\"unchanged\":1,\"revised\":0"));
}

void TestImportCommand::aBadFileDoesNotStopTheOthers()
{
    const QString bad = file("bad.csv", "a,b\n1,2\n");
    const QString good = file("fred.csv", "observation_date,DGS10\n2026-01-20,4.30\n2026-01-21,x\n");
    const Run both = run({bad, good, m_folder.path()});
    QCOMPARE(both.exit, 1);
    QCOMPARE(both.out.count('\n'), 1);
    QVERIFY(both.err.contains("bad.csv: the file is not"));
    QVERIFY(both.err.contains("this is a folder"));
    const auto line = QJsonDocument::fromJson(both.out).object();
    QCOMPARE(line.value(QStringLiteral("added")).toInt(), 1);
    QCOMPARE(line.value(QStringLiteral("rejected")).toInt(), 1);
}

void TestImportCommand::wrongWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no file") << QStringList{};
    QTest::newRow("no such kind") << QStringList{QStringLiteral("x"), QStringLiteral("--as"),
                                                 QStringLiteral("poems")};
    QTest::newRow("no map") << QStringList{QStringLiteral("x"), QStringLiteral("--map"),
                                           QStringLiteral("price")};
    QTest::newRow("two columns of one series")
        << QStringList{QStringLiteral("x"), QStringLiteral("--map"), QStringLiteral("a=macro/x"),
                       QStringLiteral("--map"), QStringLiteral("b=macro/x")};
    QTest::newRow("no such column of a series")
        << QStringList{QStringLiteral("x"), QStringLiteral("--map"), QStringLiteral("a=cohort/sth:zz")};
    QTest::newRow("no such zone") << QStringList{QStringLiteral("x"), QStringLiteral("--zone"),
                                                 QStringLiteral("Mars")};
    QTest::newRow("no such option") << QStringList{QStringLiteral("x"), QStringLiteral("--fast")};
}

void TestImportCommand::wrongWords()
{
    QFETCH(QStringList, arguments);
    const Run wrong = run(arguments);
    QCOMPARE(wrong.exit, 2);
    QCOMPARE(wrong.out, QByteArray());
    QVERIFY(!wrong.err.isEmpty());
}

void TestImportCommand::interruptTakesNothing()
{
    QByteArray rows = "time,open,high,low,close\n";
    for (qint64 i = 0; i < 3'000'000; ++i)
        rows += QByteArray::number(1'609'459'200 + (i * 7919 % 3'000'017) * 60 % 150'000'000) + ",1,2,1,2\n";
    const QString path = file("long.csv", rows);
    QProcess process;
    process.start(QStringLiteral(HOLDLINE_PROGRAM),
                  {QStringLiteral("import"), QStringLiteral("--data-dir"),
                   m_folder.filePath(QStringLiteral("stopped")), QStringLiteral("--instrument"),
                   QStringLiteral("binance:BTCUSDT"), path});
    QVERIFY(process.waitForStarted());
    // Only once the database is there does the program listen to the signal.
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_folder.filePath(QStringLiteral("stopped/holdline.db-wal"))),
                             20'000);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60'000));
    if (process.exitStatus() == QProcess::NormalExit)
        QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const holdline::SystemClock clock;
    const auto store = holdline::Store::open(m_folder.filePath(QStringLiteral("stopped")), clock);
    QVERIFY(store.hasValue());
    QVERIFY(store.value()->list().value().empty());
}

void TestImportCommand::anAddress()
{
    RawHttpServer server;
    server.setAnswer(httpAnswer("200 OK", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Vote\r\n"
                                          "DTSTART:20261103T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
    const QString address = server.address() + QStringLiteral("/votes.ics");
    const Run good = run({address + QStringLiteral("?token=word")});
    QCOMPARE(good.err, QByteArray());
    QCOMPARE(good.exit, 0);
    const auto line = QJsonDocument::fromJson(good.out).object();
    QCOMPARE(line.value(QStringLiteral("file")).toString(), address);
    QCOMPARE(line.value(QStringLiteral("kind")).toString(), QStringLiteral("events"));
    QCOMPARE(line.value(QStringLiteral("added")).toInt(), 1);
    server.setAnswer(httpAnswer("404 Not Found", {}));
    const Run bad = run({address + QStringLiteral("?token=word")});
    QCOMPARE(bad.exit, 1);
    QCOMPARE(bad.out, QByteArray());
    QCOMPARE(bad.err, "holdline: " + address.toUtf8() + ": the server answered HTTP 404\n");
    QCOMPARE(run({QStringLiteral("http://example.invalid/x.csv")}).exit, 1);
}

void TestImportCommand::daysWithoutASessionAreTold()
{
    const QString path = file("holiday.csv", "Date,IBIT,FBTC,GBTC,Total\n19 Jan 2026,1,2,3,6\n");
    const Run told = run({path});
    QCOMPARE(told.exit, 0);
    QCOMPARE(
        told.err,
        "holiday.csv: New York held no session on 2026-01-19; what the file gives there is kept as it is\n");
    QVERIFY(told.out.contains("\"rejected\":0"));
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"
