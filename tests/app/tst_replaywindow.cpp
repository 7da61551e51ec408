// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/replayclock.h"
#include "app/viewsource.h"
#include "models/foundation/steadyclock.h"
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "widgets/controls/replaybar.h"
#include "widgets/panels/briefpanel.h"
#include "widgets/timeline/timelinewidget.h"

#include <QDockWidget>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace holdline;
using namespace Qt::StringLiterals;

namespace {

UtcTime moment(const char* iso)
{
    return parseIso(iso).value();
}

} // namespace

/// The window on the bundled episode, its store and its threads being the real ones.
class TestReplayWindow final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{moment("2026-02-01T00:00:00Z")};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowServices> m_services;
    std::unique_ptr<MainWindow> m_window;

    bool open()
    {
        View view;
        view.episode = u"january-2026"_s;
        view.range = {moment("2026-01-13T00:00:00Z"), moment("2026-01-24T00:00:00Z")};
        m_services = std::make_unique<WindowServices>(windowServices(m_folder->path(), m_clock));
        m_services->live = {};
        m_services->alerts = {};
        m_window = std::make_unique<MainWindow>(*m_services, view);
        QSignalSpy settled(m_window.get(), &MainWindow::settled);
        m_window->show();
        if (!settled.wait(20'000) || !QTest::qWaitForWindowExposed(m_window.get()))
            return false;
        m_window->activateWindow(); // its keys are those of an active window
        return QTest::qWaitForWindowActive(m_window.get());
    }
    const ViewData& data() { return m_window->timeline().viewData(); }
    bool isShown(const char* time)
    {
        return QTest::qWaitFor(
            [&] { return data().asOf == moment(time) && m_window->history().view().asOf == moment(time); },
            20'000);
    }
    QString brief()
    {
        const auto* panel = m_window->findChild<BriefPanel*>(); // made with the first cards
        return panel ? panel->text(BriefForm::Plain) : QString();
    }

private slots:
    void init()
    {
        testing::failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_window.reset();
        m_services.reset();
    }

    void everythingFollowsOneClock()
    {
        QVERIFY(open());
        auto& bar = *m_window->findChild<ReplayBar*>();
        QVERIFY(!bar.isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QVERIFY(bar.isVisible());
        m_window->replay().goTo(moment("2026-01-20T12:00:00Z"));
        QVERIFY(isShown("2026-01-20T12:00:00Z"));
        m_window->findChild<QDockWidget*>(u"dock-brief"_s)->raise(); // what no one sees is not filled
        // No candle that closed later, no flow that became known later, no state that came later.
        QVERIFY(*data().lastClose <= moment("2026-01-20T12:00:00Z"));
        for (const PaneData& pane : data().panes) {
            for (const auto& samples : pane.samples) {
                for (const SamplePoint& point : samples->points())
                    QVERIFY2(point.knownMs <= toMsecs(moment("2026-01-20T12:00:00Z")), qPrintable(pane.kind));
            }
        }
        for (const LevelData& level : data().levels) {
            for (const LevelState& state : level.states)
                QVERIFY(state.at <= moment("2026-01-20T12:00:00Z"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(brief().contains(u"20 January 2026, 12:00 UTC"_s), 20'000);
        QVERIFY(!brief().contains(u"is lost"_s));
        m_window->replay().goTo(moment("2026-01-21T06:00:00Z"));
        QVERIFY(isShown("2026-01-21T06:00:00Z"));
        QTRY_VERIFY_WITH_TIMEOUT(brief().contains(u"is lost"_s), 20'000);
    }

    void stepsByKeysAndKeepsWhatWasDone()
    {
        QVERIFY(open());
        m_window->history().apply({ViewEdit::Kind::Interval, [&] {
                                       View view = m_window->history().view();
                                       view.interval = fourHours;
                                       return view;
                                   }()});
        const int steps = m_window->history().undoStack().count();
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        m_window->replay().goTo(moment("2026-01-20T12:00:00Z"));
        QVERIFY(isShown("2026-01-20T12:00:00Z"));
        QTest::keyClick(m_window.get(), Qt::Key_Period);
        QVERIFY(isShown("2026-01-20T13:00:00Z"));
        QTest::keyClick(m_window.get(), Qt::Key_Comma);
        QVERIFY(isShown("2026-01-20T12:00:00Z"));
        QCOMPARE(m_window->history().undoStack().count(), steps); // time is no step of undo
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(m_window->replay().isPlaying());
        QTRY_VERIFY_WITH_TIMEOUT(m_window->history().view().asOf > moment("2026-01-20T14:00:00Z"), 20'000);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(!m_window->replay().isPlaying());
    }

    void aPaneThatIsSwitchedOnIsFilled()
    {
        QVERIFY(open());
        View view = m_window->history().view();
        view.panes.push_back({.kind = u"options"_s});
        m_window->history().apply({ViewEdit::Kind::Panes, view});
        const auto isFilled = [&] {
            return std::ranges::any_of(data().panes, [](const PaneData& pane) {
                return pane.kind == u"options"_s && !pane.samples.empty();
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isFilled(), 20'000);
    }

    void theWayBackShowsAllThatIsKnown()
    {
        QVERIFY(open());
        const UtcTime known = data().asOf;
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        m_window->replay().goTo(moment("2026-01-18T00:00:00Z"));
        QVERIFY(isShown("2026-01-18T00:00:00Z"));
        QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
        QTRY_COMPARE_WITH_TIMEOUT(data().asOf, known, 20'000);
        QVERIFY(!m_window->history().view().asOf);
        QVERIFY(!m_window->findChild<ReplayBar*>()->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Period); // the keys are the timeline's again
        QVERIFY(!m_window->replay().isOn());
    }
};

QTEST_MAIN(TestReplayWindow)
#include "tst_replaywindow.moc"
