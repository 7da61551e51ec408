// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/paneplot.h"

#include "models/foundation/numbertext.h"
#include "widgets/plots/hatch.h"
#include "widgets/plots/panemarks.h"
#include "widgets/plots/streamstrips.h"
#include "widgets/plots/timelinearrangement.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

constexpr double lineWidth = 1.5; ///< device-independent px

void paintCandles(const Canvas& canvas, PanePlot& plot, const PaneLayout& pane, const Scene& scene,
                  bool hollow)
{
    layOutCandles(plot.bars.candles, plot.bars.bucket, scene.layout.time, pane.values,
                  canvas.clip.intersected(pane.plot), canvas.grid.line(), plot.candles);
    canvas.fill(plot.candles.up, canvas.inks.up.fill);
    canvas.fill(plot.candles.down, canvas.inks.down.fill);
    if (hollow)
        canvas.fill(plot.candles.hollow, canvas.inks.theme.background);
}

/// Dots from the last candle to its tag.
void paintLastPrice(const Canvas& canvas, const PanePlot& plot, const PaneLayout& pane, const Scene& scene)
{
    const auto price = lastPriceInView(plot.bars);
    if (!price)
        return;
    const qint64 end = plot.bars.candles.back().openMs + plot.bars.bucket.length.count();
    const int y = static_cast<int>(std::floor(std::clamp(pane.values.y(*price), -1e6, 1e6) + 0.5));
    const int dot = canvas.grid.line();
    std::vector<QRect> dots;
    const int from = std::max(pane.plot.left(), static_cast<int>(scene.layout.time.x(end)) + dot);
    for (int x = from; x <= pane.plot.right(); x += 4 * dot)
        dots.emplace_back(x, y - dot / 2, 2 * dot, dot);
    canvas.fill(dots, canvas.inks.lastPrice);
}

void paintPrice(const Canvas& canvas, PanePlot& plot, const PaneLayout& pane, const Scene& scene, bool hollow)
{
    paintCosts(canvas, plot.costs);
    paintLevels(canvas, plot.levels);
    paintCandles(canvas, plot, pane, scene, hollow);
    paintLastPrice(canvas, plot, pane, scene);
    paintMarks(canvas, plot.marks);
    paintLevelLabels(canvas, plot.levelLabels);
    paintAlerts(canvas, plot.alerts);
}

int rowOf(double value, const ValueScale& values)
{
    return static_cast<int>(std::floor(std::clamp(values.y(value), -1e6, 1e6) + 0.5));
}

void paintZeroLine(const Canvas& canvas, const PaneLayout& pane)
{
    canvas.fill(QRect(pane.plot.left(), rowOf(0, pane.values), pane.plot.width(), canvas.grid.line()),
                canvas.inks.zeroLine);
}

/// Straight lines are rectangles; what slopes is smoothed.
void paintLine(const Canvas& canvas, const LineShapes& shapes, const QColor& colour, int width)
{
    canvas.fill(shapes.rects, colour);
    if (shapes.runs.empty())
        return;
    canvas.painter.setRenderHint(QPainter::Antialiasing);
    canvas.painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (const QPolygonF& run : shapes.runs)
        canvas.painter.drawPolyline(run);
    canvas.painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintNeutral(const Canvas& canvas, const PanePlot& plot, const PaneLayout& pane)
{
    if (const auto neutral = plot.bars.neutral())
        canvas.fill(
            QRect(pane.plot.left(), rowOf(*neutral, pane.values), pane.plot.width(), canvas.grid.line()),
            canvas.inks.zeroLine);
}

void paintMarksOf(const Canvas& canvas, const PanePlot& plot, const PaneLayout& pane, const Scene& scene)
{
    const PaneBars& bars = plot.bars;
    const bool isSummed = bars.bucket.length.count() > 0; // marks are of single values
    if (bars.data && !isSummed)
        paintPaneMarks(canvas, layOutPaneMarks(bars.data->marks, scene.layout.time, pane.values, pane.plot,
                                               canvas.text, canvas.grid));
    paintPaneMarks(canvas,
                   layOutThresholdMarks(bars, scene.layout.time, pane.values, pane.plot, canvas.grid));
}

/// The first line lies on top.
void paintLines(const Canvas& canvas, PanePlot& plot, const PaneLayout& pane, const Scene& scene)
{
    paintNeutral(canvas, plot, pane);
    const LineForm form = plot.bars.kind->line.isJoined ? LineForm::Joined : LineForm::Steps;
    const int width = canvas.grid.px(lineWidth);
    for (std::size_t i = plot.bars.lines.size(); i-- > 0;) {
        plot.lines.clear();
        layOutLine(plot.bars.lines[i], form, scene.layout.time, pane.values,
                   canvas.clip.intersected(pane.plot), width, plot.lines);
        paintLine(canvas, plot.lines, canvas.inks.fill(roleOf(i)), width);
    }
    paintMarksOf(canvas, plot, pane, scene);
}

void paintThreshold(const Canvas& canvas, const PanePlot& plot, const PaneLayout& pane)
{
    const auto threshold = plot.bars.threshold();
    if (!threshold)
        return;
    const int dash = canvas.grid.px(4);
    const int y = rowOf(*threshold, pane.values);
    std::vector<QRect> dashes;
    for (int x = pane.plot.left(); x <= pane.plot.right(); x += 2 * dash)
        dashes.emplace_back(x, y, std::min(dash, pane.plot.right() + 1 - x), canvas.grid.line());
    canvas.fill(dashes, canvas.inks.down.fill);
}

BarDirection directionOf(PaneKind::Shape shape, std::size_t quantity)
{
    switch (shape) {
    case PaneKind::Shape::UpDown:
        return quantity == 0 ? BarDirection::Down : BarDirection::Up;
    case PaneKind::Shape::Up:
        return BarDirection::Up;
    case PaneKind::Shape::Signed:
    case PaneKind::Shape::Candles:
    case PaneKind::Shape::Line:
        return BarDirection::BySign;
    }
    return BarDirection::BySign;
}

/// Lines of the ground over bars of days without a session.
void hatchSessionless(const Canvas& canvas, const PanePlot& plot, const PaneLayout& pane, const Scene& scene)
{
    const PaneBars& bars = plot.bars;
    if (bars.flows.empty())
        return;
    const auto rects = layOutSessionless(bars.flows.front(), bars.stack, scene.layout.time, pane.values,
                                         canvas.clip.intersected(pane.plot), canvas.grid.line());
    canvas.painter.setPen(QPen(canvas.inks.theme.background, canvas.grid.px(1.5)));
    for (const QRect& rect : rects) {
        const auto lines = hatchLines(rect, canvas.grid.px(5), rect.left());
        canvas.painter.drawLines(lines.data(), static_cast<int>(lines.size()));
    }
}

/// Parts one on another, framed by what they come to.
void paintStack(const Canvas& canvas, PanePlot& plot, const PaneLayout& pane, const Scene& scene)
{
    const PaneBars& bars = plot.bars;
    const QRect clip = canvas.clip.intersected(pane.plot);
    const int gap = canvas.grid.line();
    plot.parts.resize(bars.parts.size());
    layOutStack(bars.stack, scene.layout.time, pane.values, clip, gap, plot.parts);
    for (std::size_t part = 0; part < plot.parts.size(); ++part)
        canvas.fill(plot.parts[part], canvas.inks.fill(roleOfPart(part)));
    hatchSessionless(canvas, plot, pane, scene);
    plot.flows.clear();
    layOutFrames(bars.flows.front(), scene.layout.time, pane.values, clip, gap, canvas.grid.px(1.5),
                 plot.flows);
    canvas.fill(plot.flows.up, canvas.inks.up.fill);
    canvas.fill(plot.flows.down, canvas.inks.down.fill);
    paintZeroLine(canvas, pane);
}

/// A sum holds until the next bar has ended. Its scale is its own and fills the height of the pane.
void paintRunningSum(const Canvas& canvas, PanePlot& plot, const PaneLayout& pane, const Scene& scene)
{
    const auto& sums = plot.bars.sums;
    if (sums.size() < 2)
        return;
    DrawnLine line;
    ValueScale own = pane.values;
    own.low = own.high = 0;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const double sum = sums[i].value;
        const qint64 until = sums[std::min(i + 1, sums.size() - 1)].toMs;
        line.points.push_back({sums[i].toMs, until, sum, sum, sum});
        own.low = std::min(own.low, sum);
        own.high = std::max(own.high, sum);
    }
    const int width = canvas.grid.line();
    plot.lines.clear();
    layOutLine(line, LineForm::Steps, scene.layout.time, own, canvas.clip.intersected(pane.plot), width,
               plot.lines);
    paintLine(canvas, plot.lines, canvas.inks.theme.text, width);
}

void paintFlows(const Canvas& canvas, PanePlot& plot, const PaneLayout& pane, const Scene& scene)
{
    const PaneKind::Shape shape = plot.bars.kind->shape;
    plot.flows.clear();
    for (std::size_t i = 0; i < plot.bars.flows.size(); ++i)
        layOutBars(plot.bars.flows[i], directionOf(shape, i), scene.layout.time, pane.values,
                   canvas.clip.intersected(pane.plot), canvas.grid.line(), plot.flows);
    canvas.fill(plot.flows.up, shape == PaneKind::Shape::Up ? canvas.inks.deposits : canvas.inks.up.fill);
    canvas.fill(plot.flows.down, canvas.inks.down.fill);
    hatchSessionless(canvas, plot, pane, scene);
    paintZeroLine(canvas, pane);
    paintThreshold(canvas, plot, pane);
    paintMarksOf(canvas, plot, pane, scene);
}

void paintEmpty(const Canvas& canvas, const PanePlot& plot, const PaneLayout& pane)
{
    const PaneData* const data = plot.bars.data;
    const QString sentence =
        data && !data->emptySentence.isEmpty() ? data->emptySentence : plot.bars.kind->emptySentence;
    const int x = pane.plot.left() + canvas.grid.px(lengths::margin);
    const int y = pane.plot.top() + canvas.grid.px(lengths::legend) + canvas.grid.px(9);
    if (y + canvas.grid.px(8) > pane.plot.bottom())
        return;
    const QString shown = canvas.text.elided(sentence, TextRole::Annotation, pane.plot.width() - 2 * x);
    canvas.text.drawCentred(canvas.painter, x, y, shown, TextRole::Annotation, canvas.inks.theme.dim);
}

bool isWithoutData(const PanePlot& plot, const ViewData& data)
{
    if (plot.bars.kind->shape == PaneKind::Shape::Candles)
        return !data.candles || data.candles->candleCount() == 0;
    return !plot.bars.data || (plot.bars.data->flows.empty() && plot.bars.data->samples.empty());
}

/// Of the threshold, or of the line that leans to no side.
void paintLineLabel(const Canvas& canvas, const PanePlot& plot, const PaneLayout& pane)
{
    const auto threshold = plot.bars.threshold();
    const auto value = threshold ? threshold : plot.bars.neutral();
    if (!value || plot.bars.isEmpty())
        return;
    const int y = rowOf(*value, pane.values);
    if (y < pane.gutter.top() || y > pane.gutter.bottom())
        return;
    const QString words = axisText(*plot.bars.kind, *value);
    canvas.text.drawCentred(canvas.painter, pane.gutter.left() + canvas.grid.px(12), y,
                            threshold ? words : words + QStringLiteral(" neutral"), TextRole::Annotation,
                            threshold ? canvas.inks.down.text : canvas.inks.theme.dim);
}

} // namespace

std::vector<ValueTick> extremeTicks(const PaneBars& bars, const ValueScale& values, PixelGrid grid)
{
    std::vector<ValueTick> ticks;
    const auto threshold = bars.threshold() ? bars.threshold() : bars.neutral();
    const bool isLine = bars.kind->shape == PaneKind::Shape::Line;
    for (const double value : {values.high, values.low}) {
        const bool isNear = threshold && std::fabs(values.y(value) - values.y(*threshold)) < grid.px(13);
        if ((value == 0 && !isLine) || isNear || bars.isEmpty())
            continue;
        const bool isSigned = bars.kind->shape == PaneKind::Shape::Signed;
        const double shown = isSigned ? value : std::fabs(value);
        ticks.push_back({value, isLine ? axisText(*bars.kind, value)
                                       : moneyText(shown, isSigned ? Sign::Always : Sign::WhenNegative)});
    }
    const bool wouldMeet =
        ticks.size() == 2 && std::fabs(values.y(ticks[0].value) - values.y(ticks[1].value)) < grid.px(13);
    if (wouldMeet)
        ticks.erase(std::fabs(ticks[0].value) < std::fabs(ticks[1].value) ? ticks.begin()
                                                                          : ticks.begin() + 1);
    return ticks;
}

std::vector<Coverage> unknownOf(const PaneBars& bars, const ViewData& data, TimeRange visible)
{
    if (bars.kind->shape == PaneKind::Shape::Candles)
        return priceCoverageAt(data, bars.bucket, visible);
    std::vector<Coverage> unknown;
    if (bars.data)
        std::copy_if(bars.data->coverage.begin(), bars.data->coverage.end(), std::back_inserter(unknown),
                     [&](const Coverage& stretch) {
                         return stretch.range.to > visible.from && stretch.range.from < visible.to;
                     });
    return unknown;
}

std::optional<double> lastPriceInView(const PaneBars& bars)
{
    if (bars.candles.empty())
        return std::nullopt;
    return bars.candles.back().candle.close;
}

void paintPane(const Canvas& canvas, PanePlot& plot, const PaneLayout& pane, const Scene& scene,
               std::span<const TimeTick> timeTicks, bool hollow)
{
    const bool isPrice = plot.bars.kind->shape == PaneKind::Shape::Candles;
    const bool isLine = plot.bars.kind->shape == PaneKind::Shape::Line;
    const bool isCollapsed = pane.plot.height() <= canvas.grid.px(lengths::legend) + 1;
    const bool isWithout = isWithoutData(plot, scene.data);
    if (pane.plot.intersects(canvas.clip)) {
        canvas.painter.setClipRect(pane.plot.intersected(canvas.clip));
        paintTimeGrid(canvas, timeTicks, scene.layout.time, pane.plot);
        if (isPrice && !isWithout)
            paintValueGrid(canvas, plot.ticks, pane.values, pane.plot);
        if (!isWithout && !isCollapsed)
            paintUnknown(canvas, plot.unknown, scene.layout.time, pane.plot,
                         pane.plot.top() + canvas.grid.px(lengths::legend));
        if (isWithout)
            paintEmpty(canvas, plot, pane);
        else if (isPrice && !isCollapsed)
            paintPrice(canvas, plot, pane, scene, hollow);
        else if (!isCollapsed && isLine)
            paintLines(canvas, plot, pane, scene);
        else if (!isCollapsed && !plot.bars.stack.empty())
            paintStack(canvas, plot, pane, scene);
        else if (!isCollapsed)
            paintFlows(canvas, plot, pane, scene);
        if (!isWithout && !isCollapsed)
            paintRunningSum(canvas, plot, pane, scene);
        if (!isPrice && !isCollapsed)
            paintMarks(canvas, plot.marks);
        if (!isWithout && !isCollapsed && plot.bars.data)
            paintStrips(canvas, layOutStrips(*plot.bars.data, scene.layout.time, pane.plot, canvas.grid));
        canvas.painter.setClipRect(canvas.clip);
    }
    if (!pane.gutter.intersects(canvas.clip) || isWithout || isCollapsed)
        return;
    paintValueLabels(canvas, plot.ticks, pane.values, pane.gutter, plot.tags);
    paintLineLabel(canvas, plot, pane);
    paintTags(canvas, plot.tags, pane.gutter);
}

} // namespace holdline
