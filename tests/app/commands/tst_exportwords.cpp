// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/run.h"

#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline::testing;
using namespace Qt::StringLiterals;

namespace {

const QString aTitle = u"Low {price.low_24h}, band {level.defense-band.state}"_s;

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Words with readings, from the command line to the file.
class TestExportWords final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    Run holdline(const QStringList& arguments) const
    {
        return run(QStringLiteral(HOLDLINE_PROGRAM),
                   arguments + QStringList{u"--data-dir"_s, m_folder->path()});
    }
    Run exported(const QString& name, const QStringList& options) const
    {
        return holdline(QStringList{u"export"_s, u"--episode"_s, u"january-2026"_s, u"--from"_s,
                                    u"2026-01-13"_s, u"--to"_s, u"2026-01-22"_s, u"--size"_s, u"1400x800"_s,
                                    u"-o"_s, path(name)} +
                        options);
    }

private slots:
    void init()
    {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aTitleQuotesTheEpisode()
    {
        const Run ended =
            exported(u"a.svg"_s, {u"--title"_s, aTitle, u"--subtitle"_s, u"{instrument}, {from}"_s,
                                  u"--caption"_s, u"Under\nthe picture"_s});
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        QCOMPARE(ended.words, QByteArray());
        const QByteArray svg = bytesOf(path(u"a.svg"_s));
        QVERIFY(svg.contains("<title>Low $87,282, band lost</title>")); // published; see the episode's levels
        for (const char* words :
             {">Low $87,282, band lost<", ">BTC-USDT, 13 January 2026<", ">Under<", ">the picture<"})
            QVERIFY2(svg.contains(words), words);
    }
    void theViewKeepsThemAsTypedAndVerifies()
    {
        for (const QString& name : {u"a.png"_s, u"a.svg"_s, u"a.pdf"_s, u"a.json"_s}) {
            const Run ended = exported(name, {u"--title"_s, aTitle});
            QVERIFY2(ended.exitCode == 0, ended.words.constData());
            const Run verified = holdline({u"verify"_s, path(name)});
            QVERIFY2(verified.exitCode == 0, verified.words.constData());
            QCOMPARE(verified.words, QByteArray());
        }
        const QJsonObject document = QJsonDocument::fromJson(bytesOf(path(u"a.json"_s))).object();
        QCOMPARE(document.value(u"view"_s).toObject().value(u"title"_s).toString(), aTitle);
        QCOMPARE(document.value(u"words"_s).toObject().value(u"title"_s).toString(),
                 u"Low $87,282, band lost"_s);
    }
    void anAuthorSetLaterShowsAtVerifying()
    {
        QCOMPARE(exported(u"a.png"_s, {}).exitCode, 0);
        write(u"report.json"_s, R"({"author":"Desk of examples"})");
        const Run verified = holdline({u"verify"_s, path(u"a.png"_s)});
        QCOMPARE(verified.exitCode, 1);
        QVERIFY(verified.words.contains("The numbers are the same. The file differs elsewhere"));
    }
    void whatIsUnknownIsSaidAndStays()
    {
        const Run ended = exported(u"a.svg"_s, {u"--title"_s, u"{price.lst} and {momentum.rsi_14d}"_s});
        QCOMPARE(ended.exitCode, 0);
        QVERIFY(ended.words.contains("There is no reading “price.lst”; price.last may be meant."));
        QVERIFY(ended.words.contains("momentum.rsi_14d is not known: in a reconstruction"));
        const QByteArray svg = bytesOf(path(u"a.svg"_s));
        QVERIFY(svg.contains("<title>{price.lst} and not known</title>"));
        QVERIFY(svg.contains("Not known: momentum.rsi_14d (in a reconstruction"));
    }
    void anAuthorAndALogoStandInAllOfThem()
    {
        QVERIFY(QImage(40, 20, QImage::Format_RGB32).save(path(u"logo.png"_s)));
        write(u"report.json"_s, R"({"author":"Desk & examples","logo":"logo.png"})");
        for (const QString& name : {u"a.png"_s, u"a.svg"_s, u"a.pdf"_s}) {
            QCOMPARE(exported(name, {}).exitCode, 0);
            const QByteArray first = bytesOf(path(name));
            QCOMPARE(exported(name, {}).exitCode, 0);
            QVERIFY2(bytesOf(path(name)) == first, qPrintable(name));
        }
        QCOMPARE(QImage(path(u"a.png"_s)).text(u"Author"_s), u"Desk & examples"_s);
        QVERIFY(bytesOf(path(u"a.svg"_s)).contains("author: Desk &amp; examples</desc>"));
        if (!QStandardPaths::findExecutable(u"pdfinfo"_s).isEmpty())
            QVERIFY(run(u"pdfinfo"_s, {path(u"a.pdf"_s)}).output.contains("Desk & examples"));
    }
    void whatIsSetWrongIsSaid_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("no JSON") << QByteArray("{") << QByteArray("report.json: it is no JSON object.");
        QTest::newRow("no such logo")
            << QByteArray(R"({"logo":"none.png"})") << QByteArray("The logo none.png");
        QTest::newRow("no picture") << QByteArray(R"({"logo":"words.svg"})")
                                    << QByteArray("is no picture that can be drawn");
    }
    void whatIsSetWrongIsSaid()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QByteArray, words);
        write(u"report.json"_s, settings);
        write(u"words.svg"_s, "words");
        const Run ended = exported(u"a.png"_s, {});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.words.contains(words), ended.words.constData());
        QCOMPARE(ended.words.count('\n'), 1); // one sentence, none of a library
        QVERIFY(!QFile::exists(path(u"a.png"_s)));
    }
    void calloutsOfAViewAreDrawn()
    {
        write(u"view.json"_s, R"({"version":1,"episode":"january-2026","from":"2026-01-13","to":"2026-01-22",
            "callouts":[{"at":"2026-01-21T03:17:00Z","value":87282,"text":"Here: {price.low_24h}","dx":-120,"dy":-40}]})");
        const Run ended =
            holdline({u"export"_s, u"--view"_s, path(u"view.json"_s), u"-o"_s, path(u"a.svg"_s)});
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        QVERIFY(bytesOf(path(u"a.svg"_s)).contains(">Here: $87,282<"));
    }
};

QTEST_GUILESS_MAIN(TestExportWords)
#include "tst_exportwords.moc"
