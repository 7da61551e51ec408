// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchtimeline.h"

#include "widgets/plots/pixelgrid.h"

#include <QPaintEvent>
#include <QPainter>

namespace holdline::bench {

BenchTimeline::BenchTimeline(View view, ViewData data)
    : m_painter(themeByName(view.theme)),
      m_view(std::move(view)),
      m_data(std::move(data))
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    resize(1920, 1080);
    layOut();
}

void BenchTimeline::layOut()
{
    m_layout = m_painter.layOut(m_view, m_data, size() * devicePixelRatioF(), devicePixelRatioF());
    m_scene = {};
}

void BenchTimeline::showRange(TimeRange range)
{
    m_view.range = range;
    layOut();
    repaint();
}

void BenchTimeline::setData(ViewData data)
{
    m_data = std::move(data);
    layOut();
    repaint();
}

void BenchTimeline::tick()
{
    m_scene = {};
    repaint(m_painter.refreshLast(m_layout, m_view, m_data));
}

void BenchTimeline::hover(std::optional<Hover> hover)
{
    const QRegion before = m_painter.overlayRegion(m_layout, m_hover);
    m_hover = hover;
    repaint(before + m_painter.overlayRegion(m_layout, m_hover));
}

void BenchTimeline::paintScene(QPainter& painter, const QRegion& region)
{
    if (!m_hover) {
        m_painter.paintScene(painter, m_layout, m_view, m_data, region);
        return;
    }
    if (m_scene.isNull()) {
        m_scene = QPixmap(size());
        QPainter cached(&m_scene);
        m_painter.paintScene(cached, m_layout, m_view, m_data, m_layout.whole);
    }
    for (const QRect& rect : region)
        painter.drawPixmap(rect.topLeft(), m_scene, rect);
}

void BenchTimeline::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const DevicePixels devicePixels(painter);
    paintScene(painter, event->region());
    painter.setClipRegion(event->region());
    m_painter.paintOverlay(painter, m_layout, m_view, m_data, m_hover);
    m_isPainted = true;
}

} // namespace holdline::bench
