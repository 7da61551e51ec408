// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/foldersearch.h"
#include "tests/support/run.h"
#include "tests/support/standin/glassnodevenue.h"
#include "tests/support/standinthread.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <map>

using namespace holdline;
using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

Run runProgram(const QString& folder, const QStringList& arguments)
{
    return testing::run(QStringLiteral(HOLDLINE_PROGRAM), QStringList{u"--data-dir"_s, folder} + arguments);
}

/// The lines of `sources`, by provider.
std::map<QString, QJsonObject> sourcesOf(const Run& run)
{
    std::map<QString, QJsonObject> sources;
    for (const QByteArray& line : run.output.trimmed().split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        sources[object.value(u"source"_s).toString()] = object;
    }
    return sources;
}

} // namespace

class TestSourcesCommand : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        failOnAnyWarning();
        qunsetenv("HOLDLINE_GLASSNODE_KEY");
    }

    void tellsWhoWantsAKey()
    {
        const QTemporaryDir folder;
        const auto sources = sourcesOf(runProgram(folder.path(), {u"sources"_s}));
        for (const QString& keyed : {u"glassnode"_s, u"cryptoquant"_s, u"coinglass"_s, u"sosovalue"_s}) {
            QCOMPARE(sources.at(keyed).value(u"keyed"_s).toBool(), true);
            QCOMPARE(sources.at(keyed).value(u"hasKey"_s).toBool(true), false);
        }
        for (const QString& free : {u"bitview"_s, u"bitcoin-data"_s, u"deribit"_s, u"binance"_s})
            QCOMPARE(sources.at(free).value(u"keyed"_s).toBool(true), false);
    }

    /// After a run with a key: not in the data folder, the capture, nor in what was printed and said.
    void aKeyOfTheEnvironmentIsNowhere()
    {
        const QByteArray key = standInKey;
        StandInThread standIn({.provider = u"glassnode"_s});
        const QTemporaryDir folder;
        qputenv("HOLDLINE_GLASSNODE_KEY", key);
        QStringList arguments{u"record"_s,
                              u"--sources"_s,
                              u"glassnode"_s,
                              u"--for"_s,
                              u"8s"_s,
                              u"--capture"_s,
                              QDir(folder.path()).filePath(u"capture.jsonl"_s)};
        for (const QString& endpoint : standIn.endpoints(u"glassnode"_s))
            arguments += {u"--endpoint"_s, endpoint};
        const Run recorded = runProgram(folder.path(), arguments);
        QCOMPARE(recorded.exitCode, 0);
        const Run query = runProgram(folder.path(), {u"query"_s, u"cohort/sth"_s, u"--format"_s, u"json"_s});
        QVERIFY(query.output.contains("cost_basis"));
        const Run sources = runProgram(folder.path(), {u"sources"_s});
        QCOMPARE(sourcesOf(sources).at(u"glassnode"_s).value(u"hasKey"_s).toBool(), true);
        for (const Run* run : {&recorded, &query, &sources}) {
            QVERIFY(!run->output.contains(key));
            QVERIFY(!run->words.contains(key));
        }
        QCOMPARE(fileThatHolds(folder.path(), key), QString());
        QVERIFY(QFile::exists(QDir(folder.path()).filePath(u"capture.jsonl"_s)));
    }

    void aKeyIsNoArgument_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("with the key behind it") << QStringList{u"--set-key"_s, u"glassnode"_s, u"abc"_s};
        QTest::newRow("of a source that takes none") << QStringList{u"--set-key"_s, u"bitview"_s};
        QTest::newRow("of no source") << QStringList{u"--forget-key"_s, u"nasdaq"_s};
    }
    void aKeyIsNoArgument()
    {
        QFETCH(QStringList, arguments);
        const QTemporaryDir folder;
        QCOMPARE(runProgram(folder.path(), QStringList{u"sources"_s} + arguments).exitCode, 2);
    }
};

QTEST_GUILESS_MAIN(TestSourcesCommand)
#include "tst_sourcescommand.moc"
