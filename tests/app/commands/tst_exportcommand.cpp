// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"
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
        const QStringList names{u"a.png"_s, u"a.svg"_s, u"a.pdf"_s, u"a.csv"_s, u"a.json"_s};
        const QMap<QString, QString> plain{{u"LANG"_s, u"C"_s}, {u"TZ"_s, u"UTC"_s}};
        const QMap<QString, QString> other{{u"LANG"_s, u"de_DE.UTF-8"_s}, {u"LC_ALL"_s, u"de_DE.UTF-8"_s},
                                           {u"TZ"_s, u"Asia/Kolkata"_s},  {u"HOME"_s, m_dir->path()},
                                           {u"USER"_s, u"somebody"_s},    {u"QT_SCALE_FACTOR"_s, u"1.5"_s},
                                           {u"QT_FONT_DPI"_s, u"144"_s}};
        const QList<QByteArray> first = exported(names, plain);
        QTest::qWait(1100); // a date in a file has seconds
        const QList<QByteArray> second = exported(names, other);
        for (qsizetype i = 0; i < names.size(); ++i) {
            QVERIFY(!first[i].isEmpty());
            QVERIFY2(first[i] == second[i], qPrintable(names[i]));
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
    void aFullDiskLeavesNoHalfFile_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("png") << u"full.png"_s;
        QTest::newRow("svg") << u"full.svg"_s;
        QTest::newRow("pdf") << u"full.pdf"_s;
        QTest::newRow("json") << u"full.json"_s;
    }
    /// A limit on the size of files stands in for a disk without room.
    void aFullDiskLeavesNoHalfFile()
    {
        QFETCH(QString, name);
        QVERIFY(write(path(name), "old"));
        const Ended ended = runWithoutRoom({u"-o"_s, path(name)});
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(contentOf(path(name)), QByteArray("old"));
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{name});
    }
    void aFullDiskLeavesNoHalfFolder()
    {
        const Ended ended = runWithoutRoom({u"--every"_s, u"1d"_s, u"--from"_s, u"2026-01-20"_s, u"--to"_s,
                                            u"2026-01-22"_s, u"-o"_s, path(u"days"_s)});
        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.words.count("could not be written"), 2);
        QCOMPARE(QDir(path(u"days"_s)).entryList(QDir::Files), QStringList());
    }

    void aFolderOfViewsIsWrittenByName()
    {
        QVERIFY(QDir(m_dir->path()).mkdir(u"views"_s));
        QVERIFY(write(path(u"views/a.json"_s), R"({"version":1,"episode":"january-2026","size":[400,300]})"));
        QVERIFY(
            write(path(u"views/b.c.json"_s), R"({"version":1,"episode":"january-2026","size":[300,400]})"));
        QVERIFY(write(path(u"views/bad.json"_s), "{"));
        QVERIFY(write(path(u"views/june.json"_s), R"({"version":1,"episode":"june"})"));
        QVERIFY(write(path(u"views/notes.txt"_s), "no view"));
        const Ended ended =
            holdlineRun({u"export"_s, u"--views"_s, path(u"views"_s), u"--format"_s, u"png,pdf"_s, u"--at"_s,
                         u"2026-01-20T12:00Z"_s, u"-o"_s, path(u"out/today"_s)});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.words.contains("bad.json is not a view") &&
                     ended.words.contains("june: There is no episode"),
                 ended.words.constData());
        QCOMPARE(QDir(path(u"out/today"_s)).entryList(QDir::Files),
                 (QStringList{u"a.pdf"_s, u"a.png"_s, u"b.c.pdf"_s, u"b.c.png"_s}));
        QCOMPARE(QImage(path(u"out/today/b.c.png"_s)).size(), QSize(300, 400));
        const Ended again = holdlineRun({u"export"_s, u"--view"_s, path(u"views/a.json"_s), u"--from"_s,
                                         u"2026-01-08T12:00Z"_s, u"--to"_s, u"2026-01-20T12:00Z"_s,
                                         u"--as-of"_s, u"2026-01-20T12:00Z"_s, u"-o"_s, path(u"a.png"_s)});
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(contentOf(path(u"a.png"_s)), contentOf(path(u"out/today/a.png"_s)));
    }
    /// Each is the picture that the same program draws of that time alone.
    void everyStepIsAsKnownThen()
    {
        const QStringList steps = QStringList(episode)
                                  << u"--every"_s << u"1d"_s << u"--from"_s << u"2026-01-20"_s << u"--to"_s
                                  << u"2026-01-22T12:00Z"_s << u"-o"_s << path(u"days"_s);
        const Ended ended = holdlineRun(steps);
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        QCOMPARE(ended.words.count('\n'), 3);
        QCOMPARE(QDir(path(u"days"_s)).entryList(QDir::Files),
                 (QStringList{u"2026-01-20T00-00-00Z.png"_s, u"2026-01-21T00-00-00Z.png"_s,
                              u"2026-01-22T00-00-00Z.png"_s}));
        QCOMPARE(
            holdlineRun(QStringList(episode) << u"--at"_s << u"2026-01-21"_s << u"-o"_s << path(u"a.png"_s))
                .exitCode,
            0);
        QCOMPARE(contentOf(path(u"days/2026-01-21T00-00-00Z.png"_s)), contentOf(path(u"a.png"_s)));
        QCOMPARE(holdlineRun(QStringList(steps) << u"--quiet"_s).words, QByteArray());
    }
    /// The writer gives all hours of a day a new price in one step: no picture may show two of them.
    void manyAtOnceReadWholeStepsOfAWriter()
    {
        const holdline::SystemClock clock;
        const auto store = holdline::Store::open(path(u"data"_s), clock);
        mergeDay(*store.value(), 1000);
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 12; ++i) {
            programs.push_back(std::make_unique<QProcess>());
            const QString name = path(QString::number(i));
            programs.back()->start(QStringLiteral(HOLDLINE_PROGRAM),
                                   {u"--data-dir"_s, path(u"data"_s), u"export"_s, u"--from"_s,
                                    u"2026-01-10"_s, u"--size"_s, u"640x400"_s, u"-o"_s, name + u".csv"_s,
                                    name + u".png"_s});
        }
        int price = 1001;
        for (const auto& program : programs)
            while (program->state() != QProcess::NotRunning) {
                mergeDay(*store.value(), price++);
                program->waitForFinished(20);
            }
        for (int i = 0; i < 12; ++i) {
            QCOMPARE(programs[static_cast<std::size_t>(i)]->exitCode(), 0);
            QCOMPARE(pricesIn(contentOf(path(QString::number(i) + u".csv"_s))).size(), 1);
            QVERIFY(!QImage(path(QString::number(i) + u".png"_s)).isNull());
        }
        QVERIFY(price > 1002);
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
    QList<QByteArray> exported(const QStringList& names, const QMap<QString, QString>& environment) const
    {
        QStringList arguments = episode;
        for (const QString& name : names)
            arguments << u"-o"_s << path(name);
        const Ended ended = holdlineRun(arguments, environment);
        if (ended.exitCode != 0)
            qWarning("%s", ended.words.constData());
        QList<QByteArray> contents;
        for (const QString& name : names)
            contents.append(contentOf(path(name)));
        return contents;
    }
    static Ended runWithoutRoom(const QStringList& arguments)
    {
        QProcess shell;
        shell.start(u"bash"_s, QStringList{u"-c"_s, u"trap '' XFSZ; ulimit -f 8; exec \"$0\" \"$@\""_s,
                                           QStringLiteral(HOLDLINE_PROGRAM)} +
                                   episode + arguments);
        shell.waitForFinished(120000);
        return {shell.exitStatus() == QProcess::NormalExit ? shell.exitCode() : -1,
                {},
                shell.readAllStandardError()};
    }
    static bool write(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    static void mergeDay(holdline::Store& store, int price)
    {
        const auto series =
            store.ensureSeries({.name = u"price/binance:BTCUSDT"_s, .source = u"s"_s, .definition = {}},
                               holdline::SeriesKind::Candles, u"USDT"_s);
        const auto whole = holdline::Price::whole(price);
        std::vector<holdline::Candle> day;
        for (int hour = 0; hour < 24; ++hour)
            day.push_back({.openTime = holdline::parseIso("2026-01-10").value() + std::chrono::hours{hour},
                           .open = whole,
                           .high = whole,
                           .low = whole,
                           .close = whole,
                           .volume = {},
                           .quoteVolume = {},
                           .takerBuyQuote = {},
                           .trades = {}});
        QVERIFY(store.mergeCandles(series.value().id, holdline::oneHour, day).hasValue());
    }
    static QSet<QByteArray> pricesIn(const QByteArray& csv)
    {
        QSet<QByteArray> prices;
        for (const QByteArray& line : csv.split('\n'))
            if (line.startsWith("price/") && !line.split(',')[4].isEmpty())
                prices.insert(line.split(',')[4]);
        return prices;
    }
    QString path(const QString& name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestExportCommand)
#include "tst_exportcommand.moc"
