// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/toolcatalog.h"

#include "widgets/tools/tools.h"

#include <algorithm>

namespace holdline {

const std::vector<Tool>& toolCatalog()
{
    static const std::vector<Tool> all{
        horizontalLevelTool(), priceBandTool(),  horizontalRayTool(), trendLineTool(),      rayTool(),
        verticalLineTool(),    crossLineTool(),  rectangleTool(),     arrowTool(),          textNoteTool(),
        calloutTool(),         priceLabelTool(), measureTool(),       datePriceRangeTool(),
    };
    return all;
}

const Tool* findTool(QStringView id)
{
    const auto& all = toolCatalog();
    const auto found = std::ranges::find(all, id, &Tool::id);
    return found == all.end() ? nullptr : &*found;
}

std::optional<MarkShape> layOutDrawing(const Drawing& drawing, const MarkScene& scene)
{
    const Tool* const tool = findTool(drawing.kind);
    if (!tool || !tool->layOut || drawing.anchors.size() != static_cast<std::size_t>(tool->anchors) ||
        drawing.traits.isHidden)
        return std::nullopt;
    std::vector<QPointF> points;
    for (const Anchor& anchor : drawing.anchors)
        points.push_back(scene.point(anchor));
    MarkSketch sketch(drawing, scene);
    tool->layOut(drawing, points, sketch);
    MarkShape shape = sketch.take(points);
    const bool isInView = shape.bounds.intersects(QRectF(scene.pane.plot));
    return isInView ? std::optional(std::move(shape)) : std::nullopt;
}

Mark drawingFrom(const QString& kind, const ToolStart& start)
{
    return Drawing{.id = start.id,
                   .instrument = start.instrument,
                   .kind = kind,
                   .anchors = start.anchors,
                   .traits = start.traits};
}

} // namespace holdline
