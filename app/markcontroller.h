// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/windowservices.h"
#include "models/levels/markeditor.h"
#include "widgets/tools/drawingsession.h"

#include <QTimer>

#include <map>

class QUndoStack;

namespace holdline {

class ViewLoader;

/// The levels and drawings of the window: what a hand changes is on the disk soon, and what the disk has
/// comes in, but for what is still on its way there.
class MarkController final : public QObject {
    Q_OBJECT

public:
    MarkController(const WindowServices& services, ViewLoader& loader, QUndoStack& stack, QObject* parent);

    [[nodiscard]] MarkSet& marks() { return m_marks; }
    [[nodiscard]] MarkEditor& editor() { return m_editor; }
    [[nodiscard]] DrawingSession& drawing() { return m_drawing; }

    /// As they are stored. Marks of an episode are shown and can be changed, and are not kept.
    void adopt(const LoadedView& loaded);
    /// To be called before the store is read again, so that what is read holds all.
    void saveNow();
    /// The window closes: what is not saved yet is saved before its last thread ends.
    void saveAtTheEnd();
    [[nodiscard]] bool isSaved() const { return m_unsaved.empty(); }

signals:
    /// By a hand: to be shown.
    void changed();
    /// They could not be saved, or are not kept; why, as a sentence.
    void notSaved(const QString& sentence);

private:
    void note(const QStringList& ids);
    void saved(const std::vector<MarkChange>& changes, const Result<Done>& outcome);
    [[nodiscard]] std::vector<MarkChange> unsaved() const;

    ViewLoader& m_loader;
    MarkSet m_marks;
    MarkEditor m_editor;
    DrawingSession m_drawing;
    std::map<QString, std::optional<Mark>> m_unsaved;
    QTimer m_saveSoon;
    bool m_isEpisode = false;
    bool m_hasToldEpisode = false;
};

} // namespace holdline
