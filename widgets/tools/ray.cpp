// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutRay(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    sketch.ray(points[0], points[1]);
    sketch.label(points[1], drawing.text, MarkSketch::Place::Above);
}

} // namespace

Tool rayTool()
{
    return {.id = QStringLiteral("ray"),
            .title = QCoreApplication::translate("holdline::Tools", "Ray"),
            .icon = {.strokes = {QPolygonF{{3, 13}, {15, 4}}}, .dots = {{3, 13}, {9, 8.5}}},
            .anchors = 2,
            .asksForText = false,
            .extent = Tool::Extent::Endless,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("ray"), start); },
            .layOut = layOutRay};
}

} // namespace holdline
