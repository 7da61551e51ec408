// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/plainchart.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLegend>

namespace holdline {

namespace {

constexpr int farStep = 1'000'000;

} // namespace

PlainChart::PlainChart(QMargins plotMargins, QWidget* parent)
    : QChartView(new QChart, parent),
      m_plotMargins(plotMargins),
      m_theme(themeByName({}))
{
    chart()->legend()->hide();
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setBackgroundVisible(false);
    chart()->setBackgroundRoundness(0);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void PlainChart::setBackdrop(Layer backdrop)
{
    m_backdrop = std::move(backdrop);
}

void PlainChart::setOverlay(Layer overlay)
{
    m_overlay = std::move(overlay);
}

void PlainChart::setTheme(const Theme& theme)
{
    m_theme = theme;
    setBackgroundBrush(theme.panel);
    viewport()->update();
}

QRectF PlainChart::plotRect() const
{
    return QRectF(viewport()->rect().marginsRemoved(m_plotMargins));
}

void PlainChart::drawBackground(QPainter* painter, const QRectF& rect)
{
    QChartView::drawBackground(painter, rect);
    if (m_backdrop)
        m_backdrop(*painter, plotRect());
}

void PlainChart::drawForeground(QPainter* painter, const QRectF&)
{
    if (m_overlay)
        m_overlay(*painter, plotRect());
    if (!hasFocus())
        return;
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_theme.faint, 1, Qt::DotLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
}

void PlainChart::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    placePlot();
}

void PlainChart::setPlotMargins(QMargins margins)
{
    m_plotMargins = margins;
    placePlot();
}

void PlainChart::placePlot()
{
    const QRectF plot = plotRect();
    if (plot.width() > 0 && plot.height() > 0)
        chart()->setPlotArea(plot);
}

void PlainChart::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        emit stepped(-1);
        return;
    case Qt::Key_Right:
        emit stepped(1);
        return;
    case Qt::Key_Home:
        emit stepped(-farStep);
        return;
    case Qt::Key_End:
        emit stepped(farStep);
        return;
    case Qt::Key_Escape:
        emit left();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void PlainChart::mouseMoveEvent(QMouseEvent* event)
{
    emit pointed(event->position());
    event->ignore();
}

void PlainChart::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    emit left();
}

void PlainChart::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void PlainChart::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void PlainChart::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace holdline
