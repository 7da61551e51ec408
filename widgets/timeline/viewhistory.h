// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/foundation/clock.h"
#include "widgets/timeline/timelinegestures.h"

#include <QObject>
#include <QUndoStack>

namespace holdline {

/// The view that is on the screen, and the way back. Everything that changes the view goes through here; all
/// that shows it listens here. One drag is one step, and so are acts of one kind in quick succession. Moving
/// about in time is no step: it changes nothing that an analyst made, and a way back from it is a move too.
class ViewHistory final : public QObject {
    Q_OBJECT

public:
    explicit ViewHistory(const Clock& clock, QObject* parent = nullptr);

    [[nodiscard]] const View& view() const { return m_view; }
    [[nodiscard]] QUndoStack& undoStack() { return m_stack; }

    /// Another document: nothing to undo any more.
    void open(const View& view);
    /// Drag is the same number (not 0) for all edits of one drag.
    void apply(const ViewEdit& edit, quint64 drag = 0);
    /// Another time is shown, with no step of undo: data grew at the live edge, or a hand moved about.
    void follow(TimeRange range);
    /// The same as it was known at another time, likewise.
    void recall(std::optional<UtcTime> asOf, TimeRange range);

signals:
    void viewChanged(const holdline::View& before);

private:
    friend class ViewCommand;
    void swap(View& other);

    const Clock& m_clock;
    View m_view;
    QUndoStack m_stack;
};

} // namespace holdline
