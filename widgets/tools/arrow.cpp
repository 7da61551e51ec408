// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutArrow(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    sketch.line(points[0], points[1]);
    sketch.arrowHead(points[0], points[1]);
    sketch.label(points[0], drawing.text, MarkSketch::Place::Below);
}

} // namespace

Tool arrowTool()
{
    return {.id = QStringLiteral("arrow"),
            .title = QCoreApplication::translate("holdline::Tools", "Arrow"),
            .icon = {.strokes = {QPolygonF{{3, 13}, {13, 3}}, QPolygonF{{8, 3}, {13, 3}, {13, 8}}}},
            .anchors = 2,
            .asksForText = false,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("arrow"), start); },
            .layOut = layOutArrow};
}

} // namespace holdline
