// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "tests/support/cardexamples.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/syntheticview.h"
#include "widgets/controls/intervalbar.h"
#include "widgets/timeline/timelinewidget.h"

#include <QAbstractButton>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace holdline;
using namespace Qt::StringLiterals;
using holdline::testing::windowHour;

class TestMainWindow final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{windowHour(240)};
    std::unique_ptr<QTemporaryDir> m_folder;

    WindowServices services()
    {
        return {.clock = m_clock,
                .dataDir = m_folder->path(),
                .load = [](const View& view) -> Result<LoadedView> {
                    if (view.episode == u"none"_s)
                        return Error{Error::Kind::Unavailable, u"There is no episode named none."_s};
                    LoadedView loaded{.view = testing::syntheticView(),
                                      .data = std::make_shared<const ViewData>(testing::syntheticViewData()),
                                      .shown = u"Episode synthetic"_s,
                                      .notice = {}};
                    loaded.view.theme = view.theme;
                    return loaded;
                },
                .loadCards = [](const View&, const ViewData&) { return Result<CardData>(CardData{}); },
                .release = {},
                .picture = [](const View& view, const ViewData&) -> Result<QImage> {
                    return QImage(view.size * view.scale, QImage::Format_RGB32);
                },
                .save = [](const View&, const ViewData&, const QString&) -> Result<Done> { return Done{}; },
                .importFile = [](const QString& file, const Progress&) -> Result<QString> {
                    return file + u": 3 rows"_s;
                }};
    }

    static bool settle(MainWindow& window)
    {
        QSignalSpy settled(&window, &MainWindow::settled);
        window.show();
        return settled.wait(20'000) && QTest::qWaitForWindowExposed(&window);
    }

    static QDockWidget* anyDock(MainWindow& window)
    {
        const auto docks = window.findChildren<QDockWidget*>();
        return docks.isEmpty() ? nullptr : docks.constFirst();
    }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void showsAtOnceAndFillsLater()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QCOMPARE(window.statusText(), u"Loading…"_s);
        QVERIFY(settle(window));
        QCOMPARE(window.statusText(), u"Episode synthetic"_s);
        QCOMPARE(window.timeline().viewData().instrumentTitle, u"BTC-USDT"_s);
        QVERIFY(window.windowTitle().contains(u"BTC-USDT"_s));
        QVERIFY(window.notice().isEmpty());
    }

    void cardsComeWithTheirData()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(anyDock(window));
        QVERIFY(!anyDock(window)->widget()); // an empty card would say that nothing is stored
        QVERIFY(settle(window));
        QTRY_VERIFY(anyDock(window)->widget());
    }

    void aStudyIsAskedForAtTheMomentOfTheCardsAndShown()
    {
        WindowServices given = services();
        given.loadCards = [](const View&, const ViewData&) {
            return Result<CardData>(testing::exampleCards());
        };
        auto asked = std::make_shared<std::vector<std::pair<QString, StudyQuestion>>>();
        given.study = [asked](const QString& episode, const StudyQuestion& question) {
            asked->emplace_back(episode, question); // read when the answer is there
            return Result<EventStudy>(testing::exampleStudy());
        };
        MainWindow window(given, {});
        QVERIFY(settle(window));
        auto* dock = window.findChild<QDockWidget*>(u"dock-study"_s);
        QVERIFY(dock);
        QTRY_VERIFY(dock->widget());
        dock->raise();
        const auto says = [&](const QString& text) {
            const auto labels = dock->findChildren<QLabel*>();
            return std::any_of(labels.begin(), labels.end(),
                               [&](const QLabel* label) { return label->text().startsWith(text); });
        };
        QTRY_VERIFY(says(u"9 occurrences"_s));
        QCOMPARE(asked->size(), std::size_t(1));
        QCOMPARE(asked->front().first, window.history().view().episode);
        QVERIFY(asked->front().second == testing::exampleStudyQuestion());
    }

    void saysWhatWentWrongAndWhatMendsIt()
    {
        const WindowServices given = services();
        View view;
        view.episode = u"none"_s;
        MainWindow window(given, view);
        QVERIFY(settle(window));
        QCOMPARE(window.notice(), u"There is no episode named none."_s);
    }

    void escapeNeverClosesTheWindow()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&window.timeline(), Qt::Key_Escape);
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(window.isVisible());
    }

    void buttonsAndKeysChangeTheViewAndUndoBringsItBack()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto buttons = window.findChildren<QAbstractButton*>();
        const auto press = [&](const QString& text) {
            for (auto* button : buttons) {
                if (button->text() == text && button->isVisible())
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        };
        press(u"4h"_s);
        QCOMPARE(window.history().view().interval.name(), u"4h"_s);
        press(u"Log"_s);
        QVERIFY(window.history().view().panes[0].logarithmic);
        press(u"Light"_s);
        QCOMPARE(window.history().view().theme, u"light"_s);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(window.history().view().interval.name(), u"1h"_s);
        QCOMPARE(window.history().view().theme, u"dark"_s);
    }

    void aTypedIntervalIsTaken()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        QTest::keyClick(&window.timeline(), Qt::Key_1);
        auto* entry = window.findChild<QLineEdit*>();
        QTRY_VERIFY(entry->isVisible());
        QTest::keyClicks(entry, u"5"_s);
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(window.history().view().interval.name(), u"15m"_s);
        QVERIFY(!entry->isVisible());
    }

    void docksComeBackWhereTheyWere()
    {
        const WindowServices given = services();
        {
            MainWindow window(given, {});
            QVERIFY(settle(window));
            QVERIFY(anyDock(window));
            anyDock(window)->hide();
            window.setGeometry(10, 20, 760, 700);
            window.close();
        }
        MainWindow window(given, {});
        QVERIFY(settle(window));
        QVERIFY(!anyDock(window)->isVisible());
        QCOMPARE(window.geometry().size(), QSize(760, 700));
    }

    void aWindowFromALostScreenComesBack()
    {
        WindowState lost;
        lost.geometry = {9000, -4000, 700, 500};
        saveWindowState(m_folder->path(), lost);
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        QVERIFY(window.screen()->availableGeometry().contains(window.geometry()));
    }

    void aViewSurvivesItsFile()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        const QString path = m_folder->filePath(u"views/mine.json"_s);
        window.saveView(path);
        QVERIFY(window.notice().isEmpty());
        QVERIFY(QFile::exists(path));
        window.openView(m_folder->filePath(u"views/other.json"_s));
        QVERIFY(window.notice().contains(u"other.json"_s));
    }

    void everythingThatTakesTheKeyboardHasAName()
    {
        const WindowServices given = services();
        MainWindow window(given, {});
        QVERIFY(settle(window));
        for (const auto* widget : window.findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool takesKeys = widget->focusPolicy() & Qt::TabFocus;
            if (!takesKeys || !widget->isVisible())
                continue;
            const bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(hasName, widget->metaObject()->className());
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
