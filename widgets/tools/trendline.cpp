// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOut(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    Q_UNUSED(drawing)
    sketch.line(points[0], points[1]);
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
            .layOut = layOut};
}

} // namespace holdline
