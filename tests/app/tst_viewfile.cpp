// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewfile.h"
#include "tests/support/failonwarning.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace holdline;
using namespace Qt::StringLiterals;

class ViewFileTest final : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void readsWhatItWrites()
    {
        View view;
        view.title = u"A & B"_s;
        view.panes = defaultPanes();
        const QString path = m_dir->filePath(u"deep/er/view.json"_s);
        QVERIFY(writeViewFile(path, view).hasValue());
        QVERIFY(readViewFile(path).value() == view);
    }
    /// As the super-user a rename would put the view in the place of the thing itself.
    void whatIsNoFileIsLeftAlone()
    {
        const QString pipe = m_dir->filePath(u"pipe.json"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QVERIFY(QFile::link(pipe, m_dir->filePath(u"link.json"_s)));
        QVERIFY(QDir(m_dir->path()).mkdir(u"folder.json"_s));
        for (const auto& name : {u"pipe.json"_s, u"link.json"_s, u"folder.json"_s}) {
            const auto done = writeViewFile(m_dir->filePath(name), View{});
            QVERIFY(done.hasError());
            QCOMPARE(done.error().kind, Error::Kind::Storage);
            QVERIFY(done.error().message.contains(u"not an ordinary file"_s));
        }
        struct stat is = {};
        QCOMPARE(lstat(QFile::encodeName(pipe).constData(), &is), 0);
        QVERIFY(S_ISFIFO(is.st_mode));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(ViewFileTest)
#include "tst_viewfile.moc"
