// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/markshape.h"

#include <QPen>

#include <cmath>
#include <limits>

namespace holdline {

namespace {

constexpr double handleSize = 9;  ///< device-independent px
constexpr double handleReach = 7; ///< from its centre
constexpr double labelPadding = 4;
constexpr double labelLine = 16;

double distanceToLine(const QLineF& line, QPointF point)
{
    const QPointF along = line.p2() - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double share =
        length > 0 ? std::clamp(QPointF::dotProduct(point - line.p1(), along) / length, 0.0, 1.0) : 0;
    const QPointF off = point - (line.p1() + along * share);
    return std::hypot(off.x(), off.y());
}

double distanceToOutline(const QPolygonF& outline, QPointF point)
{
    double least = std::numeric_limits<double>::infinity();
    for (qsizetype i = 0; i < outline.size(); ++i)
        least = std::min(least, distanceToLine({outline[i], outline[(i + 1) % outline.size()]}, point));
    return least;
}

QPen penOf(const MarkLine& line, PixelGrid grid)
{
    QPen pen(line.colour, grid.px(line.width));
    pen.setCapStyle(Qt::FlatCap);
    if (line.dash == LineDash::Dashed)
        pen.setDashPattern({6, 4});
    if (line.dash == LineDash::Dotted)
        pen.setDashPattern({1, 3});
    return pen;
}

bool isStraight(const QLineF& line)
{
    return line.dx() == 0 || line.dy() == 0;
}

void paintLabel(const Canvas& canvas, const MarkLabel& label)
{
    if (label.ground.isValid())
        canvas.painter.fillRect(label.box.toAlignedRect(), label.ground);
    const QStringList lines = label.text.split(QLatin1Char('\n'));
    const int height = canvas.grid.px(labelLine);
    int centre = static_cast<int>(label.box.top()) + canvas.grid.px(labelPadding) / 2 + height / 2;
    for (const QString& line : lines) {
        canvas.text.drawCentred(canvas.painter,
                                static_cast<int>(label.box.left()) + canvas.grid.px(labelPadding), centre,
                                line, TextRole::Annotation, label.colour);
        centre += height;
    }
}

void paintMark(const Canvas& canvas, const MarkShape& mark)
{
    QPainter& painter = canvas.painter;
    painter.setPen(Qt::NoPen);
    for (const MarkArea& area : mark.areas) {
        painter.setBrush(area.fill);
        painter.drawPolygon(area.outline);
    }
    painter.setBrush(Qt::NoBrush);
    for (const MarkLine& line : mark.lines) {
        painter.setRenderHint(QPainter::Antialiasing, !isStraight(line.at));
        painter.setPen(penOf(line, canvas.grid));
        painter.drawLine(line.at);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const MarkLabel& label : mark.labels)
        paintLabel(canvas, label);
}

} // namespace

double distanceTo(const MarkShape& shape, QPointF point, bool isFilled)
{
    double least = std::numeric_limits<double>::infinity();
    for (const MarkLabel& label : shape.labels) {
        if (label.box.contains(point))
            return 0;
    }
    for (const MarkLine& line : shape.lines)
        least = std::min(least, distanceToLine(line.at, point));
    for (const MarkArea& area : shape.areas) {
        if (isFilled && area.outline.containsPoint(point, Qt::OddEvenFill))
            return 0;
        least = std::min(least, distanceToOutline(area.outline, point));
    }
    return least;
}

std::optional<std::size_t> handleAt(const MarkShape& shape, QPointF point, PixelGrid grid)
{
    for (std::size_t i = 0; i < shape.handles.size(); ++i) {
        const QPointF off = shape.handles[i] - point;
        if (std::max(std::abs(off.x()), std::abs(off.y())) <= grid.px(handleReach))
            return i;
    }
    return std::nullopt;
}

void paintMarks(const Canvas& canvas, const std::vector<MarkShape>& marks)
{
    for (const MarkShape& mark : marks) {
        if (mark.bounds.adjusted(-8, -8, 8, 8).intersects(QRectF(canvas.clip)))
            paintMark(canvas, mark);
    }
}

void paintHandles(const Canvas& canvas, const MarkShape& mark)
{
    const int size = canvas.grid.px(handleSize);
    for (const QPointF& handle : mark.handles) {
        const QRect box(static_cast<int>(std::lround(handle.x())) - size / 2,
                        static_cast<int>(std::lround(handle.y())) - size / 2, size, size);
        canvas.painter.fillRect(box, mark.isLocked ? canvas.inks.theme.dim : canvas.inks.theme.accent);
        const int line = canvas.grid.px(1.5);
        canvas.painter.fillRect(box.adjusted(line, line, -line, -line), canvas.inks.theme.background);
    }
}

} // namespace holdline
