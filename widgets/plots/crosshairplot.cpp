// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/crosshairplot.h"

#include "widgets/plots/timelinearrangement.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double leastSnap = 4; ///< device px; narrower columns are not worth jumping to

double snapped(const TimelineLayout& layout, int x, Interval interval)
{
    const double spacing = static_cast<double>(interval.length.count()) * layout.time.pixelsPerMs();
    if (interval.length.count() <= 0 || spacing < leastSnap)
        return x;
    const UtcTime start = interval.bucketStart(layout.time.time(x + 0.5));
    return layout.time.x(toMsecs(start)) + spacing / 2;
}

void addDashes(std::vector<QRect>& dashes, const QRect& line, int dash)
{
    const bool isVertical = line.height() > line.width();
    const int end = isVertical ? line.bottom() : line.right();
    for (int at = isVertical ? line.top() : line.left(); at <= end; at += 2 * dash) {
        const int length = std::min(dash, end + 1 - at);
        dashes.push_back(isVertical ? QRect(line.left(), at, line.width(), length)
                                    : QRect(at, line.top(), length, line.height()));
    }
}

void paintLabel(const Canvas& canvas, const QRect& rect, const QString& words, int textX)
{
    if (rect.isEmpty() || !rect.intersects(canvas.clip))
        return;
    canvas.fill(rect, mixed(canvas.inks.theme.raised, canvas.inks.theme.dim, 0.25));
    canvas.text.drawCentred(canvas.painter, textX, rect.center().y(), words, TextRole::Annotation,
                            canvas.inks.theme.text);
}

} // namespace

CrosshairShape layOutCrosshair(const TimelineLayout& layout, const Hover& hover, Interval interval)
{
    const PixelGrid grid{layout.ratio};
    const int line = grid.line();
    CrosshairShape shape;
    const double middle = snapped(layout, hover.point.x(), interval);
    const int x = static_cast<int>(std::floor(middle - line / 2.0 + 0.5));
    const UtcTime under = layout.time.time(middle);
    shape.time = interval.length.count() > 0 ? interval.bucketStart(under) : under;
    shape.column = QRect(x, layout.whole.top(), line, layout.timeAxis.top() - layout.whole.top());
    addDashes(shape.dashes, shape.column, grid.px(3));
    const int width = std::min(grid.px(150), layout.whole.width());
    const int left = std::clamp(x - width / 2, layout.whole.left(),
                                std::max(layout.whole.left(), layout.whole.right() + 1 - width));
    shape.timeLabel =
        QRect(left, layout.timeAxis.top() + grid.px(4), width, layout.timeAxis.height() - grid.px(8));
    if (hover.pane < 0 || hover.pane >= static_cast<int>(layout.panes.size()))
        return shape;
    const PaneLayout& pane = layout.panes[static_cast<std::size_t>(hover.pane)];
    const int y = std::clamp(hover.point.y(), pane.plot.top(), pane.plot.bottom());
    shape.value = pane.values.value(y);
    shape.row = QRect(pane.plot.left(), y - line / 2, pane.plot.width(), line);
    addDashes(shape.dashes, shape.row, grid.px(3));
    const int height = grid.px(lengths::tag);
    const int top = std::clamp(y - height / 2, pane.gutter.top(),
                               std::max(pane.gutter.top(), pane.gutter.bottom() + 1 - height));
    shape.valueLabel = QRect(pane.gutter.left() + grid.px(7), top, pane.gutter.width() - grid.px(13), height);
    return shape;
}

QRegion regionOf(const CrosshairShape& shape)
{
    return QRegion(shape.column) + shape.row + shape.valueLabel + shape.timeLabel;
}

void paintCrosshair(const Canvas& canvas, const CrosshairShape& shape, const QString& value,
                    const QString& time)
{
    canvas.fill(shape.dashes, canvas.inks.crosshair);
    paintLabel(canvas, shape.valueLabel, value, shape.valueLabel.left() + canvas.grid.px(5));
    const int width = canvas.text.width(time, TextRole::Annotation);
    paintLabel(canvas, shape.timeLabel, time, shape.timeLabel.center().x() - width / 2);
}

} // namespace holdline
