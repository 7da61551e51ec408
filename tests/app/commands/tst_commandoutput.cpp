// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/run.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;

class CommandOutputTest final : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { testing::failOnAnyWarning(); }
    void aFailedWriteIsSaid_data() { commands(); }
    void aFailedWriteIsSaid();
    void aReaderMayLeave_data() { commands(); }
    void aReaderMayLeave();

private:
    static void commands();
    /// Runs it in a shell whose words may redirect the output.
    testing::Run inShell(const QString& arguments, const char* redirection)
    {
        const QString command = QStringLiteral("cd '%1' && '%2' --data-dir data %3 %4")
                                    .arg(m_folder.path(), QStringLiteral(HOLDLINE_PROGRAM), arguments,
                                         QString::fromLatin1(redirection));
        return testing::run(QStringLiteral("bash"), {QStringLiteral("-c"), command});
    }

    QTemporaryDir m_folder;
};

void CommandOutputTest::initTestCase()
{
    QFile levels(m_folder.filePath(QStringLiteral("levels.json")));
    QVERIFY(levels.open(QIODevice::WriteOnly) && levels.write(R"([{"name":"a","low":1}])") > 0);
}

void CommandOutputTest::commands()
{
    QTest::addColumn<QString>("arguments");
    for (const char* arguments :
         {"--version", "--help", "query --help", "query --list --episode january-2026",
          "query etf/btc/IBIT --episode january-2026", "levels list --episode january-2026",
          "levels export --format csv --episode january-2026", "levels states --episode january-2026",
          "levels add --name x --low 5", "levels import levels.json", "import levels.json --as levels"})
        QTest::newRow(arguments) << QString::fromLatin1(arguments);
}

void CommandOutputTest::aFailedWriteIsSaid()
{
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("this system has no device that is always full");
    QFETCH(QString, arguments);
    const auto run = inShell(arguments, ">/dev/full");
    QCOMPARE(run.exitCode, 1);
    QVERIFY2(run.words.startsWith("holdline: standard output could not be written: "), run.words.constData());
    QCOMPARE(run.words.count('\n'), 1);
}

void CommandOutputTest::aReaderMayLeave()
{
    QFETCH(QString, arguments);
    const auto run = inShell(arguments, "| true; exit ${PIPESTATUS[0]}");
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(run.words, QByteArray());
}

QTEST_GUILESS_MAIN(CommandOutputTest)
#include "tst_commandoutput.moc"
