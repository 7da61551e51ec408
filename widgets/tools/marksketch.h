// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/markshape.h"

namespace holdline {

/// What a tool draws with: lines and areas in the drawing's style, labels that keep inside the plot.
class MarkSketch final {
public:
    MarkSketch(const Drawing& drawing, const MarkScene& scene);

    [[nodiscard]] const MarkScene& scene() const { return m_scene; }
    [[nodiscard]] const QRect& plot() const { return m_scene.pane.plot; }
    [[nodiscard]] const QColor& colour() const { return m_colour; }

    void line(QPointF from, QPointF to);
    /// From a point through another one to the edge of the plot.
    void ray(QPointF from, QPointF through);
    void area(const QPolygonF& outline);
    void rectangle(const QRectF& rect);
    void arrowHead(QPointF from, QPointF tip);
    enum class Place { RightOf, Above, Below, Centre };
    /// Beside a point; with a ground in the drawing's colour when it is a tag.
    void label(QPointF at, const QString& text, Place place, bool isTag = false);

    /// What a tool says of itself, and below it what a person wrote.
    [[nodiscard]] QString withText(const QString& words) const;

    [[nodiscard]] MarkShape take(std::span<const QPointF> handles);

private:
    const Drawing& m_drawing;
    const MarkScene& m_scene;
    QColor m_colour;
    MarkShape m_shape;
};

/// The part of a line that lies in a rectangle, or nothing.
[[nodiscard]] std::optional<QLineF> clippedTo(const QRectF& rect, QLineF line);

} // namespace holdline
