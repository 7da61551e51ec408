// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/levelplot.h"
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutCrossLine(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    const QRectF plot(sketch.plot());
    sketch.line({points[0].x(), plot.top()}, {points[0].x(), plot.bottom()});
    sketch.line({plot.left(), points[0].y()}, {plot.right(), points[0].y()});
    sketch.label({plot.right(), points[0].y()}, sketch.withText(exactText(drawing.anchors[0].price)),
                 MarkSketch::Place::Above, true);
}

} // namespace

Tool crossLineTool()
{
    return {.id = QStringLiteral("cross-line"),
            .title = QCoreApplication::translate("holdline::Tools", "Cross line"),
            .keys = QStringLiteral("Alt+C"),
            .icon = {.strokes = {QPolygonF{{8, 1}, {8, 15}}, QPolygonF{{1, 8}, {15, 8}}}, .dots = {{8, 8}}},
            .anchors = 1,
            .asksForText = false,
            .extent = Tool::Extent::Cross,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("cross-line"), start); },
            .layOut = layOutCrossLine};
}

} // namespace holdline
