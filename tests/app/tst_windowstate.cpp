// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/windowstate.h"
#include "tests/support/failonwarning.h"

#include <QFile>
#include <QTemporaryDir>

using namespace holdline;

class TestWindowState final : public QObject {
    Q_OBJECT
private slots:
    void init() { testing::failOnAnyWarning(); }

    void aWindowComesBackOntoAScreen_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QList<QRect>>("screens");
        QTest::addColumn<QRect>("placed");
        const QRect left(0, 0, 1920, 1050);
        const QRect right(1920, 0, 2560, 1410);
        const QRect there(2200, 100, 1200, 800);
        QTest::newRow("on its screen it stays") << there << QList{left, right} << there;
        QTest::newRow("its screen is gone") << there << QList{left} << QRect(720, 100, 1200, 800);
        QTest::newRow("the screen above is gone")
            << QRect(100, -1000, 800, 600) << QList{left} << QRect(100, 0, 800, 600);
        QTest::newRow("larger than what is left")
            << QRect(1920, 0, 2560, 1410) << QList{left} << QRect(0, 0, 1920, 1050);
        QTest::newRow("over two screens it goes to the one that it covers more")
            << QRect(1720, 0, 1000, 800) << QList{left, right} << QRect(1920, 0, 1000, 800);
        QTest::newRow("its title bar stays below a panel at the top")
            << QRect(10, 0, 800, 600) << QList{QRect(0, 40, 1920, 1010)} << QRect(10, 40, 800, 600);
        QTest::newRow("without a size it gets one")
            << QRect(100, 80, 0, 0) << QList{left} << QRect(100, 80, 1400, 860);
        QTest::newRow("no screen at all") << there << QList<QRect>{} << there;
    }
    void aWindowComesBackOntoAScreen()
    {
        QFETCH(QRect, wanted);
        QFETCH(QList<QRect>, screens);
        QFETCH(QRect, placed);
        QCOMPARE(clampedToScreens(wanted, screens), placed);
    }

    void whatIsSavedComesBack()
    {
        const QTemporaryDir folder;
        const WindowState state{.geometry = {10, 20, 1300, 700},
                                .isMaximised = true,
                                .docks = QByteArray("\0\1docks", 7),
                                .theme = QStringLiteral("light"),
                                .zone = QStringLiteral("Asia/Tokyo"),
                                .pictureScale = 3};
        saveWindowState(folder.path(), state);
        QVERIFY(loadWindowState(folder.path()) == state);
    }

    void keysOfAnotherVersionStay()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("window.ini"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[later]\ncolour=blue\n");
        file.close();
        saveWindowState(folder.path(), {});
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("colour=blue"));
    }

    void aFirstStartHasDefaults()
    {
        const QTemporaryDir folder;
        QVERIFY(loadWindowState(folder.path()) == WindowState{});
    }
};

QTEST_GUILESS_MAIN(TestWindowState)
#include "tst_windowstate.moc"
