// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

const QStringList episode{u"--episode"_s, u"january-2026"_s, u"--size"_s, u"800x500"_s};

testing::Run exported(const QStringList& arguments)
{
    return testing::run(QStringLiteral(HOLDLINE_PROGRAM), QStringList{u"export"_s} + arguments);
}

} // namespace

class ExportOptionsTest final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void severalFilesMayFollowOneOption()
    {
        const auto ended =
            exported(QStringList(episode) << u"-o"_s << path(u"a.png"_s) << path(u"b.svg"_s) << u"--theme"_s
                                          << u"print"_s << path(u"c.csv"_s) << u"-o"_s << path(u"d.json"_s));
        QVERIFY2(ended.exitCode == 0, ended.words.constData());
        for (const auto& name : {u"a.png"_s, u"b.svg"_s, u"c.csv"_s, u"d.json"_s})
            QVERIFY2(QFile(path(name)).size() > 0, qPrintable(name));
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
        QTest::newRow("a content that is none")
            << QStringList{u"-o"_s, u"a.png"_s, u"--content"_s, u"card:moon"_s} << 2;
        QTest::newRow("from after to")
            << QStringList{u"-o"_s, u"a.png"_s, u"--from"_s, u"2026-02-01"_s, u"--to"_s, u"2026-01-01"_s}
            << 2;
        QTest::newRow("a time without a zone")
            << QStringList{u"-o"_s, u"a.png"_s, u"--as-of"_s, u"2026-01-21T00:00:00"_s} << 2;
        QTest::newRow("a suffix that is none") << QStringList{u"-o"_s, u"a.gif"_s} << 2;
        QTest::newRow("a file in front of the option")
            << QStringList{u"view.json"_s, u"--theme"_s, u"print"_s, u"-o"_s, u"a.png"_s} << 2;
        QTest::newRow("a word behind the files") << QStringList{u"-o"_s, u"a.png"_s, u"now"_s} << 2;
        QTest::newRow("a page that is none") << QStringList{u"-o"_s, u"a.pdf"_s, u"--page"_s, u"a5"_s} << 2;
        QTest::newRow("a step that is none")
            << QStringList{u"-o"_s, u"a"_s, u"--every"_s, u"2d"_s, u"--from"_s, u"2026-01-01"_s} << 2;
        QTest::newRow("steps as known at one time")
            << QStringList{u"-o"_s, u"a"_s, u"--every"_s, u"1d"_s, u"--as-of"_s, u"2026-01-01"_s} << 2;
        QTest::newRow("steps of a folder of views")
            << QStringList{u"-o"_s, u"a"_s, u"--every"_s, u"1d"_s, u"--views"_s, u"."_s} << 2;
        QTest::newRow("too many steps")
            << QStringList{u"-o"_s,     u"a"_s,          u"--every"_s, u"1m"_s,
                           u"--from"_s, u"2020-01-01"_s, u"--to"_s,    u"2021-01-01"_s}
            << 2;
        QTest::newRow("two folders") << QStringList{u"-o"_s, u"a"_s, u"b"_s, u"--every"_s, u"1d"_s} << 2;
        QTest::newRow("a format that is none")
            << QStringList{u"-o"_s, u"a"_s, u"--every"_s, u"1d"_s, u"--format"_s, u"png,gif"_s} << 2;
        QTest::newRow("a format of a named file")
            << QStringList{u"-o"_s, u"a.png"_s, u"--format"_s, u"png"_s} << 2;
        QTest::newRow("a time and a range")
            << QStringList{u"-o"_s, u"a.png"_s, u"--at"_s, u"2026-01-01"_s, u"--to"_s, u"2026-01-01"_s} << 2;
        QTest::newRow("a folder of views that is not there")
            << QStringList{u"-o"_s, u"a"_s, u"--views"_s, u"/nowhere"_s} << 1;
        QTest::newRow("a range without data")
            << QStringList{u"-o"_s,     u"a.png"_s,      u"--episode"_s, u"january-2026"_s,
                           u"--from"_s, u"2020-01-01"_s, u"--to"_s,      u"2020-02-01"_s}
            << 1;
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
        const auto ended = exported(QStringList{u"--data-dir"_s, path(u"data"_s)} + arguments);
        QCOMPARE(ended.exitCode, exitCode);
        QVERIFY(ended.words.startsWith("holdline: "));
        QVERIFY(ended.output.isEmpty());
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
        const auto ended =
            exported(QStringList(episode) << u"--view"_s << view.fileName() << u"-o"_s << path(u"a.png"_s));
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.words.contains(says), ended.words.constData());
        QVERIFY2(ended.words.contains("view.json"), ended.words.constData());
        QVERIFY(!QFile::exists(path(u"a.png"_s)));
    }
    void aSavedViewIsToldByItsName()
    {
        const QByteArray json =
            R"({"version":1,"episode":"january-2026","title":"Desk","zone":"Asia/Tokyo"})";
        for (const auto& name : {u"data/views/my desk.json"_s, u"data/views/other.json"_s}) {
            QDir(m_dir->path()).mkpath(u"data/views"_s);
            QFile view(path(name));
            QVERIFY(view.open(QIODevice::WriteOnly) && view.write(json) == json.size());
        }
        const QStringList data{u"--data-dir"_s, path(u"data"_s), u"--view"_s};
        for (const auto& [view, name] : {std::pair{u"my desk"_s, u"a.json"_s},
                                         std::pair{path(u"data/views/my desk.json"_s), u"b.json"_s}}) {
            const auto ended = exported(data + QStringList{view, u"-o"_s, path(name)});
            QVERIFY2(ended.exitCode == 0, ended.words.constData());
        }
        QFile named(path(u"a.json"_s));
        QFile told(path(u"b.json"_s));
        QVERIFY(named.open(QIODevice::ReadOnly) && told.open(QIODevice::ReadOnly));
        const QByteArray bytes = named.readAll();
        QVERIFY(bytes.contains("\"Desk\""));
        QVERIFY(bytes == told.readAll());
        const auto ended = exported(data + QStringList{u"june"_s, u"-o"_s, path(u"c.json"_s)});
        QCOMPARE(ended.exitCode, 1);
        QVERIFY2(ended.words.contains("“june”; there are my desk, other"), ended.words.constData());
    }

private:
    QString path(const QString& name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(ExportOptionsTest)
#include "tst_exportoptions.moc"
