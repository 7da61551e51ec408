// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchtimeline.h"

#include <QCoreApplication>
#include <QMouseEvent>

namespace holdline::bench {

BenchTimeline::BenchTimeline(const View& view, ViewData data)
    : m_history(m_clock),
      m_widget(m_history),
      m_data(std::make_shared<const ViewData>(std::move(data)))
{
    m_history.open(view);
    m_widget.setData(m_data);
    m_widget.resize(1920, 1080);
    m_widget.installEventFilter(this);
}

void BenchTimeline::show()
{
    m_widget.show();
    waitForPaint();
}

void BenchTimeline::showRange(TimeRange range)
{
    ViewEdit edit{ViewEdit::Kind::Pan, view()};
    edit.view.range = range;
    m_history.apply(edit, 1);
    m_widget.update(); // the first of a run may show what is shown already
    waitForPaint();
}

void BenchTimeline::tick()
{
    m_widget.refreshLast(m_data);
    waitForPaint();
}

void BenchTimeline::pointAt(QPoint point)
{
    QMouseEvent move(QEvent::MouseMove, point, m_widget.mapToGlobal(point), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QCoreApplication::sendEvent(&m_widget, &move);
    waitForPaint();
}

void BenchTimeline::setData(ViewData data)
{
    m_data = std::make_shared<const ViewData>(std::move(data));
    m_widget.setData(m_data);
    waitForPaint();
}

bool BenchTimeline::eventFilter(QObject* watched, QEvent* event)
{
    m_paints += event->type() == QEvent::Paint ? 1 : 0;
    return QObject::eventFilter(watched, event);
}

/// At least one paint that has not been waited for, and all that follow from it.
void BenchTimeline::waitForPaint()
{
    for (int spins = 0; m_paints == m_awaited && spins < 1000; ++spins)
        QCoreApplication::processEvents();
    while (m_awaited != m_paints) {
        m_awaited = m_paints;
        QCoreApplication::processEvents();
    }
}

} // namespace holdline::bench
