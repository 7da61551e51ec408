// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/barreader.h"
#include "widgets/timeline/panemoves.h"
#include "widgets/timeline/timelinebuttons.h"
#include "widgets/timeline/timelinemenus.h"
#include "widgets/timeline/timelinewidget.h"
#include "widgets/tools/drawingsession.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace holdline {

using Zone = TimelineLayout::Zone;

bool TimelineWidget::event(QEvent* event)
{
    // Esc belongs to the timeline: no shortcut of a window may take it while a hand is on the chart.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && (m_gestures.isPressed() || isReading()))
            key->accept();
        const bool isCopying =
            key->modifiers() == Qt::ControlModifier &&
            (key->key() == Qt::Key_C || key->key() == Qt::Key_V || key->key() == Qt::Key_D);
        if (m_drawing && isCopying)
            key->accept();
    }
    return QWidget::event(event);
}

void TimelineWidget::mousePressEvent(QMouseEvent* event)
{
    m_swallowsMenu = false;
    if (event->button() == Qt::LeftButton)
        setFocus(Qt::MouseFocusReason);
    const QPoint at = toDevice(event->position());
    const auto hit = timelineLayout().hit(at);
    if (event->button() == Qt::LeftButton && (hit.zone == Zone::Plot || hit.zone == Zone::ValueAxis))
        setCurrentPane(hit.index);
    if (takeCalloutPress(*event) || takeDrawingPress(*event) || event->button() != Qt::LeftButton)
        return;
    if (hit.zone == Zone::Plot && event->modifiers() == Qt::AltModifier) {
        perform(TimelineAction::ToggleMaximised);
        return;
    }
    ++m_drag;
    m_gestures.press(at, moment());
}

void TimelineWidget::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint at = toDevice(event->position());
    if (takeCalloutMove(*event) || takeDrawingMove(*event)) {
        hoverAt(at);
        return;
    }
    if (m_gestures.isPressed()) {
        apply(m_gestures.move(at, bounds()), m_drag);
        if (m_gestures.isDragging() && m_layout.hit(at).zone == Zone::Plot)
            setCursor(Qt::ClosedHandCursor);
    } else {
        updateCursor(timelineLayout().hit(at));
    }
    hoverAt(at);
}

void TimelineWidget::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || std::exchange(m_callout, std::nullopt))
        return;
    if (!m_gestures.isPressed() && takeDrawingRelease(*event))
        return;
    m_gestures.release();
    updateCursor(timelineLayout().hit(toDevice(event->position())));
}

void TimelineWidget::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_gestures.release();
    m_callout.reset();
    if (const auto callout = m_painter.calloutAt(timelineLayout(), toDevice(event->position()))) {
        emit calloutOpened(callout->index);
        return;
    }
    if (m_drawing &&
        m_drawing->doubleClick({QPointF(toDevice(event->position())), event->modifiers()}, drawingMoment()))
        return;
    apply(TimelineGestures::doubleClick(toDevice(event->position()), event->modifiers(), moment()));
    hoverAt(toDevice(event->position()));
}

void TimelineWidget::wheelEvent(QWheelEvent* event)
{
    const double ratio = devicePixelRatioF();
    const TimelineGestures::Wheel wheel{.at = toDevice(event->position()),
                                        .angle = event->angleDelta(),
                                        .pixels = (QPointF(event->pixelDelta()) * ratio).toPoint(),
                                        .modifiers = event->modifiers()};
    apply(TimelineGestures::wheel(wheel, moment()));
    event->accept();
}

void TimelineWidget::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    m_buttons->hover({});
    if (!isReading())
        setHover(std::nullopt);
}

void TimelineWidget::hoverAt(QPoint device)
{
    const auto hit = timelineLayout().hit(device);
    m_buttons->hover(hit);
    m_readingTime.reset();
    switch (hit.zone) {
    case Zone::Plot:
        setHover(Hover{.point = device, .pane = hit.index});
        return;
    case Zone::EventLane:
    case Zone::TimeAxis:
    case Zone::PaneBorder:
        setHover(Hover{.point = device, .pane = -1});
        return;
    case Zone::ValueAxis:
    case Zone::Corner:
    case Zone::Outside:
        setHover(std::nullopt);
    }
}

void TimelineWidget::updateCursor(const TimelineLayout::Hit& hit)
{
    switch (hit.zone) {
    case Zone::Plot:
        setCursor(Qt::CrossCursor);
        return;
    case Zone::ValueAxis:
        setCursor(Qt::SizeVerCursor);
        return;
    case Zone::PaneBorder:
        setCursor(Qt::SplitVCursor);
        return;
    case Zone::TimeAxis:
        setCursor(Qt::SizeHorCursor);
        return;
    case Zone::EventLane:
    case Zone::Corner:
    case Zone::Outside:
        unsetCursor();
    }
}

void TimelineWidget::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && handleEscape())
        return;
    if (!isReading() && takeDrawingKey(*event))
        return;
    if (isReading() && event->modifiers() == Qt::NoModifier && handleReadingKey(event->key()))
        return;
    if (const auto action = actionForKey(event->key(), event->modifiers())) {
        perform(*action);
        return;
    }
    const bool isPlain =
        !(event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier | Qt::ShiftModifier));
    if (isPlain && event->key() == Qt::Key_Up)
        setCurrentPane(m_pane - 1);
    else if (isPlain && event->key() == Qt::Key_Down)
        setCurrentPane(m_pane + 1);
    else if (isPlain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        readAt(m_hover ? m_layout.time.time(m_hover->point.x()) : view().range.to);
    else if (!isPlain || !handleTyped(event->text()))
        QWidget::keyPressEvent(event);
}

bool TimelineWidget::handleEscape()
{
    if (m_gestures.isPressed()) {
        apply(m_gestures.cancel(), m_drag);
        return true;
    }
    if (m_drawing && !isReading() && m_drawing->cancel())
        return true;
    if (!isReading())
        return false;
    stopReading();
    return true;
}

bool TimelineWidget::handleReadingKey(int key)
{
    const TimelineBounds within = bounds();
    switch (key) {
    case Qt::Key_Left:
        readAt(*m_readingTime - view().interval.length);
        return true;
    case Qt::Key_Right:
        readAt(*m_readingTime + view().interval.length);
        return true;
    case Qt::Key_Home:
        readAt(within.data.from);
        return true;
    case Qt::Key_End:
        readAt(within.data.to - view().interval.length);
        return true;
    default: // any key of the keyboard: only four mean something here
        return false;
    }
}

bool TimelineWidget::handleTyped(const QString& text)
{
    if (text == QStringLiteral("?")) {
        emit shortcutsRequested();
        return true;
    }
    const bool isInterval = text.size() == 1 && (text[0] == u',' || (text[0] >= u'1' && text[0] <= u'9'));
    if (isInterval)
        emit intervalTyped(text[0] == u',' ? QString() : text);
    return isInterval;
}

void TimelineWidget::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_showsFocus = event->reason() != Qt::MouseFocusReason &&
                   event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::OtherFocusReason;
    invalidate();
}

void TimelineWidget::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_showsFocus = false;
    invalidate();
}

void TimelineWidget::setCurrentPane(int pane)
{
    const int last = static_cast<int>(timelineLayout().panes.size()) - 1;
    const int next = std::clamp(pane, 0, std::max(0, last));
    if (next == m_pane)
        return;
    m_pane = next;
    updateAccessibleName();
    if (m_showsFocus)
        invalidate();
}

void TimelineWidget::readAt(UtcTime time)
{
    const TimelineBounds within = bounds();
    if (within.data.isEmpty())
        return;
    const Interval step = view().interval;
    const UtcTime bar = step.bucketStart(std::clamp(time, within.data.from, within.data.to - Span{1}));
    const UtcTime middle = bar + step.length / 2;
    if (!view().range.contains(middle))
        goTo(middle);
    const TimelineLayout& layout = timelineLayout();
    const auto& plot = layout.panes.at(static_cast<std::size_t>(m_pane)).plot;
    const QPoint point(static_cast<int>(std::lround(layout.time.x(toMsecs(middle)))), plot.center().y());
    m_readingTime = bar;
    setHover(Hover{.point = point, .pane = -1});
    const QString words = barWords(*m_data, view(), bar);
    setAccessibleDescription(words);
    emit barRead(words);
}

void TimelineWidget::stopReading()
{
    m_readingTime.reset();
    setHover(std::nullopt);
    setAccessibleDescription({});
    emit barRead({});
}

void TimelineWidget::updateAccessibleName()
{
    const auto& panes = m_layout.panes;
    const bool hasPane = m_pane >= 0 && static_cast<std::size_t>(m_pane) < panes.size();
    const QString pane =
        hasPane
            ? paneTitle(*m_data,
                        view().panes[static_cast<std::size_t>(panes[static_cast<std::size_t>(m_pane)].pane)])
            : tr("Price");
    setAccessibleName(m_data->instrumentTitle.isEmpty()
                          ? tr("Timeline, pane %1").arg(pane)
                          : tr("Timeline of %1, pane %2").arg(m_data->instrumentTitle, pane));
}

void TimelineWidget::contextMenuEvent(QContextMenuEvent* event)
{
    const QPoint at = event->reason() == QContextMenuEvent::Keyboard
                          ? timelineLayout().panes.empty()
                                ? QPoint()
                                : timelineLayout().panes[static_cast<std::size_t>(m_pane)].plot.center()
                          : toDevice(QPointF(event->pos()));
    if (std::exchange(m_swallowsMenu, false))
        return;
    const bool isAtPointer = event->reason() != QContextMenuEvent::Keyboard;
    if (const auto callout = m_painter.calloutAt(timelineLayout(), at); callout && isAtPointer) {
        emit calloutMenuRequested(callout->index, event->globalPos());
        return;
    }
    if (m_drawing) {
        const QString id = event->reason() == QContextMenuEvent::Keyboard
                               ? m_drawing->selection().value(0)
                               : m_drawing->markAt(QPointF(at), drawingMoment());
        if (!id.isEmpty()) {
            if (!m_drawing->selection().contains(id))
                m_drawing->select({id});
            emit markMenuRequested(id, event->globalPos());
            return;
        }
    }
    QMenu menu(this);
    fillTimelineMenu(menu, *this, timelineLayout().hit(at), m_plotActions, m_timeActions);
    addCalloutAction(menu, at, isAtPointer);
    if (!menu.isEmpty())
        menu.exec(event->globalPos());
}

} // namespace holdline
