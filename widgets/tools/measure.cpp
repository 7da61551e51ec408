// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/measuretext.h"
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutMeasure(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    sketch.area(QPolygonF(QRectF(points[0], points[1]).normalized()));
    const double middle = (points[0].x() + points[1].x()) / 2;
    sketch.line({middle, points[0].y()}, {middle, points[1].y()});
    sketch.arrowHead({middle, points[0].y()}, {middle, points[1].y()});
    const bool isUp = points[1].y() < points[0].y();
    sketch.label({middle, points[1].y()}, measureText(drawing, sketch.scene().interval),
                 isUp ? MarkSketch::Place::Above : MarkSketch::Place::Below, true);
}

} // namespace

Tool measureTool()
{
    return {.id = QStringLiteral("measure"),
            .title = QCoreApplication::translate("holdline::Tools", "Measure"),
            .keys = QStringLiteral("Shift+click"),
            .icon = {.strokes = {QPolygonF{{8, 2}, {8, 14}}, QPolygonF{{5, 5}, {8, 2}, {11, 5}},
                                 QPolygonF{{5, 11}, {8, 14}, {11, 11}}}},
            .anchors = 2,
            .asksForText = false,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("measure"), start); },
            .layOut = layOutMeasure};
}

} // namespace holdline
