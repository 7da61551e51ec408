// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinegestures.h"

#include "models/scales/valueviewport.h"
#include "widgets/timeline/panemoves.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

using Zone = TimelineLayout::Zone;

constexpr double notch = 120;        ///< eighths of a degree in one step of a wheel
constexpr double zoomPerNotch = 1.2; ///< how much longer the range gets by one step towards the hand
constexpr double panPerNotch = 80;   ///< device-independent px
constexpr double dragThreshold = 3;  ///< device-independent px before a press becomes a drag
constexpr double leastPane = 36;     ///< device-independent px

const PaneLayout& paneAt(const TimelineLayout& layout, int index)
{
    return layout.panes[static_cast<std::size_t>(index)];
}

PaneSpec& specAt(View& view, const TimelineLayout& layout, int index)
{
    return view.panes[static_cast<std::size_t>(paneAt(layout, index).pane)];
}

Span spanOf(const TimeScale& time, double pixels)
{
    return Span{std::llround(pixels / time.pixelsPerMs())};
}

UtcTime zoomAnchor(QPoint at, Qt::KeyboardModifiers modifiers, const TimelineMoment& moment)
{
    const auto& live = moment.bounds.liveEdge;
    const bool isPinned = live && *live >= moment.view.range.from && *live <= moment.view.range.to;
    if (isPinned && !(modifiers & Qt::ControlModifier))
        return *live;
    return moment.layout.time.time(at.x());
}

/// Device px to pan by, later being positive; 0 when the wheel means no pan.
double wheelPan(const TimelineGestures::Wheel& wheel, double ratio)
{
    const bool isShifted = wheel.modifiers & Qt::ShiftModifier;
    const bool isSideways = std::abs(wheel.angle.x()) > std::abs(wheel.angle.y());
    if (!isShifted && !isSideways)
        return 0;
    const auto part = [&](QPoint point) { return isSideways ? point.x() : point.y(); };
    if (!wheel.pixels.isNull())
        return -part(wheel.pixels);
    return -part(wheel.angle) / notch * panPerNotch * ratio;
}

std::optional<ViewEdit> wheelOnValues(const TimelineGestures::Wheel& wheel, int index, double factor,
                                      const TimelineMoment& moment)
{
    View view = moment.view;
    setValues(specAt(view, moment.layout, index),
              zoomedAt(paneAt(moment.layout, index).values, wheel.at.y(), factor));
    return ViewEdit{ViewEdit::Kind::ScaleValues, view};
}

} // namespace

void TimelineGestures::press(QPoint at, const TimelineMoment& moment)
{
    const auto hit = moment.layout.hit(at);
    m_drag.reset();
    if (hit.zone == Zone::Outside || hit.zone == Zone::Corner)
        return;
    m_drag = Drag{.view = moment.view, .layout = moment.layout, .from = at, .hit = hit};
}

std::optional<ViewEdit> TimelineGestures::move(QPoint at, const TimelineBounds& bounds)
{
    if (!m_drag)
        return std::nullopt;
    const QPoint by = at - m_drag->from;
    const double far = std::max(std::abs(by.x()), std::abs(by.y()));
    if (!m_drag->hasMoved && far < dragThreshold * m_drag->layout.ratio)
        return std::nullopt;
    m_drag->hasMoved = true;
    return dragged(at, bounds);
}

void TimelineGestures::release()
{
    m_drag.reset();
}

std::optional<ViewEdit> TimelineGestures::cancel()
{
    if (!isDragging()) {
        m_drag.reset();
        return std::nullopt;
    }
    ViewEdit edit = dragged(m_drag->from, TimelineBounds{});
    edit.view = m_drag->view;
    m_drag.reset();
    return edit;
}

ViewEdit TimelineGestures::dragged(QPoint at, const TimelineBounds& bounds) const
{
    const QPoint by = at - m_drag->from;
    switch (m_drag->hit.zone) {
    case Zone::TimeAxis:
        return draggedTimeAxis(at, bounds);
    case Zone::ValueAxis:
        return draggedValueAxis(at);
    case Zone::PaneBorder: {
        ViewEdit edit{ViewEdit::Kind::ResizePanes, m_drag->view};
        moveBorder(edit.view, m_drag->layout, m_drag->hit.index, by.y(), leastPane * m_drag->layout.ratio);
        return edit;
    }
    case Zone::Plot:
    case Zone::EventLane:
    case Zone::Corner:
    case Zone::Outside:
        break;
    }
    return draggedPlot(by, bounds);
}

ViewEdit TimelineGestures::draggedPlot(QPoint by, const TimelineBounds& bounds) const
{
    ViewEdit edit{ViewEdit::Kind::Pan, m_drag->view};
    edit.view.range = pannedRange(m_drag->view.range, -spanOf(m_drag->layout.time, by.x()), bounds);
    if (m_drag->hit.zone != Zone::Plot)
        return edit;
    PaneSpec& pane = specAt(edit.view, m_drag->layout, m_drag->hit.index);
    if (!isAutoscaled(pane))
        setValues(pane, panned(paneAt(m_drag->layout, m_drag->hit.index).values, by.y()));
    return edit;
}

ViewEdit TimelineGestures::draggedTimeAxis(QPoint at, const TimelineBounds& bounds) const
{
    ViewEdit edit{ViewEdit::Kind::Zoom, m_drag->view};
    edit.view.range = draggedRange(m_drag->layout.time, m_drag->from.x(), at.x(), bounds);
    return edit;
}

ViewEdit TimelineGestures::draggedValueAxis(QPoint at) const
{
    const ValueScale& values = paneAt(m_drag->layout, m_drag->hit.index).values;
    ViewEdit edit{ViewEdit::Kind::ScaleValues, m_drag->view};
    setValues(specAt(edit.view, m_drag->layout, m_drag->hit.index),
              scaledByDrag(values, m_drag->from.y(), at.y()));
    return edit;
}

std::optional<ViewEdit> TimelineGestures::wheel(const Wheel& wheel, const TimelineMoment& moment)
{
    const auto hit = moment.layout.hit(wheel.at);
    if (hit.zone == Zone::Outside || hit.zone == Zone::Corner)
        return std::nullopt;
    ViewEdit edit{ViewEdit::Kind::Pan, moment.view};
    const double factor = std::pow(zoomPerNotch, -wheel.angle.y() / notch);
    if (const double pan = wheelPan(wheel, moment.layout.ratio); pan != 0) {
        edit.view.range = pannedRange(moment.view.range, spanOf(moment.layout.time, pan), moment.bounds);
    } else if (hit.zone == Zone::ValueAxis) {
        return wheelOnValues(wheel, hit.index, factor, moment);
    } else {
        edit.kind = ViewEdit::Kind::Zoom;
        edit.view.range = zoomedRange(moment.view.range, zoomAnchor(wheel.at, wheel.modifiers, moment),
                                      factor, moment.bounds);
    }
    return edit.view == moment.view ? std::nullopt : std::optional(edit);
}

std::optional<ViewEdit> TimelineGestures::doubleClick(QPoint at, Qt::KeyboardModifiers modifiers,
                                                      const TimelineMoment& moment)
{
    const auto hit = moment.layout.hit(at);
    ViewEdit edit{ViewEdit::Kind::Autoscale, moment.view};
    switch (hit.zone) {
    case Zone::ValueAxis:
        setAutoscaled(specAt(edit.view, moment.layout, hit.index));
        break;
    case Zone::TimeAxis:
        edit.kind = ViewEdit::Kind::Zoom;
        edit.view.range = moment.bounds.home.isEmpty() ? fittedRange(moment.bounds) : moment.bounds.home;
        break;
    case Zone::PaneBorder:
        edit.kind = ViewEdit::Kind::ResizePanes;
        equalisePanes(edit.view);
        break;
    case Zone::Plot:
        if (modifiers & Qt::ControlModifier) {
            edit.kind = ViewEdit::Kind::Collapse;
            toggleCollapsed(edit.view, paneAt(moment.layout, hit.index).pane);
        } else {
            edit.kind = ViewEdit::Kind::Maximise;
            toggleMaximised(edit.view, specAt(edit.view, moment.layout, hit.index).kind);
        }
        break;
    case Zone::EventLane:
    case Zone::Corner:
    case Zone::Outside:
        return std::nullopt;
    }
    return edit.view == moment.view ? std::nullopt : std::optional(edit);
}

} // namespace holdline
