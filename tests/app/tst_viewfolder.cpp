// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewfile.h"
#include "app/viewfolder.h"
#include "tests/support/failonwarning.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

class TestViewFolder final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void withoutAFolderThereAreNone() { QVERIFY(savedViews(m_folder->path()).empty()); }
    void theyStandByNameAndWhatCannotBeReadSaysWhy()
    {
        for (const auto& name : {u"zwei"_s, u"Drei"_s, u"a-1"_s})
            QVERIFY(writeViewFile(pathOf(name), View{}).hasValue());
        write(u"broken"_s, "[]");
        write(u"newer"_s, R"({"version":99})");
        QDir(m_folder->filePath(u"views"_s)).mkdir(u"folder.json"_s);
        QVERIFY(QFile(m_folder->filePath(u"views/notes.txt"_s)).open(QIODevice::WriteOnly));
        const auto views = savedViews(m_folder->path());
        QStringList names;
        QStringList broken;
        for (const SavedView& view : views) {
            names.append(view.name);
            QCOMPARE(view.path, pathOf(view.name));
            if (!view.problem.isEmpty())
                broken.append(view.name);
        }
        QCOMPARE(names, (QStringList{u"a-1"_s, u"broken"_s, u"Drei"_s, u"newer"_s, u"zwei"_s}));
        QCOMPARE(broken, (QStringList{u"broken"_s, u"newer"_s}));
        QVERIFY(views[1].problem.contains(u"is not a view"_s));
    }

    void aNameIsChecked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("plain") << u"Desk 2-a"_s << true;
        QTest::newRow("of any script") << u"市場 für Ελλάδα"_s << true;
        QTest::newRow("longest") << QString(80, u'x') << true;
        QTest::newRow("too long") << QString(81, u'x') << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("a blank") << u" "_s << false;
        QTest::newRow("a blank behind") << u"a "_s << false;
        QTest::newRow("another folder") << u"../a"_s << false;
        QTest::newRow("hidden") << u".a"_s << false;
        QTest::newRow("a line end") << u"a\nb"_s << false;
        QTest::newRow("a colon") << u"a:b"_s << false;
    }
    void aNameIsChecked()
    {
        QFETCH(QString, name);
        QFETCH(bool, isGood);
        const auto done = checkViewName(name);
        QCOMPARE(done.hasValue(), isGood);
        if (!isGood)
            QCOMPARE(done.error().kind, Error::Kind::Usage);
    }

    void aPathGoesBeforeAName()
    {
        QVERIFY(writeViewFile(pathOf(u"desk"_s), View{}).hasValue());
        const QString file = m_folder->filePath(u"desk"_s);
        QCOMPARE(findViewFile(u"desk"_s, m_folder->path()).value(), pathOf(u"desk"_s));
        QVERIFY(writeViewFile(file, View{}).hasValue());
        QCOMPARE(findViewFile(file, m_folder->path()).value(), file);
        QCOMPARE(findViewFile(u"nowhere.json"_s, m_folder->path()).value(), u"nowhere.json"_s);
    }
    void thoseThatThereAreAreNamed()
    {
        const auto none = findViewFile(u"other"_s, m_folder->path());
        QCOMPARE(none.error().kind, Error::Kind::Unavailable);
        QVERIFY(none.error().message.endsWith(u"no view is saved"_s));
        for (const auto& name : {u"zwei"_s, u"Eins"_s})
            QVERIFY(writeViewFile(pathOf(name), View{}).hasValue());
        QCOMPARE(findViewFile(u"other"_s, m_folder->path()).error().message,
                 u"there is no file and no saved view “other”; there are Eins, zwei"_s);
    }

    void oneIsRenamedAndAnotherNeverReplaced()
    {
        write(u"one"_s, "1");
        write(u"two"_s, "2");
        QCOMPARE(renameSavedView(m_folder->path(), u"one"_s, u"two"_s).error().message,
                 u"There is a view “two” already."_s);
        QCOMPARE(renameSavedView(m_folder->path(), u"one"_s, u"../x"_s).error().kind, Error::Kind::Usage);
        QVERIFY(renameSavedView(m_folder->path(), u"one"_s, u"three"_s).hasValue());
        QCOMPARE(renameSavedView(m_folder->path(), u"one"_s, u"four"_s).error().kind, Error::Kind::Storage);
        QCOMPARE(content(u"three"_s), "1");
        QCOMPARE(content(u"two"_s), "2");
        QVERIFY(!QFile::exists(pathOf(u"one"_s)));
    }
    void oneIsRemoved()
    {
        write(u"one"_s, "1");
        QVERIFY(removeSavedView(m_folder->path(), u"one"_s).hasValue());
        QVERIFY(!QFile::exists(pathOf(u"one"_s)));
        QCOMPARE(removeSavedView(m_folder->path(), u"one"_s).error().kind, Error::Kind::Storage);
    }

private:
    [[nodiscard]] QString pathOf(const QString& name) const { return savedViewPath(m_folder->path(), name); }
    void write(const QString& name, const QByteArray& bytes)
    {
        QDir(m_folder->path()).mkpath(u"views"_s);
        QFile file(pathOf(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    [[nodiscard]] QByteArray content(const QString& name) const
    {
        QFile file(pathOf(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestViewFolder)
#include "tst_viewfolder.moc"
