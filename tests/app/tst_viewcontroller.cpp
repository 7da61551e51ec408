// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/viewcontroller.h"
#include "app/viewfile.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "tests/support/syntheticview.h"
#include "widgets/timeline/timelinewidget.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QInputDialog>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

WindowServices servicesOf(const Clock& clock, const QString& dataDir)
{
    return {.clock = clock,
            .dataDir = dataDir,
            .load = [](const View& view) -> Result<LoadedView> {
                if (view.episode == u"none"_s)
                    return Error{Error::Kind::Unavailable, u"There is no episode named none."_s};
                LoadedView loaded{.view = view,
                                  .data = std::make_shared<const ViewData>(testing::syntheticViewData()),
                                  .shown = u"Episode synthetic"_s,
                                  .notice = {}};
                if (view.range.isEmpty())
                    loaded.view.range = testing::syntheticView().range;
                if (view.panes.empty())
                    loaded.view.panes = testing::syntheticView().panes;
                return loaded;
            },
            .loadCards = [](const View&, const ViewData&) { return Result<CardData>(CardData{}); },
            .release = {},
            .picture = {},
            .save = {},
            .importFile = {}};
}

/// Names as they are typed into the questions that follow, one after the other.
void typeNames(QStringList names)
{
    QTimer::singleShot(0, qApp, [names]() mutable {
        auto* const dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setTextValue(names.takeFirst());
        if (!names.isEmpty())
            typeNames(names);
        dialog->accept();
    });
}

void giveUp()
{
    QTimer::singleShot(0, qApp, [] { qobject_cast<QDialog*>(QApplication::activeModalWidget())->reject(); });
}

/// Answers the next question with yes or no, and keeps what it was.
void answer(bool yes, QString& question)
{
    QTimer::singleShot(0, qApp, [yes, &question] {
        auto* const box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(box);
        question = box->text();
        box->button(yes ? QMessageBox::Yes : QMessageBox::No)->click();
    });
}

} // namespace

/// Saved views in the window.
class TestViewController final : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_services = std::make_unique<WindowServices>(servicesOf(m_clock, m_folder->path()));
        m_window = std::make_unique<MainWindow>(*m_services, View{});
        m_menu = nullptr;
        for (QMenu* const menu : m_window->findChildren<QMenu*>())
            if (menu->title() == u"Views"_s)
                m_menu = menu;
        QVERIFY(m_menu);
        QSignalSpy settled(m_window.get(), &MainWindow::settled);
        m_window->show();
        QVERIFY(settled.wait(20'000) && QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow(); // its keys are those of an active window
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void withoutAnyTheMenuSaysSo()
    {
        QCOMPARE(entries(), (QStringList{u"No view is saved yet"_s, u"Save view as…"_s, u"Manage views…"_s}));
    }
    void theyStandByNameAndOneThatCannotBeReadSaysWhy()
    {
        keep(u"b & c"_s, View{});
        keep(u"A"_s, View{});
        write(u"broken"_s, "[]");
        QCOMPARE(entries().mid(0, 3), (QStringList{u"A\tAlt+1"_s, u"b && c\tAlt+2"_s, u"broken\tAlt+3"_s}));
        const QAction* const broken = m_menu->actions().at(2);
        QVERIFY(!broken->isEnabled());
        QVERIFY2(broken->toolTip().contains(u"is not a view"_s), qPrintable(broken->toolTip()));
        QVERIFY(m_menu->toolTipsVisible());
    }
    void theTenthHasNoKey()
    {
        for (int n = 10; n < 20; ++n)
            keep(QString::number(n), View{});
        QCOMPARE(entries().at(8), u"18\tAlt+9"_s);
        QCOMPARE(entries().at(9), u"19"_s);
    }

    void aViewIsOpenedByItsKeyAndByItsEntry()
    {
        View other = testing::syntheticView();
        other.title = u"one"_s;
        keep(u"one"_s, other);
        other.title = u"two"_s;
        other.zone = u"Asia/Tokyo"_s;
        keep(u"two"_s, other);
        QSignalSpy settled(m_window.get(), &MainWindow::settled);
        QTest::keyClick(m_window.get(), Qt::Key_2, Qt::AltModifier);
        QVERIFY(settled.wait(20'000));
        QCOMPARE(shown().title, u"two"_s);
        QCOMPARE(shown().zone, u"Asia/Tokyo"_s);
        QVERIFY(!m_window->views().isChanged());
        entries();
        m_menu->actions().at(0)->trigger();
        QVERIFY(settled.wait(20'000));
        QCOMPARE(shown().title, u"one"_s);
        QTest::keyClick(m_window.get(), Qt::Key_7, Qt::AltModifier); // there is none
        QCOMPARE(shown().title, u"one"_s);
    }
    void whatIsShownIsSavedUnderAName()
    {
        const View before = shown();
        typeNames({u" Desk 1 "_s});
        m_window->views().saveAs();
        View saved = readViewFile(pathOf(u"Desk 1"_s)).value();
        QCOMPARE(saved.range, before.range);
        QCOMPARE(saved.asOf, before.asOf);
        saved.size = before.size;
        saved.scale = before.scale;
        QCOMPARE(saved, before);
        QCOMPARE(entries(), (QStringList{u"Desk 1\tAlt+1"_s, u"Save view as…"_s, u"Manage views…"_s}));
    }
    void theTimeOfAReplayGoesAlong()
    {
        View then = testing::syntheticView();
        then.asOf = testing::windowHour(100);
        open(u"then"_s, then);
        typeNames({u"again"_s});
        m_window->views().saveAs();
        QCOMPARE(readViewFile(pathOf(u"again"_s)).value().asOf, then.asOf);
    }
    void aBadNameIsAskedForAgain()
    {
        typeNames({u"../desk"_s, QString(), u"desk"_s});
        m_window->views().saveAs();
        QVERIFY(QFile::exists(pathOf(u"desk"_s)));
        giveUp();
        m_window->views().saveAs();
        QCOMPARE(savedViews(m_folder->path()).size(), std::size_t(1));
    }
    void oneThatIsThereIsReplacedOnlyWhenAsked()
    {
        write(u"desk"_s, "[]");
        QString question;
        for (const bool yes : {false, true}) {
            typeNames({u"desk"_s});
            QTimer::singleShot(0, qApp, [yes, &question] { answer(yes, question); });
            m_window->views().saveAs();
            QVERIFY(question.contains(u"“desk” already"_s));
            QCOMPARE(readViewFile(pathOf(u"desk"_s)).hasValue(), yes);
        }
    }

    void aChangeIsOfferedToBeSaved()
    {
        open(u"desk"_s, testing::syntheticView());
        QVERIFY(!entries().contains(u"Save “desk”"_s));
        m_window->timeline().change(ViewEdit::Kind::Zone, [](View& view) { view.zone = u"Asia/Tokyo"_s; });
        QVERIFY(entries().contains(u"Save “desk”"_s));
        m_window->views().saveAgain();
        QVERIFY(!entries().contains(u"Save “desk”"_s));
        QCOMPARE(readViewFile(pathOf(u"desk"_s)).value().zone, u"Asia/Tokyo"_s);
        m_window->history().undoStack().undo();
        QVERIFY(entries().contains(u"Save “desk”"_s));
    }
    void whatLoadingFillsInIsNoChange()
    {
        open(u"desk"_s, View{});
        QVERIFY(!m_window->views().isChanged());
    }
    void aViewThatCouldNotBeShownIsNotWrittenOver()
    {
        open(u"desk"_s, testing::syntheticView());
        View none = testing::syntheticView();
        none.episode = u"none"_s;
        open(u"none"_s, none);
        QVERIFY(!m_window->notice().isEmpty());
        m_window->timeline().change(ViewEdit::Kind::Zone, [](View& view) { view.zone = u"Asia/Tokyo"_s; });
        QVERIFY(entries().contains(u"Save “desk”"_s));
        QVERIFY(!entries().contains(u"Save “none”"_s));
    }
    void aViewOfAnotherFolderIsNoSavedOne()
    {
        open(u"desk"_s, testing::syntheticView());
        const QTemporaryDir elsewhere;
        const QString path = elsewhere.filePath(u"desk.json"_s);
        View other = testing::syntheticView();
        other.title = u"other"_s;
        QVERIFY(writeViewFile(path, other).hasValue());
        openPath(path);
        m_window->timeline().change(ViewEdit::Kind::Zone, [](View& view) { view.zone = u"Asia/Tokyo"_s; });
        QVERIFY(!m_window->views().isChanged());
    }

    void viewsAreRenamedAndDeleted()
    {
        open(u"desk"_s, testing::syntheticView());
        keep(u"other"_s, View{});
        SavedViewsDialog* const dialog = m_window->views().manage();
        QCOMPARE(m_window->views().manage(), dialog); // there is one
        QCOMPARE(names(*dialog), (QStringList{u"desk"_s, u"other"_s}));
        dialog->choose(u"desk"_s);
        typeNames({u"trading"_s});
        emit dialog->renameRequested(dialog->name());
        QCOMPARE(names(*dialog), (QStringList{u"other"_s, u"trading"_s}));
        QCOMPARE(dialog->name(), u"trading"_s);
        m_window->timeline().change(ViewEdit::Kind::Zone, [](View& view) { view.zone = u"Asia/Tokyo"_s; });
        QVERIFY(entries().contains(u"Save “trading”"_s));
        QString question;
        answer(false, question);
        emit dialog->removeRequested(u"trading"_s);
        QVERIFY(QFile::exists(pathOf(u"trading"_s)));
        answer(true, question);
        emit dialog->removeRequested(u"trading"_s);
        QVERIFY(question.contains(u"“trading”"_s));
        QCOMPARE(names(*dialog), QStringList{u"other"_s});
        QVERIFY(!entries().contains(u"Save “trading”"_s));
    }

private:
    [[nodiscard]] const View& shown() const { return m_window->history().view(); }
    [[nodiscard]] QString pathOf(const QString& name) const { return savedViewPath(m_folder->path(), name); }
    void keep(const QString& name, const View& view) const
    {
        QVERIFY(writeViewFile(pathOf(name), view).hasValue());
    }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QDir(m_folder->path()).mkpath(u"views"_s);
        QFile file(pathOf(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void open(const QString& name, const View& view)
    {
        keep(name, view);
        openPath(pathOf(name));
    }
    void openPath(const QString& path)
    {
        QSignalSpy settled(m_window.get(), &MainWindow::settled);
        m_window->openView(path);
        QVERIFY(settled.wait(20'000));
    }
    /// What the menu holds when it opens, without separators.
    QStringList entries()
    {
        emit m_menu->aboutToShow();
        QStringList texts;
        for (const QAction* const action : m_menu->actions())
            if (!action->isSeparator())
                texts.append(action->text());
        return texts;
    }
    static QStringList names(const SavedViewsDialog& dialog)
    {
        const auto* const list = dialog.findChild<QListWidget*>();
        QStringList texts;
        for (int row = 0; row < list->count(); ++row)
            texts.append(list->item(row)->text());
        return texts;
    }

    testing::FakeClock m_clock{testing::windowHour(240)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowServices> m_services;
    std::unique_ptr<MainWindow> m_window;
    QMenu* m_menu = nullptr;
};

QTEST_MAIN(TestViewController)
#include "tst_viewcontroller.moc"
