// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/levelplot.h"
#include "widgets/tools/tools.h"

#include <QCoreApplication>

namespace holdline {

namespace {

void layOutPriceLabel(const Drawing& drawing, std::span<const QPointF> points, MarkSketch& sketch)
{
    sketch.label(points[0], sketch.withText(exactText(drawing.anchors[0].price)), MarkSketch::Place::RightOf,
                 true);
    sketch.line(points[0] - QPointF(3, 0), points[0] + QPointF(3, 0));
    sketch.line(points[0] - QPointF(0, 3), points[0] + QPointF(0, 3));
}

} // namespace

Tool priceLabelTool()
{
    return {.id = QStringLiteral("price-label"),
            .title = QCoreApplication::translate("holdline::Tools", "Price label"),
            .icon = {.strokes = {QPolygonF{{5, 4}, {14, 4}, {14, 12}, {5, 12}, {1.5, 8}, {5, 4}}},
                     .dots = {{5, 8}}},
            .anchors = 1,
            .asksForText = false,
            .make = [](const ToolStart& start) { return drawingFrom(QStringLiteral("price-label"), start); },
            .layOut = layOutPriceLabel};
}

} // namespace holdline
