// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markcontroller.h"

#include "app/accountname.h"
#include "app/viewloader.h"

namespace holdline {

namespace {

constexpr int savePause = 250; ///< ms
constexpr int retryPause = 5000;

} // namespace

MarkController::MarkController(const WindowServices& services, ViewLoader& loader, QUndoStack& stack,
                               QObject* parent)
    : QObject(parent),
      m_loader(loader),
      m_editor(m_marks, stack, services.clock, accountName()),
      m_drawing(m_editor)
{
    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(savePause);
    // What a hand still moves is not yet a change.
    connect(&m_saveSoon, &QTimer::timeout, this,
            [this] { m_drawing.isDragging() ? m_saveSoon.start(savePause) : saveNow(); });
    connect(&m_marks, &MarkSet::changed, this, &MarkController::note);
}

void MarkController::adopt(const LoadedView& loaded)
{
    m_isEpisode = !loaded.view.episode.isEmpty();
    std::vector<Mark> marks = loaded.marks;
    if (!m_isEpisode) {
        std::erase_if(marks, [this](const Mark& mark) { return m_unsaved.contains(idOf(mark)); });
        for (const auto& [id, mark] : m_unsaved) {
            if (mark)
                marks.push_back(*mark);
        }
    }
    m_marks.reset(std::move(marks));
}

void MarkController::note(const QStringList& ids)
{
    if (m_isEpisode && !std::exchange(m_hasToldEpisode, true))
        emit notSaved(tr("Marks on an episode are for looking: they are not kept."));
    if (!m_isEpisode) {
        for (const QString& id : ids) {
            const Mark* const mark = m_marks.find(id);
            m_unsaved[id] = mark ? std::optional(*mark) : std::nullopt;
        }
        if (!m_saveSoon.isActive())
            m_saveSoon.start(savePause);
    }
    emit changed();
}

std::vector<MarkChange> MarkController::unsaved() const
{
    std::vector<MarkChange> changes;
    for (const auto& [id, mark] : m_unsaved)
        changes.push_back({id, mark});
    return changes;
}

void MarkController::saveNow()
{
    m_saveSoon.stop();
    if (m_unsaved.empty())
        return;
    const auto changes = unsaved();
    m_loader.saveMarks(changes, [this, changes](const Result<Done>& outcome) { saved(changes, outcome); });
}

void MarkController::saved(const std::vector<MarkChange>& changes, const Result<Done>& outcome)
{
    if (outcome.hasError()) {
        emit notSaved(tr("The last changes of levels and drawings are not saved: %1 They are tried again.")
                          .arg(outcome.error().message));
        m_saveSoon.start(retryPause);
        return;
    }
    for (const MarkChange& change : changes) {
        const auto at = m_unsaved.find(change.id);
        if (at != m_unsaved.end() && at->second == change.mark)
            m_unsaved.erase(at);
    }
    if (!m_unsaved.empty())
        m_saveSoon.start(savePause);
}

void MarkController::saveAtTheEnd()
{
    m_saveSoon.stop();
    if (!m_unsaved.empty())
        m_loader.saveMarksAtTheEnd(unsaved());
}

} // namespace holdline
