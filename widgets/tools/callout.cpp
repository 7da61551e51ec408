// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutCallout(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    sketch.line(points[0], points[1]);
    sketch.arrowHead(points[1], points[0]);
    sketch.label(points[1], drawing.text.isEmpty() ? QStringLiteral("…") : drawing.text,
                 points[1].y() < points[0].y() ? MarkSketch::Place::Above : MarkSketch::Place::Below, true);
}

} // namespace

Tool calloutTool()
{
    return {.id = QStringLiteral("callout"),
            .title = QCoreApplication::translate("holdline::Tools", "Callout"),
            .icon = {.strokes = {QPolygonF{
                         {2, 2.5}, {14, 2.5}, {14, 10}, {8, 10}, {4, 14}, {5, 10}, {2, 10}, {2, 2.5}}}},
            .anchors = 2,
            .asksForText = true,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("callout"), start); },
            .layOut = layOutCallout};
}

} // namespace holdline
