// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutRectangle(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    const QRectF rect = QRectF(points[0], points[1]).normalized();
    sketch.rectangle(rect);
    if (!drawing.text.isEmpty())
        sketch.label(rect.center(), drawing.text, MarkSketch::Place::Centre);
}

} // namespace

Tool rectangleTool()
{
    return {.id = QStringLiteral("rectangle"),
            .title = QCoreApplication::translate("holdline::Tools", "Rectangle"),
            .icon = {.strokes = {QPolygonF{{2.5, 4}, {13.5, 4}, {13.5, 12}, {2.5, 12}, {2.5, 4}}},
                     .dots = {{2.5, 4}, {13.5, 12}}},
            .anchors = 2,
            .asksForText = false,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("rectangle"), start); },
            .layOut = layOutRectangle};
}

} // namespace holdline
