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

namespace {

constexpr double reachOfWords = 320; ///< device-independent px from an anchor, at least
constexpr double widestLetter = 9;

/// Whether it is worth laying out: most drawings of a long history are elsewhere.
bool mayBeInSight(const Tool& tool, const Drawing& drawing, std::span<const QPointF> points,
                  const QRectF& plot, double ratio)
{
    QPolygonF anchors(QList<QPointF>(points.begin(), points.end()));
    const double reach =
        std::max(reachOfWords, static_cast<double>(drawing.text.size()) * widestLetter) * ratio;
    const QRectF box = anchors.boundingRect().adjusted(-reach, -reach, reach, reach);
    const bool isInTime = box.right() >= plot.left() && box.left() <= plot.right();
    const bool isInPrice = box.bottom() >= plot.top() && box.top() <= plot.bottom();
    switch (tool.extent) {
    case Tool::Extent::Anchors:
        return isInTime && isInPrice;
    case Tool::Extent::Column:
        return isInTime;
    case Tool::Extent::Cross:
        return isInTime || isInPrice;
    case Tool::Extent::Endless:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

namespace {

/// In a pane that has another scale, only the moment can be shown.
MarkShape columnOf(const Drawing& drawing, const MarkScene& scene)
{
    MarkSketch sketch(drawing, scene);
    const double x = scene.point(drawing.anchors[0]).x();
    sketch.line({x, double(scene.pane.plot.top())}, {x, double(scene.pane.plot.bottom() + 1)});
    return sketch.take({});
}

bool isInView(const MarkShape& shape, const MarkScene& scene)
{
    return shape.bounds.intersects(QRectF(scene.pane.plot));
}

} // namespace

std::optional<MarkShape> layOutDrawing(const Drawing& drawing, const MarkScene& scene)
{
    const Tool* const tool = findTool(drawing.kind);
    if (!tool || !tool->layOut || drawing.anchors.size() != static_cast<std::size_t>(tool->anchors) ||
        drawing.traits.isHidden)
        return std::nullopt;
    if (!scene.isPrice) {
        if (tool->extent != Tool::Extent::Column && tool->extent != Tool::Extent::Cross)
            return std::nullopt;
        MarkShape shape = columnOf(drawing, scene);
        return isInView(shape, scene) ? std::optional(std::move(shape)) : std::nullopt;
    }
    std::vector<QPointF> points;
    for (const Anchor& anchor : drawing.anchors)
        points.push_back(scene.point(anchor));
    if (!mayBeInSight(*tool, drawing, points, QRectF(scene.pane.plot), scene.grid.ratio))
        return std::nullopt;
    MarkSketch sketch(drawing, scene);
    tool->layOut(drawing, points, sketch);
    MarkShape shape = sketch.take(points);
    return isInView(shape, scene) ? std::optional(std::move(shape)) : std::nullopt;
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
