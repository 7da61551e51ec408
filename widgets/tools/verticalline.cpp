// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/foundation/timetext.h"
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutVerticalLine(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    const double x = points[0].x();
    const QRectF plot(sketch.plot());
    sketch.line({x, plot.top()}, {x, plot.bottom()});
    const Scene& scene = sketch.scene().scene;
    sketch.label({x, plot.bottom()},
                 sketch.withText(dayTimeText(drawing.anchors[0].time, scene.zone, scene.yearOfNow)),
                 MarkSketch::Place::Above, true);
}

} // namespace

Tool verticalLineTool()
{
    return {
        .id = QStringLiteral("vertical-line"),
        .title = QCoreApplication::translate("holdline::Tools", "Vertical line"),
        .keys = QStringLiteral("Alt+V"),
        .icon = {.strokes = {QPolygonF{{8, 1}, {8, 15}}}, .dots = {{8, 8}}},
        .anchors = 1,
        .asksForText = false,
        .extent = Tool::Extent::Column,
        .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("vertical-line"), start); },
        .layOut = layOutVerticalLine};
}

} // namespace holdline
