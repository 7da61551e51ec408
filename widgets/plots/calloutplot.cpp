// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/calloutplot.h"

#include "widgets/plots/timelinearrangement.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double widestCallout = 240; ///< of its words, device-independent px
constexpr double calloutStep = 15;
constexpr double calloutAir = 7;
constexpr double calloutDot = 5;
constexpr int mostCalloutLines = 8;

template <typename Stretch>
const Stretch* holding(const std::vector<Stretch>& stretches, UtcTime at)
{
    const auto found = std::find_if(stretches.begin(), stretches.end(), [at](const Stretch& one) {
        return one.fromMs <= toMsecs(at) && toMsecs(at) < one.toMs && !std::isnan(one.value);
    });
    return found == stretches.end() ? nullptr : &*found;
}

std::optional<double> closeShownAt(const PaneBars& bars, const ViewData& data, UtcTime at)
{
    const Interval finest = data.candles ? data.candles->interval() : Interval{};
    if (data.candles && finest.length > Span::zero())
        if (const auto close = data.candles->closeAt(finest.next(finest.bucketStart(at))))
            return close;
    const auto next = std::upper_bound(bars.candles.begin(), bars.candles.end(), toMsecs(at),
                                       [](qint64 time, const CandleBar& bar) { return time < bar.openMs; });
    if (next == bars.candles.begin() || toMsecs(at) >= (next - 1)->openMs + bars.bucket.length.count())
        return std::nullopt;
    return (next - 1)->candle.close;
}

/// All panes that are shown; callouts keep inside.
QRect areaOf(const TimelineLayout& layout)
{
    QRect area;
    for (const PaneLayout& pane : layout.panes)
        area = area.united(pane.plot);
    return area;
}

QRect movedInto(QRect box, const QRect& area)
{
    box.moveLeft(std::max(area.left(), std::min(box.left(), area.right() + 1 - box.width())));
    box.moveTop(std::max(area.top(), std::min(box.top(), area.bottom() + 1 - box.height())));
    return box;
}

/// Where it points at; absent where that is not in view.
std::optional<QPoint> placeOf(const Callout& callout, const Scene& scene, std::span<const PanePlot> plots)
{
    const TimelineLayout& layout = scene.layout;
    for (std::size_t i = 0; i < layout.panes.size() && i < plots.size(); ++i) {
        const PaneLayout& pane = layout.panes[i];
        if (!plots[i].bars.kind || plots[i].bars.kind->kind != callout.pane)
            continue;
        const auto value =
            callout.value ? callout.value : valueShownAt(plots[i].bars, scene.data, callout.at);
        if (!value)
            return std::nullopt;
        const QPointF at(layout.time.x(toMsecs(callout.at)), pane.values.y(*value));
        const bool isInView = QRectF(pane.plot).contains(at);
        return isInView ? std::optional(at.toPoint()) : std::nullopt;
    }
    return std::nullopt;
}

CalloutShape boxAt(const Callout& callout, QPoint point, TextBlock words, const QRect& area, PixelGrid grid)
{
    const int air = grid.px(calloutAir);
    CalloutShape shape{
        .index = 0, .point = point, .nearest = {}, .box = {}, .text = std::move(words), .textAt = {}};
    QRect box(QPoint(), shape.text.size() + QSize(2 * air, air));
    box.moveCenter(point + QPointF(callout.dx * grid.ratio, callout.dy * grid.ratio).toPoint());
    const int edge = grid.px(4);
    shape.box = movedInto(box, area.adjusted(edge, edge, -edge, -edge));
    shape.textAt = shape.box.topLeft() + QPoint(air, (shape.box.height() - shape.text.size().height()) / 2);
    shape.nearest = QPoint(std::clamp(point.x(), shape.box.left(), shape.box.right()),
                           std::clamp(point.y(), shape.box.top(), shape.box.bottom()));
    return shape;
}

} // namespace

std::optional<double> valueShownAt(const PaneBars& bars, const ViewData& data, UtcTime at)
{
    if (bars.kind && bars.kind->shape == PaneKind::Shape::Candles)
        return closeShownAt(bars, data, at);
    std::optional<double> value;
    for (std::size_t i = 0; i < bars.flows.size(); ++i) {
        const DrawnBar* const bar = holding(bars.flows[i], at);
        const bool isDown = bars.kind && bars.kind->shape == PaneKind::Shape::UpDown && i == 0;
        if (bar && (!value || std::abs(bar->value) > std::abs(*value)))
            value = isDown ? -bar->value : bar->value;
    }
    for (const DrawnLine& line : bars.lines)
        if (const LinePoint* point = value ? nullptr : holding(line.points, at))
            value = point->value;
    return value;
}

std::vector<CalloutShape> layOutCallouts(const Scene& scene, const QStringList& words,
                                         std::span<const PanePlot> plots, TextPainter& text, PixelGrid grid)
{
    const std::vector<Callout>& callouts = scene.view.callouts;
    std::vector<CalloutShape> shapes;
    const TextSetting setting{.font = text.font(TextRole::Annotation),
                              .width = grid.px(widestCallout),
                              .step = grid.px(calloutStep),
                              .mostLines = mostCalloutLines};
    for (std::size_t i = 0; i < callouts.size(); ++i) {
        TextBlock block(words.value(static_cast<qsizetype>(i)), setting);
        const auto point = block.isEmpty() ? std::nullopt : placeOf(callouts[i], scene, plots);
        if (!point)
            continue;
        shapes.push_back(boxAt(callouts[i], *point, std::move(block), areaOf(scene.layout), grid));
        shapes.back().index = i;
    }
    return shapes;
}

const CalloutShape* calloutAt(const std::vector<CalloutShape>& callouts, QPoint point)
{
    const auto found = std::find_if(callouts.rbegin(), callouts.rend(), [point](const CalloutShape& callout) {
        return callout.box.contains(point);
    });
    return found == callouts.rend() ? nullptr : &*found;
}

void paintCallouts(const Canvas& canvas, const std::vector<CalloutShape>& callouts)
{
    const Theme& theme = canvas.inks.theme;
    const int line = canvas.grid.line();
    const QRect dot(QPoint(), QSize(canvas.grid.px(calloutDot), canvas.grid.px(calloutDot)));
    for (const CalloutShape& callout : callouts) {
        canvas.painter.setRenderHint(QPainter::Antialiasing, true);
        canvas.painter.setPen(QPen(theme.dim, line));
        canvas.painter.drawLine(callout.point, callout.nearest);
        canvas.painter.setPen(Qt::NoPen);
        canvas.painter.setBrush(theme.text);
        canvas.painter.drawEllipse(dot.translated(callout.point - dot.center()));
        canvas.painter.setRenderHint(QPainter::Antialiasing, false);
        canvas.fill(callout.box, theme.dim);
        canvas.fill(callout.box.adjusted(line, line, -line, -line), theme.raised);
        callout.text.draw(canvas.painter, callout.textAt, callout.text.size().width(), theme.text);
    }
}

} // namespace holdline
