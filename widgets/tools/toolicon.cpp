// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/toolicon.h"

#include <QPainter>

namespace holdline {

void paintToolIcon(QPainter& painter, const QRectF& rect, const ToolIcon& icon, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / 16, rect.height() / 16);
    painter.setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    for (const QPolygonF& stroke : icon.strokes)
        painter.drawPolyline(stroke);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    for (const QPointF& dot : icon.dots)
        painter.drawEllipse(dot, 1.7, 1.7);
    if (!icon.letter.isEmpty()) {
        QFont font = themeFont(TextSize::Text, 1, true);
        font.setPixelSize(13);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(0, 0, 16, 16), Qt::AlignCenter, icon.letter);
    }
    painter.restore();
}

} // namespace holdline
