// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int exitCode = -1;
    QByteArray out;
    QByteArray words;
};

Ended holdlineRun(const QStringList& arguments, const QMap<QString, QString>& environment = {})
{
    QProcess process;
    auto variables = QProcessEnvironment::systemEnvironment();
    for (auto it = environment.begin(); it != environment.end(); ++it)
        variables.insert(it.key(), it.value());
    process.setProcessEnvironment(variables);
    process.start(QStringLiteral(HOLDLINE_PROGRAM), arguments);
    process.waitForFinished(120000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QStringList episode{u"export"_s, u"--episode"_s, u"january-2026"_s, u"--size"_s, u"800x500"_s};

} // namespace

class TestExportCommand final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        holdline::testing::failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { m_dir.reset(); }

    void theSameCallWritesTheSameBytes()
    {
        const QStringList names{u"a.png"_s, u"a.svg"_s, u"a.csv"_s, u"a.json"_s};
        QList<QByteArray> first;
        for (int run = 0; run < 2; ++run) {
            QStringList arguments = episode;
            for (const QString& name : names)
                arguments << u"-o"_s << path(name);
            const QMap<QString, QString> environment =
                run == 0 ? QMap<QString, QString>{{u"LANG"_s, u"C"_s}, {u"TZ"_s, u"UTC"_s}}
                         : QMap<QString, QString>{{u"LANG"_s, u"de_DE.UTF-8"_s},
                                                  {u"LC_ALL"_s, u"de_DE.UTF-8"_s},
                                                  {u"TZ"_s, u"Asia/Kolkata"_s},
                                                  {u"HOME"_s, m_dir->path()}};
            const Ended ended = holdlineRun(arguments, environment);
            QVERIFY2(ended.exitCode == 0, ended.words.constData());
            for (qsizetype i = 0; i < names.size(); ++i) {
                const QByteArray content = contentOf(path(names[i]));
                QVERIFY(!content.isEmpty());
                if (run == 0)
                    first.append(content);
                else
                    QVERIFY2(content == first[i], qPrintable(names[i]));
            }
        }
    }
    void thePictureHasTheSizeAsked()
    {
        const Ended ended =
            holdlineRun(QStringList(episode) << u"--scale"_s << u"2"_s << u"-o"_s << path(u"a.png"_s));
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        QCOMPARE(QImage(path(u"a.png"_s)).size(), QSize(1600, 1000));
    }
    void theDocumentIsAViewAgain()
    {
        QCOMPARE(holdlineRun(QStringList(episode) << u"-o"_s << path(u"a.json"_s) << u"-o"_s
                                                  << path(u"a.png"_s) << u"--theme"_s << u"print"_s)
                     .exitCode,
                 0);
        const QJsonObject document = QJsonDocument::fromJson(contentOf(path(u"a.json"_s))).object();
        for (const auto& key : {u"holdline"_s, u"view"_s, u"sources"_s, u"coverage"_s, u"levels"_s})
            QVERIFY2(document.contains(key), qPrintable(key));
        QCOMPARE(
            holdlineRun({u"export"_s, u"--view"_s, path(u"a.json"_s), u"-o"_s, path(u"b.png"_s)}).exitCode,
            0);
        QCOMPARE(contentOf(path(u"b.png"_s)), contentOf(path(u"a.png"_s)));
    }
    void severalFilesMayFollowOneOption()
    {
        const Ended ended = holdlineRun(QStringList(episode)
                                        << u"-o"_s << path(u"a.png"_s) << path(u"b.svg"_s) << u"--theme"_s
                                        << u"print"_s << path(u"c.csv"_s) << u"-o"_s << path(u"d.json"_s));
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        for (const auto& name : {u"a.png"_s, u"b.svg"_s, u"c.csv"_s, u"d.json"_s})
            QVERIFY2(!contentOf(path(name)).isEmpty(), qPrintable(name));
    }
    void numbersAreThoseOfTheRange()
    {
        const Ended ended =
            holdlineRun({u"export"_s, u"--episode"_s, u"january-2026"_s, u"--from"_s, u"2026-01-21"_s,
                         u"--to"_s, u"2026-01-22"_s, u"--panes"_s, u"price"_s, u"-o"_s, path(u"a.csv"_s)});
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        const QList<QByteArray> lines = contentOf(path(u"a.csv"_s)).trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("series,column,time,to,value,known_at,source"));
        QCOMPARE(lines.size(), 1 + 24 * 8);
        const bool hasLow = std::any_of(lines.begin(), lines.end(), [](const QByteArray& line) {
            return line.startsWith("price/binance:BTCUSDT,low,") && line.contains(",87282,");
        });
        QVERIFY(hasLow);
    }

    void badWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no file") << QStringList{} << 2;
        QTest::newRow("a zone that is none")
            << QStringList{u"-o"_s, u"a.png"_s, u"--zone"_s, u"Moon/Base"_s} << 2;
        QTest::newRow("a zone that looks like a rule")
            << QStringList{u"-o"_s, u"a.png"_s, u"--zone"_s, u"Mars"_s} << 2;
        QTest::newRow("a size of nothing") << QStringList{u"-o"_s, u"a.png"_s, u"--size"_s, u"0x10"_s} << 2;
        QTest::newRow("a scale of nine") << QStringList{u"-o"_s, u"a.png"_s, u"--scale"_s, u"9"_s} << 2;
        QTest::newRow("a theme that is none")
            << QStringList{u"-o"_s, u"a.png"_s, u"--theme"_s, u"pink"_s} << 2;
        QTest::newRow("a pane that is none")
            << QStringList{u"-o"_s, u"a.png"_s, u"--panes"_s, u"price,moon"_s} << 2;
        QTest::newRow("from after to")
            << QStringList{u"-o"_s, u"a.png"_s, u"--from"_s, u"2026-02-01"_s, u"--to"_s, u"2026-01-01"_s}
            << 2;
        QTest::newRow("a time without a zone")
            << QStringList{u"-o"_s, u"a.png"_s, u"--as-of"_s, u"2026-01-21T00:00:00"_s} << 2;
        QTest::newRow("a suffix that is none") << QStringList{u"-o"_s, u"a.gif"_s} << 2;
        QTest::newRow("a file in front of the option")
            << QStringList{u"view.json"_s, u"--theme"_s, u"print"_s, u"-o"_s, u"a.png"_s} << 2;
        QTest::newRow("a word behind the files") << QStringList{u"-o"_s, u"a.png"_s, u"now"_s} << 2;
        QTest::newRow("pdf is still to come") << QStringList{u"-o"_s, u"a.pdf"_s} << 1;
        QTest::newRow("an episode that is none")
            << QStringList{u"-o"_s, u"a.png"_s, u"--episode"_s, u"june"_s} << 1;
        QTest::newRow("nothing stored") << QStringList{u"-o"_s, u"a.png"_s} << 1;
        QTest::newRow("a view file that is not there")
            << QStringList{u"-o"_s, u"a.png"_s, u"--view"_s, u"nowhere.json"_s} << 1;
        QTest::newRow("a folder that is not there")
            << QStringList{u"--episode"_s, u"january-2026"_s, u"-o"_s, u"/nowhere/at/all/a.png"_s} << 1;
    }
    void badWords()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const Ended ended =
            holdlineRun(QStringList{u"export"_s, u"--data-dir"_s, path(u"data"_s)} + arguments);
        QCOMPARE(ended.exitCode, exitCode);
        QVERIFY(ended.words.startsWith("holdline: "));
        QVERIFY(ended.out.isEmpty());
    }
    void beforeAllDataNothingIsKnown()
    {
        const QStringList arguments = QStringList(episode) << u"-o"_s << path(u"a.png"_s);
        const Ended early = holdlineRun(QStringList(arguments) << u"--as-of"_s << u"2020-01-01"_s);
        QCOMPARE(early.exitCode, 1);
        QCOMPARE(
            early.words,
            QByteArray("holdline: No candle of binance:BTCUSDT was known by 2020-01-01T00:00:00Z yet.\n"));
        const Ended other = holdlineRun(QStringList(arguments) << u"--instrument"_s << u"kraken:BTC/USD"_s
                                                               << u"--as-of"_s << u"2020-01-01"_s);
        QCOMPARE(other.exitCode, 1);
        QCOMPARE(
            other.words,
            QByteArray("holdline: There are no candles of kraken:BTC/USD in the episode january-2026.\n"));
    }
    void whatIsNoViewIsSaid_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("a list") << QByteArray("[1]") << QByteArray("it should be a JSON object");
        QTest::newRow("cut off") << QByteArray("{\"version\":1,\"title\":\"x")
                                 << QByteArray("unterminated string");
        QTest::newRow("a zone that is none") << QByteArray(R"({"version":1,"zone":"Mars"})")
                                             << QByteArray("“Mars”, which is not an IANA time zone");
        QTest::newRow("another object") << QByteArray("{}") << QByteArray("it has no version");
    }
    void whatIsNoViewIsSaid()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, says);
        QFile view(path(u"view.json"_s));
        QVERIFY(view.open(QIODevice::WriteOnly) && view.write(json) == json.size());
        view.close();
        const Ended ended = holdlineRun(QStringList(episode)
                                        << u"--view"_s << view.fileName() << u"-o"_s << path(u"a.png"_s));
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.words.contains(says), ended.words.constData());
        QVERIFY2(ended.words.contains("view.json"), ended.words.constData());
        QVERIFY(!QFile::exists(path(u"a.png"_s)));
    }
    /// As the super-user a rename would put the picture in the place of the thing itself.
    void whatIsNoFileIsLeftAlone()
    {
        const QString pipe = path(u"a.png"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(QFile::link(pipe, path(u"link.png"_s)));
        QVERIFY(QDir(m_dir->path()).mkdir(u"folder.png"_s));
        for (const auto& name : {u"a.png"_s, u"link.png"_s, u"folder.png"_s}) {
            const Ended ended = holdlineRun(QStringList(episode) << u"-o"_s << path(name));
            QCOMPARE(ended.exitCode, 1);
            QVERIFY(ended.words.contains("not an ordinary file"));
        }
        struct stat is = {};
        QCOMPARE(lstat(QFile::encodeName(pipe).constData(), &is), 0);
        QVERIFY(S_ISFIFO(is.st_mode));
    }
    /// A limit on the size of files stands in for a disk without room.
    void aFullDiskLeavesNoHalfFile()
    {
        const QString target = path(u"full.png"_s);
        QFile old(target);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QProcess shell;
        QString words = QStringLiteral("trap '' XFSZ; ulimit -f 8; exec \"$0\" export --episode january-2026 "
                                       "--size 800x500 -o \"$1\"");
        shell.start(u"bash"_s, {u"-c"_s, words, QStringLiteral(HOLDLINE_PROGRAM), target});
        QVERIFY(shell.waitForFinished(120000));
        QCOMPARE(shell.exitStatus(), QProcess::NormalExit);
        QCOMPARE(shell.exitCode(), 1);
        QCOMPARE(contentOf(target), QByteArray("old"));
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"full.png"_s});
    }
    void aMissingFolderChangesNothing()
    {
        QVERIFY(QDir(m_dir->path()).mkdir(u"closed"_s));
        QFile old(path(u"closed/a.png"_s));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QFile::setPermissions(path(u"closed"_s), QFile::ReadOwner | QFile::ExeOwner);
        const Ended ended = holdlineRun(QStringList(episode) << u"-o"_s << path(u"closed/b/a.png"_s));
        QFile::setPermissions(path(u"closed"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(contentOf(path(u"closed/a.png"_s)), QByteArray("old"));
    }

private:
    QString path(const QString& name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
