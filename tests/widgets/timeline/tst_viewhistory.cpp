// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failonwarning.h"
#include "tests/support/fakeclock.h"
#include "widgets/timeline/viewhistory.h"

#include <QSignalSpy>

using namespace holdline;
using namespace std::chrono_literals;

namespace {

ViewEdit panTo(const View& view, int hours)
{
    ViewEdit edit{ViewEdit::Kind::Pan, view};
    edit.view.range = {fromMsecs(0) + std::chrono::hours(hours),
                       fromMsecs(0) + std::chrono::hours(hours + 1)};
    return edit;
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
        history.apply(panTo(history.view(), 1), 1);
        history.apply(panTo(history.view(), 2), 2);
        history.undoStack().undo();
        QCOMPARE(shownHour(history), 1);
        history.undoStack().undo();
        QCOMPARE(shownHour(history), 0);
        history.undoStack().redo();
        QCOMPARE(shownHour(history), 1);
    }

    void oneDragIsOneStep()
    {
        ViewHistory history(m_clock);
        for (int hour = 1; hour <= 5; ++hour) {
            history.apply(panTo(history.view(), hour), 7);
            m_clock.advance(1s);
        }
        QCOMPARE(history.undoStack().count(), 1);
        history.undoStack().undo();
        QCOMPARE(shownHour(history), 0);
    }

    void aTurnOfTheWheelIsOneStep()
    {
        ViewHistory history(m_clock);
        history.apply(panTo(history.view(), 1));
        m_clock.advance(399ms);
        history.apply(panTo(history.view(), 2));
        QCOMPARE(history.undoStack().count(), 1);
        m_clock.advance(400ms);
        history.apply(panTo(history.view(), 3));
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
        history.apply(panTo(history.view(), 1), 1);
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
        history.apply(panTo(history.view(), 1), 1);
        View other;
        other.title = QStringLiteral("other");
        history.open(other);
        QVERIFY(!history.undoStack().canUndo());
        QCOMPARE(history.view().title, QStringLiteral("other"));
    }
};

QTEST_GUILESS_MAIN(TestViewHistory)
#include "tst_viewhistory.moc"
