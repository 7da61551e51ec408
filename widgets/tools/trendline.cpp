// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutTrendLine(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    sketch.line(points[0], points[1]);
    sketch.label((points[0] + points[1]) / 2, drawing.text, MarkSketch::Place::Above);
}

} // namespace

Tool trendLineTool()
{
    return {.id = QStringLiteral("trend-line"),
            .title = QCoreApplication::translate("holdline::Tools", "Trend line"),
            .keys = QStringLiteral("Alt+T"),
            .icon = {.strokes = {QPolygonF{{3, 13}, {13, 3}}}, .dots = {{3, 13}, {13, 3}}},
            .anchors = 2,
            .asksForText = false,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("trend-line"), start); },
            .layOut = layOutTrendLine};
}

} // namespace holdline
