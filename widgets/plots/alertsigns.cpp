// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/alertsigns.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double bellSize = 14; ///< device-independent px
constexpr double fromEdge = 6;

/// On a field of 16 by 16.
QPainterPath bellPath()
{
    QPainterPath path;
    path.moveTo(2.5, 12);
    path.cubicTo(4, 11, 4.2, 9.5, 4.2, 7);
    path.cubicTo(4.2, 4.2, 5.8, 2.5, 8, 2.5);
    path.cubicTo(10.2, 2.5, 11.8, 4.2, 11.8, 7);
    path.cubicTo(11.8, 9.5, 12, 11, 13.5, 12);
    path.closeSubpath();
    path.addRoundedRect(QRectF(6.4, 12.8, 3.2, 1.7), 0.8, 0.8);
    return path;
}

std::optional<double> heightOf(const AlertPlace& place, const std::vector<LevelShape>& levels,
                               const ValueScale& values)
{
    if (place.price)
        return values.y(place.price->toDouble());
    const auto level = std::ranges::find_if(
        levels, [&](const LevelShape& shape) { return shape.data->level.id == place.level; });
    if (level == levels.end() || !level->reachesGutter)
        return std::nullopt;
    return (values.y(level->low.toDouble()) + values.y(level->high.toDouble())) / 2;
}

void paintBell(const Canvas& canvas, const QRect& bell)
{
    QPainter& painter = canvas.painter;
    QColor ground = canvas.inks.theme.background;
    ground.setAlpha(210);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(bell.adjusted(-2, -2, 2, 2));
    painter.translate(bell.topLeft());
    painter.scale(bell.width() / 16.0, bell.height() / 16.0);
    painter.setBrush(canvas.inks.accent.text);
    painter.drawPath(bellPath());
    painter.restore();
}

} // namespace

std::vector<AlertShape> layOutAlerts(const std::vector<AlertPlace>& places,
                                     const std::vector<LevelShape>& levels, const ValueScale& values,
                                     const QRect& plot, PixelGrid grid)
{
    std::vector<AlertShape> shapes;
    const int size = grid.px(bellSize);
    for (const AlertPlace& place : places) {
        const auto y = heightOf(place, levels, values);
        if (!y || *y < plot.top() || *y > plot.bottom())
            continue;
        const int row = static_cast<int>(std::floor(*y + 0.5));
        QRect bell(plot.right() - grid.px(fromEdge) - size, row - size / 2, size, size);
        while (
            std::ranges::any_of(shapes, [&](const AlertShape& other) { return other.bell.intersects(bell); }))
            bell.translate(-size - grid.px(2), 0);
        AlertShape shape{.bell = bell};
        if (place.price)
            shape.dashes = QRect(plot.left(), row - grid.line() / 2, plot.width(), grid.line());
        shapes.push_back(shape);
    }
    std::ranges::stable_sort(shapes, {}, [](const AlertShape& shape) { return shape.bell.top(); });
    return shapes;
}

std::vector<ValueTag> alertTags(const std::vector<AlertPlace>& places, const Inks& inks)
{
    std::vector<ValueTag> tags;
    for (const AlertPlace& place : places)
        if (place.price)
            tags.push_back(
                {place.price->toDouble(), exactText(*place.price), inks.accent.fill, inks.accent.onTag});
    return tags;
}

void paintAlerts(const Canvas& canvas, const std::vector<AlertShape>& alerts)
{
    for (const AlertShape& alert : alerts) {
        if (alert.dashes.intersects(canvas.clip))
            paintStroke(canvas, alert.dashes, LineDash::Dotted, canvas.inks.accent.fill);
        if (alert.bell.adjusted(-2, -2, 2, 2).intersects(canvas.clip))
            paintBell(canvas, alert.bell);
    }
}

} // namespace holdline
