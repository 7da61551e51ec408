// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/marksketch.h"

#include "widgets/theme/contrast.h"

#include <cmath>

namespace holdline {

namespace {

constexpr double labelPadding = 4; ///< device-independent px
constexpr double labelLine = 16;
constexpr double labelGap = 6;
constexpr double widestLabel = 300;
constexpr double headLength = 11;
constexpr double headHalfWidth = 4.5;
constexpr int areaAlpha = 38;

/// Broken between words where a line would be wider; a word that is wider stands in a line of its own.
QStringList wrapped(const QString& text, TextPainter& painter, int width)
{
    QStringList lines;
    for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
        if (painter.width(paragraph, TextRole::Annotation) <= width) {
            lines.append(paragraph);
            continue;
        }
        QString line;
        for (const QString& word : paragraph.split(QLatin1Char(' '))) {
            const QString longer = line.isEmpty() ? word : line + QLatin1Char(' ') + word;
            if (!line.isEmpty() && painter.width(longer, TextRole::Annotation) > width) {
                lines.append(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.append(line);
    }
    return lines;
}

void include(QRectF& bounds, const QRectF& more)
{
    const QRectF thick = more.adjusted(-1, -1, 1, 1);
    bounds = bounds.isNull() ? thick : bounds.united(thick);
}

} // namespace

/// Liang and Barsky's way.
std::optional<QLineF> clippedTo(const QRectF& rect, QLineF line)
{
    double first = 0;
    double last = 1;
    const auto cut = [&](double p, double q) {
        if (p == 0)
            return q >= 0;
        const double share = q / p;
        if (p < 0)
            first = std::max(first, share);
        else
            last = std::min(last, share);
        return first <= last;
    };
    const bool meets = cut(-line.dx(), line.x1() - rect.left()) && cut(line.dx(), rect.right() - line.x1()) &&
                       cut(-line.dy(), line.y1() - rect.top()) && cut(line.dy(), rect.bottom() - line.y1());
    if (!meets)
        return std::nullopt;
    return QLineF(line.pointAt(first), line.pointAt(last));
}

MarkSketch::MarkSketch(const Drawing& drawing, const MarkScene& scene)
    : m_drawing(drawing),
      m_scene(scene),
      m_colour(drawing.traits.style.colour.isEmpty() ? scene.inks.theme.accent
                                                     : QColor(drawing.traits.style.colour))
{
    m_shape.id = drawing.id;
    m_shape.isLocked = drawing.traits.isLocked;
}

void MarkSketch::line(QPointF from, QPointF to)
{
    const auto inside = clippedTo(QRectF(plot()).adjusted(-32, -32, 32, 32), {from, to});
    if (!inside)
        return;
    const MarkStyle& style = m_drawing.traits.style;
    m_shape.lines.push_back({*inside, style.width, style.dash, m_colour});
    include(m_shape.bounds, QRectF(inside->p1(), inside->p2()).normalized());
}

void MarkSketch::ray(QPointF from, QPointF through)
{
    const QLineF direction(from, through);
    if (direction.length() < 1e-9)
        return line(from, through);
    const double reach = 4.0 * (plot().width() + plot().height()) +
                         std::hypot(from.x() - plot().center().x(), from.y() - plot().center().y());
    line(from, from + (through - from) * (reach / direction.length()));
}

void MarkSketch::area(const QPolygonF& outline)
{
    const QPolygonF inside = outline.intersected(QRectF(plot()).adjusted(-32, -32, 32, 32));
    if (inside.isEmpty())
        return;
    QColor fill = m_colour;
    fill.setAlpha(areaAlpha);
    m_shape.areas.push_back({inside, fill});
    include(m_shape.bounds, inside.boundingRect());
}

void MarkSketch::rectangle(const QRectF& rect)
{
    area(QPolygonF(rect));
    line(rect.topLeft(), rect.topRight());
    line(rect.bottomLeft(), rect.bottomRight());
    line(rect.topLeft(), rect.bottomLeft());
    line(rect.topRight(), rect.bottomRight());
}

void MarkSketch::arrowHead(QPointF from, QPointF tip)
{
    const QLineF shaft(from, tip);
    if (shaft.length() < 1e-9)
        return;
    const double ratio = m_scene.grid.ratio;
    const QPointF along = (tip - from) / shaft.length();
    const QPointF across(-along.y(), along.x());
    const QPointF base = tip - along * headLength * ratio;
    const QPolygonF head{tip, base + across * headHalfWidth * ratio, base - across * headHalfWidth * ratio};
    m_shape.areas.push_back({head, m_colour});
    include(m_shape.bounds, head.boundingRect());
}

void MarkSketch::label(QPointF at, const QString& text, Place place, bool isTag)
{
    if (text.isEmpty())
        return;
    const PixelGrid grid = m_scene.grid;
    const QStringList lines = wrapped(text, m_scene.text, grid.px(widestLabel));
    int width = 0;
    for (const QString& line : lines)
        width = std::max(width, m_scene.text.width(line, TextRole::Annotation));
    const double padding = grid.px(labelPadding);
    QRectF box(0, 0, width + 2 * padding, static_cast<double>(lines.size()) * grid.px(labelLine) + padding);
    const double gap = grid.px(labelGap);
    switch (place) {
    case Place::RightOf:
        box.moveTo(at.x() + gap, at.y() - box.height() / 2);
        break;
    case Place::Above:
        box.moveTo(at.x() - box.width() / 2, at.y() - gap - box.height());
        break;
    case Place::Below:
        box.moveTo(at.x() - box.width() / 2, at.y() + gap);
        break;
    case Place::Centre:
        box.moveCenter(at);
        break;
    }
    const QRectF room(plot());
    if (room.contains(at)) { // it keeps in sight as long as what it belongs to is
        box.moveLeft(std::clamp(box.left(), room.left(), std::max(room.left(), room.right() - box.width())));
        box.moveTop(std::clamp(box.top(), room.top(), std::max(room.top(), room.bottom() - box.height())));
    }
    const Theme& theme = m_scene.inks.theme;
    QColor ground = isTag ? m_colour : theme.background;
    ground.setAlpha(isTag ? 255 : 200);
    const QColor onTag = contrastRatio(m_colour, theme.text) > contrastRatio(m_colour, theme.background)
                             ? theme.text
                             : theme.background;
    m_shape.labels.push_back({box, lines.join(QLatin1Char('\n')), isTag ? onTag : theme.text, ground});
    include(m_shape.bounds, box);
}

QString MarkSketch::withText(const QString& words) const
{
    return m_drawing.text.isEmpty() ? words : words + QLatin1Char('\n') + m_drawing.text;
}

MarkShape MarkSketch::take(std::span<const QPointF> handles)
{
    m_shape.handles.assign(handles.begin(), handles.end());
    return std::move(m_shape);
}

} // namespace holdline
