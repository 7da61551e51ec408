// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/timelinelayout.h"
#include "models/views/view.h"
#include "widgets/timeline/rangemoves.h"

#include <QPoint>
#include <Qt>

#include <optional>

namespace holdline {

/// A view changed by hand, and by what kind of act: acts of one kind in one drag are one step of undo.
struct ViewEdit {
    enum class Kind {
        Pan,
        Zoom,
        GoTo,
        ScaleValues,
        Autoscale,
        Log,
        ResizePanes,
        Maximise,
        Collapse,
        Interval,
        Theme,
        Zone,
        Panes,
        Words,
        Callouts,
        Reset
    };
    Kind kind = Kind::Pan;
    View view;
};

/// What the timeline is, at the moment of an act.
struct TimelineMoment {
    const View& view;
    const TimelineLayout& layout;
    const TimelineBounds& bounds;
};

/// Turns the mouse into changes of the view. Knows no widget: points are device px of the layout. A drag is
/// computed from what was there when it began, so that it is exact however many moves it has; nothing goes on
/// after the hand has stopped.
class TimelineGestures final {
public:
    struct Wheel {
        QPoint at;
        QPoint angle;       ///< eighths of a degree; y > 0 away from the hand
        QPoint pixels = {}; ///< device px where the device gives them (touch pad), else null
        Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    };

    void press(QPoint at, const TimelineMoment& moment);
    /// Absent while nothing changes.
    [[nodiscard]] std::optional<ViewEdit> move(QPoint at, const TimelineBounds& bounds);
    void release();
    /// Ends the drag; the view from before it, when it had changed anything.
    [[nodiscard]] std::optional<ViewEdit> cancel();
    [[nodiscard]] bool isPressed() const { return m_drag.has_value(); }
    [[nodiscard]] bool isDragging() const { return m_drag && m_drag->hasMoved; }

    [[nodiscard]] static std::optional<ViewEdit> wheel(const Wheel& wheel, const TimelineMoment& moment);
    [[nodiscard]] static std::optional<ViewEdit> doubleClick(QPoint at, Qt::KeyboardModifiers modifiers,
                                                             const TimelineMoment& moment);

private:
    struct Drag {
        View view;
        TimelineLayout layout;
        QPoint from;
        TimelineLayout::Hit hit;
        bool hasMoved = false;
    };
    [[nodiscard]] ViewEdit dragged(QPoint at, const TimelineBounds& bounds) const;
    [[nodiscard]] ViewEdit draggedPlot(QPoint by, const TimelineBounds& bounds) const;
    [[nodiscard]] ViewEdit draggedTimeAxis(QPoint at, const TimelineBounds& bounds) const;
    [[nodiscard]] ViewEdit draggedValueAxis(QPoint at) const;

    std::optional<Drag> m_drag;
};

} // namespace holdline
