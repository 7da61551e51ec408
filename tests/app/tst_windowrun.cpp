// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/windowrun.h"
#include "tests/support/failonwarning.h"
#include "tests/support/run.h"

#include <QProcess>

using namespace holdline;
using namespace Qt::StringLiterals;

class TestWindowRun final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void readsTheWordsOfTheWindow()
    {
        QVERIFY(parseWindowOptions({}).value() == WindowOptions{});
        const auto options = parseWindowOptions({u"--episode"_s, u"january-2026"_s, u"--view=a.json"_s});
        QCOMPARE(options.value().episode, u"january-2026"_s);
        QCOMPARE(options.value().viewFile, u"a.json"_s);
    }

    void refusesWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("a word that is no command") << QStringList{u"exprot"_s};
        QTest::newRow("an option that is none") << QStringList{u"--episodes"_s};
        QTest::newRow("an option without its value") << QStringList{u"--view"_s};
    }
    void refusesWhatItDoesNotKnow()
    {
        QFETCH(QStringList, arguments);
        const auto options = parseWindowOptions(arguments);
        QVERIFY(options.hasError());
        QCOMPARE(options.error().kind, Error::Kind::Usage);
    }

    void withoutADisplayItSaysSo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("sentence");
        QTest::newRow("the window") << QStringList{} << QByteArray("holdline: There is no display");
        QTest::newRow("a view that is not there") << QStringList{u"--view"_s, u"/nowhere/view.json"_s}
                                                  << QByteArray("holdline: /nowhere/view.json");
        QTest::newRow("a saved view that is not there")
            << QStringList{u"--view"_s, u"nosuch"_s} << QByteArray("no saved view “nosuch”");
    }
    void withoutADisplayItSaysSo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, sentence);
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const auto& name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(HOLDLINE_PROGRAM), arguments);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray words = process.readAllStandardError();
        QVERIFY2(words.contains(sentence), words.constData());
    }

    void theHelpNamesEachCommand_data()
    {
        QTest::addColumn<QString>("command");
        for (const Command& command : commandCatalog())
            QTest::newRow(qPrintable(command.name)) << command.name;
    }
    void theHelpNamesEachCommand()
    {
        QFETCH(QString, command);
        const auto all = testing::run(QStringLiteral(HOLDLINE_PROGRAM), {u"--help"_s});
        const QList<QByteArray> lines = all.output.split('\n');
        const auto isItsOwn = [&](const QByteArray& line) {
            return line.startsWith("    " + command.toUtf8() + ' ') && line.size() <= 80;
        };
        QCOMPARE(std::count_if(lines.begin(), lines.end(), isItsOwn), 1);
        const auto one = testing::run(QStringLiteral(HOLDLINE_PROGRAM), {command, u"--help"_s});
        QCOMPARE(one.exitCode, 0);
        const QByteArray begin = "Usage: holdline " + command.toUtf8() + " [options]";
        QVERIFY2(one.output.startsWith(begin + ' ') || one.output.startsWith(begin + '\n'),
                 one.output.left(200).constData());
    }

    void theProgramAnswersWithoutADisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("help") << QStringList{u"--help"_s} << 0;
        QTest::newRow("version") << QStringList{u"--version"_s} << 0;
        QTest::newRow("a word that is no command") << QStringList{u"exprot"_s} << 2;
        QTest::newRow("a view that is not there") << QStringList{u"--view"_s, u"/nowhere/view.json"_s} << 1;
    }
    void theProgramAnswersWithoutADisplay()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QProcess program;
        program.start(QStringLiteral(HOLDLINE_PROGRAM), arguments);
        QVERIFY(program.waitForFinished(20'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), code);
        QCOMPARE(program.readAllStandardOutput().isEmpty(), code != 0);
        QCOMPARE(program.readAllStandardError().isEmpty(), code == 0);
    }
};

QTEST_GUILESS_MAIN(TestWindowRun)
#include "tst_windowrun.moc"
