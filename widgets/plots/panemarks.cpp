// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/panemarks.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double markRadius = 3.5; ///< device-independent px
constexpr double markGap = 6;      ///< from a bar's end to the middle of its mark
constexpr double belowLegend = 20; ///< where the letters of a pane's first line end

int pixelOf(double position)
{
    return static_cast<int>(std::floor(std::clamp(position, -1e5, 1e5) + 0.5));
}

/// A value that the pane does not show stands at its foot.
int rowOfMark(const PaneMark& mark, const ValueScale& values, const QRect& plot, PixelGrid grid)
{
    const int reach = grid.px(markRadius) + 1;
    const double foot = values.top + values.height;
    const double y =
        std::isnan(mark.value) ? foot : values.y(mark.value) - (mark.isAbove ? grid.px(markGap) : 0);
    const int top = plot.top() + grid.px(belowLegend) + reach;
    return std::clamp(pixelOf(y), top, std::max(top, plot.bottom() - reach));
}

/// Above the mark, at its right; at its left where the plot ends.
QRect placeOfLabel(QPoint centre, int width, const QRect& plot, PixelGrid grid)
{
    const int height = grid.px(12);
    const bool isAtEnd = centre.x() + grid.px(6) + width > plot.right();
    const int left = isAtEnd ? centre.x() - grid.px(6) - width : centre.x() + grid.px(6);
    const int above = centre.y() - grid.px(5) - height;
    return {left, above < plot.top() ? centre.y() + grid.px(5) : above, width, height};
}

/// All of them or none.
void placeLabels(std::vector<PaneMarkShape>& shapes, int apart, const QRect& plot, TextPainter& text,
                 PixelGrid grid)
{
    std::vector<QRect> places;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const int width = text.width(shapes[i].label, TextRole::Annotation);
        const QRect place = placeOfLabel(shapes[i].centre, width, plot, grid);
        const bool meetsNext = i + 1 < shapes.size() && place.right() > shapes[i + 1].centre.x() - apart / 2;
        const bool meetsBefore =
            i > 0 && place.left() <= std::max(places.back().right(), shapes[i - 1].centre.x() + apart / 2);
        if (meetsNext || meetsBefore)
            return;
        places.push_back(place);
    }
    for (std::size_t i = 0; i < shapes.size(); ++i)
        if (!shapes[i].label.isEmpty())
            shapes[i].labelPlace = places[i];
}

} // namespace

std::vector<PaneMarkShape> layOutPaneMarks(std::span<const PaneMark> marks, const TimeScale& time,
                                           const ValueScale& values, const QRect& plot, TextPainter& text,
                                           PixelGrid grid)
{
    std::vector<PaneMarkShape> shapes;
    const int apart = 2 * grid.px(markRadius) + 2;
    const auto firstFrom = [&](int x) {
        return std::partition_point(marks.begin(), marks.end(), [&](const PaneMark& mark) {
            return pixelOf(time.x(toMsecs(mark.time))) < x;
        });
    };
    for (auto mark = firstFrom(plot.left()); mark != marks.end();) {
        const QPoint centre(pixelOf(time.x(toMsecs(mark->time))), rowOfMark(*mark, values, plot, grid));
        if (centre.x() > plot.right())
            break;
        shapes.push_back({.centre = centre, .label = mark->label});
        mark = firstFrom(centre.x() + apart);
    }
    placeLabels(shapes, apart, plot, text, grid);
    return shapes;
}

std::vector<PaneMarkShape> layOutThresholdMarks(const PaneBars& bars, const TimeScale& time,
                                                const ValueScale& values, const QRect& plot, PixelGrid grid)
{
    std::vector<PaneMarkShape> shapes;
    const auto threshold = bars.threshold();
    if (!threshold || bars.flows.empty())
        return shapes;
    const int reach = grid.px(markRadius) + 1;
    for (const DrawnBar& bar : bars.flows.front()) {
        const int x = pixelOf((time.x(bar.fromMs) + time.x(bar.toMs)) / 2);
        if (bar.value > *threshold || x < plot.left() || x > plot.right())
            continue;
        const int y = pixelOf(values.y(bar.value)) + grid.px(markGap);
        shapes.push_back({.centre = {x, std::min(y, plot.bottom() - reach)}});
    }
    return shapes;
}

void paintPaneMarks(const Canvas& canvas, const std::vector<PaneMarkShape>& marks)
{
    if (marks.empty())
        return;
    const double radius = canvas.grid.px(markRadius);
    const auto diamond = [&](const PaneMarkShape& mark, double r, const QColor& colour) {
        const QPointF c = QPointF(mark.centre) + QPointF(0.5, 0.5);
        const QPointF corners[]{c + QPointF(-r, 0), c + QPointF(0, -r), c + QPointF(r, 0), c + QPointF(0, r)};
        canvas.painter.setBrush(colour);
        canvas.painter.drawConvexPolygon(corners, 4);
    };
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(Qt::NoPen);
    for (const PaneMarkShape& mark : marks) {
        diamond(mark, radius + 1.5 * canvas.grid.line(), canvas.inks.theme.background);
        diamond(mark, radius, canvas.inks.theme.text);
    }
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
    for (const PaneMarkShape& mark : marks) {
        if (mark.labelPlace.isEmpty())
            continue;
        canvas.fill(mark.labelPlace, canvas.inks.theme.background);
        canvas.text.drawCentred(canvas.painter, mark.labelPlace.left(), mark.labelPlace.center().y(),
                                mark.label, TextRole::Annotation, canvas.inks.theme.text);
    }
}

} // namespace holdline
