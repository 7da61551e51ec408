// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/measuretext.h"
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutDatePriceRange(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    const QRectF rect = QRectF(points[0], points[1]).normalized();
    sketch.rectangle(rect);
    const QPointF centre = rect.center();
    sketch.line({points[0].x(), centre.y()}, {points[1].x(), centre.y()});
    sketch.arrowHead({points[0].x(), centre.y()}, {points[1].x(), centre.y()});
    sketch.line({centre.x(), points[0].y()}, {centre.x(), points[1].y()});
    sketch.arrowHead({centre.x(), points[0].y()}, {centre.x(), points[1].y()});
    sketch.label({centre.x(), rect.bottom()}, measureText(drawing, sketch.scene().interval),
                 MarkSketch::Place::Below, true);
}

} // namespace

Tool datePriceRangeTool()
{
    return {
        .id = QStringLiteral("date-price-range"),
        .title = QCoreApplication::translate("holdline::Tools", "Date and price range"),
        .keys = QStringLiteral(""),
        .icon = {.strokes = {QPolygonF{{2, 3}, {14, 3}, {14, 13}, {2, 13}, {2, 3}},
                             QPolygonF{{4, 8}, {12, 8}}, QPolygonF{{8, 5}, {8, 11}}}},
        .anchors = 2,
        .asksForText = false,
        .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("date-price-range"), start); },
        .layOut = layOutDatePriceRange};
}

} // namespace holdline
