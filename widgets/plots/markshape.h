// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/mark.h"
#include "widgets/plots/canvas.h"

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <functional>
#include <optional>
#include <vector>

namespace holdline {

struct MarkLine {
    QLineF at;
    double width = 1;
    LineDash dash = LineDash::Solid;
    QColor colour;
};

struct MarkArea {
    QPolygonF outline; ///< closed by itself
    QColor fill;
};

struct MarkLabel {
    QRectF box;
    QString text; ///< lines by line feeds
    QColor colour;
    QColor ground; ///< invalid: none
};

/// A mark laid out, in device px: painted as it stands, and hit by the same numbers.
struct MarkShape {
    QString id;
    std::vector<MarkLine> lines = {};
    std::vector<MarkArea> areas = {};
    std::vector<MarkLabel> labels = {};
    std::vector<QPointF> handles = {}; ///< one an anchor, in their order
    QRectF bounds = {};                ///< of all but the handles
    bool isLocked = false;
};

/// What a tool lays a drawing out on.
struct MarkScene {
    const Scene& scene;
    const PaneLayout& pane;
    PixelGrid grid;
    const Inks& inks;
    TextPainter& text;
    Interval interval;   ///< of the bars drawn
    bool isPrice = true; ///< the pane of price: elsewhere only what goes through all panes is drawn

    [[nodiscard]] QPointF point(const Anchor& anchor) const
    {
        return {scene.layout.time.x(toMsecs(anchor.time)), pane.values.y(anchor.price.toDouble())};
    }
};

/// Absent when nothing of it is in view, or no tool knows its kind.
using DrawingLayout = std::function<std::optional<MarkShape>(const Drawing& drawing, const MarkScene& scene)>;

/// What is shown of marks besides those of the data.
struct MarkOverlay {
    std::vector<Mark> preview = {}; ///< being drawn
    QStringList selected = {};      ///< ids: with handles
    bool keepsScale = false;        ///< the axis of price stays while a hand moves something

    bool operator==(const MarkOverlay&) const = default;
};

/// Device px from a point to what is drawn; 0 on a label, infinite for an empty shape. Inside of an area
/// counts as its outline when `isFilled` is not asked for.
[[nodiscard]] double distanceTo(const MarkShape& shape, QPointF point, bool isFilled = false);
/// The handle under a point, within a few device-independent px; absent without one.
[[nodiscard]] std::optional<std::size_t> handleAt(const MarkShape& shape, QPointF point, PixelGrid grid);

void paintMarks(const Canvas& canvas, const std::vector<MarkShape>& marks);
void paintHandles(const Canvas& canvas, const MarkShape& mark);

} // namespace holdline
