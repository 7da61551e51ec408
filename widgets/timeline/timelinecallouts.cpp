// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timelinewidget.h"
#include "widgets/tools/drawingsession.h"

#include <QMenu>
#include <QMouseEvent>

#include <cmath>

namespace holdline {

namespace {

/// A pixel tells no more of a value than six digits.
double sixDigits(double value)
{
    return QString::number(value, 'g', 6).toDouble();
}

/// The beginning of a text as an entry of a menu, where & is no key.
QString menuText(const QString& text)
{
    constexpr qsizetype longest = 40;
    const QString line = text.simplified();
    const QString begun = line.size() > longest ? line.left(longest) + QChar(0x2026) : line;
    return QString(begun).replace(u'&', QStringLiteral("&&"));
}

} // namespace

void TimelineWidget::setCalloutWords(const QStringList& words)
{
    m_painter.setCalloutWords(words);
    invalidate();
}

bool TimelineWidget::takeCalloutPress(const QMouseEvent& event)
{
    const bool isDrawing = m_drawing && (m_drawing->isBusy() || !m_drawing->tool().isEmpty());
    if (isDrawing || event.button() != Qt::LeftButton || event.modifiers() != Qt::NoModifier)
        return false;
    const QPoint at = toDevice(event.position());
    const auto callout = m_painter.calloutAt(timelineLayout(), at);
    if (!callout)
        return false;
    ++m_drag;
    m_callout = CalloutDrag{callout->index, callout->offset, at};
    return true;
}

bool TimelineWidget::takeCalloutMove(const QMouseEvent& event)
{
    const QPoint at = toDevice(event.position());
    if (!m_callout) {
        const bool isOver = event.buttons() == Qt::NoButton && m_painter.calloutAt(timelineLayout(), at);
        if (isOver)
            setCursor(Qt::SizeAllCursor);
        return isOver;
    }
    View moved = view();
    if (m_callout->index >= moved.callouts.size())
        return true;
    const QPointF offset = m_callout->offset + QPointF(at - m_callout->from) / m_layout.ratio;
    moved.callouts[m_callout->index].dx = std::round(offset.x());
    moved.callouts[m_callout->index].dy = std::round(offset.y());
    if (at != m_callout->from)
        apply(ViewEdit{ViewEdit::Kind::Callouts, moved}, m_drag);
    return true;
}

void TimelineWidget::addCalloutAction(QMenu& menu, QPoint at, bool isAtPointer)
{
    const auto hit = timelineLayout().hit(at);
    if (hit.zone != TimelineLayout::Zone::Plot)
        return;
    const PaneLayout& pane = m_layout.panes[static_cast<std::size_t>(hit.index)];
    Callout callout{.at = oneMinute.bucketStart(m_layout.time.time(at.x())),
                    .pane = view().panes[static_cast<std::size_t>(pane.pane)].kind};
    if (isAtPointer)
        callout.value = sixDigits(pane.values.value(at.y()));
    menu.addSeparator();
    menu.addAction(tr("Callout here…"), this, [this, callout] { emit calloutWanted(callout); });
    addCalloutList(menu);
}

/// All of them, also those out of view; a way to each without a mouse.
void TimelineWidget::addCalloutList(QMenu& menu)
{
    const std::vector<Callout>& callouts = view().callouts;
    if (callouts.empty())
        return;
    QMenu* const list = menu.addMenu(tr("Callouts"));
    for (std::size_t i = 0; i < callouts.size(); ++i)
        list->addAction(menuText(callouts[i].text), this, [this, i] { emit calloutOpened(i); });
}

} // namespace holdline
