// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/viewhistory.h"

#include <QUndoCommand>

#include <utility>

namespace holdline {

namespace {

constexpr Span quickSuccession{400};
constexpr int undoLimit = 100;

QString editText(ViewEdit::Kind kind)
{
    switch (kind) {
    case ViewEdit::Kind::Pan:
        return ViewHistory::tr("move in time");
    case ViewEdit::Kind::Zoom:
        return ViewHistory::tr("zoom");
    case ViewEdit::Kind::GoTo:
        return ViewHistory::tr("jump in time");
    case ViewEdit::Kind::ScaleValues:
        return ViewHistory::tr("scale values");
    case ViewEdit::Kind::Autoscale:
        return ViewHistory::tr("fit values");
    case ViewEdit::Kind::Log:
        return ViewHistory::tr("logarithmic scale");
    case ViewEdit::Kind::ResizePanes:
        return ViewHistory::tr("resize panes");
    case ViewEdit::Kind::Maximise:
        return ViewHistory::tr("maximise pane");
    case ViewEdit::Kind::Collapse:
        return ViewHistory::tr("collapse pane");
    case ViewEdit::Kind::Interval:
        return ViewHistory::tr("interval");
    case ViewEdit::Kind::Theme:
        return ViewHistory::tr("theme");
    case ViewEdit::Kind::Zone:
        return ViewHistory::tr("time zone");
    case ViewEdit::Kind::Panes:
        return ViewHistory::tr("panes");
    case ViewEdit::Kind::Words:
        return ViewHistory::tr("words of the picture");
    case ViewEdit::Kind::Callouts:
        return ViewHistory::tr("callout");
    case ViewEdit::Kind::Reset:
        return ViewHistory::tr("reset");
    }
    return {};
}

/// Toggles in quick succession are steps of their own: two of them undo each other.
bool mergesByTime(ViewEdit::Kind kind)
{
    return kind == ViewEdit::Kind::Pan || kind == ViewEdit::Kind::Zoom || kind == ViewEdit::Kind::ScaleValues;
}

bool onlyMovesInTime(const ViewEdit& edit, const View& view)
{
    if (edit.kind != ViewEdit::Kind::Pan && edit.kind != ViewEdit::Kind::Zoom &&
        edit.kind != ViewEdit::Kind::GoTo)
        return false;
    View moved = view;
    moved.range = edit.view.range;
    return moved == edit.view;
}

} // namespace

/// Swaps the view with the one it holds; `redo` of the first push brings the new one in.
class ViewCommand final : public QUndoCommand {
public:
    ViewCommand(ViewHistory& history, const ViewEdit& edit, quint64 drag, UtcTime at)
        : QUndoCommand(editText(edit.kind)),
          m_history(history),
          m_other(edit.view),
          m_kind(edit.kind),
          m_drag(drag),
          m_at(at),
          m_changesTime(edit.view.range != history.view().range)
    {
    }

    void redo() override { swap(); }
    void undo() override { swap(); }
    [[nodiscard]] int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* next) override
    {
        const auto& later = static_cast<const ViewCommand&>(*next);
        const bool isQuick = mergesByTime(m_kind) && later.m_at - m_at < quickSuccession && m_drag == 0;
        if (later.m_kind != m_kind || later.m_drag != m_drag || (m_drag == 0 && !isQuick))
            return false;
        m_at = later.m_at; // the view from before the first of them stays the one to go back to
        m_changesTime = m_changesTime || later.m_changesTime;
        return true;
    }

private:
    /// Where the user is by now he stays, unless the step itself had moved him.
    void swap()
    {
        if (!m_changesTime)
            m_other.range = m_history.view().range;
        m_history.swap(m_other);
    }

    ViewHistory& m_history;
    View m_other;
    ViewEdit::Kind m_kind;
    quint64 m_drag;
    UtcTime m_at;
    bool m_changesTime;
};

ViewHistory::ViewHistory(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    m_stack.setUndoLimit(undoLimit);
}

void ViewHistory::open(const View& view)
{
    m_stack.clear();
    View before = view;
    swap(before);
}

void ViewHistory::apply(const ViewEdit& edit, quint64 drag)
{
    if (edit.view == m_view)
        return;
    if (onlyMovesInTime(edit, m_view))
        return follow(edit.view.range);
    m_stack.push(new ViewCommand(*this, edit, drag, m_clock.now()));
}

void ViewHistory::follow(TimeRange range)
{
    View moved = m_view;
    moved.range = range;
    if (moved != m_view)
        swap(moved);
}

void ViewHistory::recall(std::optional<UtcTime> asOf, TimeRange range)
{
    View other = m_view;
    other.asOf = asOf;
    other.range = range;
    if (other != m_view)
        swap(other);
}

void ViewHistory::swap(View& other)
{
    std::swap(m_view, other);
    emit viewChanged(other);
}

} // namespace holdline
