// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "widgets/timeline/viewhistory.h"

#include <QSignalSpy>

using namespace holdline;
using namespace std::chrono_literals;

namespace {

ViewEdit panTo(const View& view, int hours, ViewEdit::Kind kind = ViewEdit::Kind::Pan)
{
    ViewEdit edit{kind, view};
    edit.view.range = {fromMsecs(0) + std::chrono::hours(hours),
                       fromMsecs(0) + std::chrono::hours(hours + 1)};
    return edit;
}

ViewEdit scaledTo(const View& view, int low)
{
    ViewEdit edit{ViewEdit::Kind::ScaleValues, view};
    if (edit.view.panes.empty())
        edit.view.panes = {{}};
    edit.view.panes.front().low = low;
    edit.view.panes.front().high = low + 1;
    return edit;
}

int shownLow(const ViewHistory& history)
{
    return static_cast<int>(history.view().panes.front().low.value_or(0));
}

int shownHour(const ViewHistory& history)
{
    return static_cast<int>(toMsecs(history.view().range.from) / 3'600'000);
}

} // namespace

class TestViewHistory final : public QObject {
    Q_OBJECT

    testing::FakeClock m_clock{fromMsecs(0)};

private slots:
    void init() { testing::failOnAnyWarning(); }

    void undoGoesBackAndRedoForth()
    {
        ViewHistory history(m_clock);
        history.apply(scaledTo(history.view(), 1), 1);
        history.apply(scaledTo(history.view(), 2), 2);
        history.undoStack().undo();
        QCOMPARE(shownLow(history), 1);
        history.undoStack().undo();
        QVERIFY(history.view().panes.empty());
        history.undoStack().redo();
        QCOMPARE(shownLow(history), 1);
    }

    void movingAboutInTimeIsNoStepAndKeepsRedo()
    {
        ViewHistory history(m_clock);
        history.apply(scaledTo(history.view(), 1), 1);
        history.undoStack().undo();
        for (const auto kind : {ViewEdit::Kind::Pan, ViewEdit::Kind::Zoom, ViewEdit::Kind::GoTo})
            history.apply(panTo(history.view(), static_cast<int>(kind) + 5, kind));
        QCOMPARE(history.undoStack().count(), 1);
        const int hour = shownHour(history);
        history.undoStack().redo();
        QCOMPARE(shownLow(history), 1);
        QCOMPARE(shownHour(history), hour); // the user stays where he has gone meanwhile
        history.undoStack().undo();
        QCOMPARE(shownHour(history), hour);
    }

    void aStepThatMovedGoesBackInTimeToo()
    {
        ViewHistory history(m_clock);
        history.apply(panTo(history.view(), 3));
        history.apply(panTo(history.view(), 7, ViewEdit::Kind::Reset));
        history.apply(panTo(history.view(), 9));
        history.undoStack().undo();
        QCOMPARE(shownHour(history), 3);
    }

    void oneDragIsOneStep()
    {
        ViewHistory history(m_clock);
        for (int low = 1; low <= 5; ++low) {
            history.apply(scaledTo(history.view(), low), 7);
            m_clock.advance(1s);
        }
        QCOMPARE(history.undoStack().count(), 1);
        history.undoStack().undo();
        QVERIFY(history.view().panes.empty());
    }

    void aTurnOfTheWheelIsOneStep()
    {
        ViewHistory history(m_clock);
        history.apply(scaledTo(history.view(), 1));
        m_clock.advance(399ms);
        history.apply(scaledTo(history.view(), 2));
        QCOMPARE(history.undoStack().count(), 1);
        m_clock.advance(400ms);
        history.apply(scaledTo(history.view(), 3));
        QCOMPARE(history.undoStack().count(), 2);
    }

    void togglesInQuickSuccessionAreSteps()
    {
        ViewHistory history(m_clock);
        for (const char* kind : {"price", "", "taker"}) {
            ViewEdit edit{ViewEdit::Kind::Maximise, history.view()};
            edit.view.maximised = QString::fromLatin1(kind);
            history.apply(edit);
        }
        QCOMPARE(history.undoStack().count(), 3);
    }

    void anEditThatChangesNothingIsNone()
    {
        ViewHistory history(m_clock);
        const QSignalSpy changes(&history, &ViewHistory::viewChanged);
        history.apply({ViewEdit::Kind::Pan, history.view()});
        QCOMPARE(history.undoStack().count(), 0);
        QCOMPARE(changes.count(), 0);
    }

    void everyChangeIsToldOnce()
    {
        ViewHistory history(m_clock);
        const QSignalSpy changes(&history, &ViewHistory::viewChanged);
        history.apply(scaledTo(history.view(), 1), 1);
        QCOMPARE(changes.count(), 1);
        history.undoStack().undo();
        QCOMPARE(changes.count(), 2);
        history.follow({fromMsecs(0), fromMsecs(3'600'000)});
        QCOMPARE(changes.count(), 3);
        QCOMPARE(history.undoStack().count(), 1);
    }

    void anotherDocumentForgetsTheSteps()
    {
        ViewHistory history(m_clock);
        history.apply(scaledTo(history.view(), 1), 1);
        View other;
        other.title = QStringLiteral("other");
        history.open(other);
        QVERIFY(!history.undoStack().canUndo());
        QCOMPARE(history.view().title, QStringLiteral("other"));
    }
};

QTEST_GUILESS_MAIN(TestViewHistory)
#include "tst_viewhistory.moc"
