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
