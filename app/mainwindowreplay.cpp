// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/alertcontroller.h"
#include "app/dockcontroller.h"
#include "app/livecontroller.h"
#include "app/mainwindow.h"
#include "app/markcontroller.h"
#include "app/replayclock.h"
#include "app/windowmenus.h"
#include "models/foundation/timetext.h"
#include "models/views/alertplaces.h"
#include "widgets/controls/noticebar.h"
#include "widgets/controls/replaybar.h"
#include "widgets/dialogs/gotodialog.h"
#include "widgets/timeline/timelinewidget.h"

#include <QShortcut>

namespace holdline {

namespace {

constexpr double placeOfNow = 0.8; ///< of the width, where the clock stands when the view has to follow it

/// The range that shows a moment: the same, or moved so that it stands at its place.
TimeRange rangeAround(TimeRange range, UtcTime time)
{
    const auto length = range.length();
    const bool isSeen = time > range.from + length / 20 && time <= range.to;
    if (isSeen)
        return range;
    const UtcTime from = time - std::chrono::duration_cast<Span>(length * placeOfNow);
    return {from, from + length};
}

} // namespace

void MainWindow::connectReplay()
{
    connect(m_menus, &WindowMenus::replayRequested, this,
            [this] { m_replay->isOn() ? endReplay() : beginReplay(); });
    connect(m_replay, &ReplayClock::timeWanted, this, &MainWindow::replayTo);
    connect(m_replay, &ReplayClock::playingChanged, m_replayBar, &ReplayBar::setPlaying);
    connect(m_replayBar, &ReplayBar::playToggled, this, &MainWindow::playOrPause);
    connect(m_replayBar, &ReplayBar::stepped, this, [this](int steps) {
        m_replay->setStep(m_replayBar->step());
        m_replay->move(steps);
    });
    connect(m_replayBar, &ReplayBar::speedChosen, this,
            [this] { m_replay->setStepsPerSecond(m_replayBar->stepsPerSecond()); });
    connect(m_replayBar, &ReplayBar::goToRequested, this, &MainWindow::askWhereToReplay);
    connect(m_replayBar, &ReplayBar::ended, this, &MainWindow::endReplay);
    const auto key = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setEnabled(false);
        connect(shortcut, &QShortcut::activated, this, act);
        m_replayKeys.append(shortcut);
    };
    key(Qt::Key_Space, [this] { playOrPause(); });
    key(QKeySequence(Qt::Key_Period), [this] { emit m_replayBar->stepped(1); });
    key(QKeySequence(Qt::Key_Comma), [this] { emit m_replayBar->stepped(-1); });
}

void MainWindow::beginReplay()
{
    if (!m_loaded.data || !m_loaded.data->candles || m_loaded.data->candles->candleCount() == 0)
        return m_notice->say(tr("There is nothing to replay yet."));
    const View& view = m_history.view();
    m_beforeReplay = view;
    const TimeRange known{m_loaded.data->candles->range().from, m_loaded.data->asOf};
    const UtcTime seen = std::min(view.range.to, known.to);
    const UtcTime begin =
        view.range.from + std::chrono::duration_cast<Span>((seen - view.range.from) * placeOfNow);
    m_replayBar->show();
    for (QShortcut* key : m_replayKeys)
        key->setEnabled(true);
    m_replay->begin(known, view.asOf.value_or(std::chrono::floor<std::chrono::hours>(begin)));
}

void MainWindow::endReplay()
{
    if (!m_replay->isOn())
        return;
    leaveReplay();
    View view = m_history.view();
    view.asOf = m_beforeReplay.asOf;
    m_asked.asOf = m_beforeReplay.asOf;
    load(view, Reason::Replayed);
}

/// Without reading anything: something else was asked for.
void MainWindow::leaveReplay()
{
    m_replay->end();
    m_replayBar->hide();
    for (QShortcut* key : m_replayKeys)
        key->setEnabled(false);
}

void MainWindow::playOrPause()
{
    m_replay->setStep(m_replayBar->step());
    m_replay->setStepsPerSecond(m_replayBar->stepsPerSecond());
    m_replay->isPlaying() ? m_replay->pause() : m_replay->play();
}

void MainWindow::replayTo(UtcTime time)
{
    View view = m_history.view();
    view.asOf = time;
    view.range = rangeAround(view.range, time);
    m_asked.asOf = time;
    m_replayBar->setTimeText(tr("as known on %1").arg(dayTimeText(time, zoneByName(view.zone), 0)));
    load(view, Reason::Replayed);
}

/// The same view at another time of knowing: no step of undo, and what was drawn meanwhile stays undoable.
void MainWindow::adoptReplayed(const LoadedView& loaded)
{
    m_live->ask(m_asked);
    m_loaded = loaded;
    m_loaded.data = m_live->adopt(loaded.view, loaded.data);
    m_history.recall(loaded.view.asOf, loaded.view.range);
    m_timeline->setData(m_loaded.data);
    m_marks->adopt(loaded);
    if (!m_marks->isSaved())
        showMarks();
    showPrice();
    showStatus();
    showLive();
    showAlerts();
    m_loader.loadCards(m_history.view(), [this] { return stillData(); });
}

void MainWindow::askWhereToReplay()
{
    m_replay->pause();
    auto* dialog = new GoToDialog(m_replay->time(), zoneByName(m_history.view().zone), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GoToDialog::timeChosen, m_replay, &ReplayClock::goTo);
    dialog->open();
}

/// In a replay the log holds what had fired by then.
void MainWindow::showAlerts()
{
    AlertState state = m_alerts->state();
    if (const auto asOf = m_history.view().asOf)
        std::erase_if(state.log, [&](const LoggedFiring& firing) { return firing.firing.at > *asOf; });
    m_docks->setAlerts(state);
    m_timeline->setAlerts(alertPlaces(m_alerts->state(), m_history.view().instrument));
}

} // namespace holdline
