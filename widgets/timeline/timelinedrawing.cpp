// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinewidget.h"
#include "widgets/tools/drawingsession.h"
#include "widgets/tools/toolcatalog.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace holdline {

using Zone = TimelineLayout::Zone;

void TimelineWidget::setDrawing(DrawingSession& session)
{
    m_drawing = &session;
    m_painter.setDrawingLayout(layOutDrawing);
    connect(m_drawing, &DrawingSession::overlayChanged, this, &TimelineWidget::showOverlay);
    connect(m_drawing, &DrawingSession::toolChanged, this,
            [this] { setCursor(m_drawing->tool().isEmpty() ? Qt::CrossCursor : Qt::PointingHandCursor); });
    invalidate();
}

void TimelineWidget::showOverlay()
{
    m_painter.setMarkOverlay(m_drawing->overlay());
    invalidate();
}

void TimelineWidget::setAlerts(const std::vector<AlertPlace>& alerts)
{
    if (std::exchange(m_alerts, alerts) == alerts)
        return;
    m_painter.setAlerts(alerts);
    invalidate();
}

DrawingMoment TimelineWidget::drawingMoment()
{
    const TimelineLayout& layout = timelineLayout();
    return {layout, m_painter.pricePane(), m_data, m_painter.barInterval(layout, view()),
            m_painter.markShapes(layout)};
}

bool TimelineWidget::takeDrawingPress(const QMouseEvent& event)
{
    if (!m_drawing)
        return false;
    const PointerAct act{QPointF(toDevice(event.position())), event.modifiers()};
    const auto zone = timelineLayout().hit(act.at.toPoint()).zone;
    if (event.button() == Qt::RightButton && (m_drawing->isBusy() || !m_drawing->tool().isEmpty())) {
        m_swallowsMenu = m_drawing->cancel();
        return true;
    }
    if (event.button() == Qt::MiddleButton) {
        const QString id = m_drawing->markAt(act.at, drawingMoment());
        if (!id.isEmpty())
            m_drawing->editor().remove({id});
        return true;
    }
    if (event.button() != Qt::LeftButton)
        return false;
    if (zone == Zone::ValueAxis) {
        const QString id = m_painter.levelOfTag(m_layout, act.at.toPoint());
        return !id.isEmpty() && m_drawing->pressTag(id, act, drawingMoment());
    }
    const bool isMaximising = event.modifiers() == Qt::AltModifier && m_drawing->tool().isEmpty();
    return (zone == Zone::Plot || m_drawing->isBusy()) && !isMaximising &&
           m_drawing->press(act, drawingMoment());
}

bool TimelineWidget::takeDrawingMove(const QMouseEvent& event)
{
    if (!m_drawing || m_gestures.isPressed())
        return false;
    const PointerAct act{QPointF(toDevice(event.position())), event.modifiers()};
    if (m_drawing->isBusy() || !m_drawing->tool().isEmpty())
        return m_drawing->move(act, drawingMoment());
    const bool isOverPlot = timelineLayout().hit(act.at.toPoint()).zone == Zone::Plot;
    if (!isOverPlot || event.buttons() != Qt::NoButton)
        return false;
    const DrawingMoment moment = drawingMoment();
    const QString id = m_drawing->markAt(act.at, moment);
    if (std::exchange(m_hoveredMark, id) != id)
        emit markHovered(id);
    if (id.isEmpty())
        return false;
    setCursor(Qt::PointingHandCursor);
    return true;
}

bool TimelineWidget::takeDrawingRelease(const QMouseEvent& event)
{
    return m_drawing &&
           m_drawing->release({QPointF(toDevice(event.position())), event.modifiers()}, drawingMoment());
}

bool TimelineWidget::takeDrawingKey(const QKeyEvent& event)
{
    if (!m_drawing)
        return false;
    const auto modifiers = event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    const bool isControl = modifiers == Qt::ControlModifier;
    const bool isFar = modifiers == Qt::ShiftModifier;
    const bool hasSelection = !m_drawing->selection().isEmpty();
    const auto nudge = [&](int steps, int ticks) {
        m_drawing->nudge(steps, ticks, isFar, drawingMoment());
        return true;
    };
    switch (event.key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        m_drawing->removeSelection();
        return hasSelection;
    case Qt::Key_C:
        if (isControl && hasSelection)
            m_drawing->copySelection();
        return isControl;
    case Qt::Key_V:
        if (isControl)
            m_drawing->paste(drawingMoment());
        return isControl;
    case Qt::Key_D:
        if (isControl)
            m_drawing->duplicateSelection(drawingMoment());
        return isControl;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_drawing->tool().isEmpty() || modifiers != Qt::NoModifier)
            return false;
        m_drawing->placeByKey(drawingMoment());
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp: {
        const QString words = m_drawing->selectNext(event.key() == Qt::Key_PageDown, drawingMoment());
        setAccessibleDescription(words);
        emit barRead(words);
        return true;
    }
    default: // any key of the keyboard: only these mean something here
        break;
    }
    if (!hasSelection || (modifiers != Qt::NoModifier && !isFar))
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
        return nudge(0, 1);
    case Qt::Key_Down:
        return nudge(0, -1);
    case Qt::Key_Left:
        return nudge(-1, 0);
    case Qt::Key_Right:
        return nudge(1, 0);
    default:
        return false;
    }
}

void TimelineWidget::paintSelectionBox(QPainter& painter)
{
    const auto box = m_drawing ? m_drawing->selectionBox() : std::nullopt;
    if (!box)
        return;
    QColor fill = m_painter.theme().accent;
    painter.setPen(fill);
    fill.setAlpha(30);
    painter.setBrush(fill);
    painter.drawRect(*box);
}

} // namespace holdline
