// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/paneplot.h"

#include "models/foundation/numbertext.h"
#include "widgets/plots/hatch.h"
#include "widgets/plots/streamstrips.h"
#include "widgets/plots/timelinearrangement.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

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
        return BarDirection::BySign;
    }
    return BarDirection::BySign;
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
    paintZeroLine(canvas, pane);
    paintThreshold(canvas, plot, pane);
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

void paintThresholdLabel(const Canvas& canvas, const PanePlot& plot, const PaneLayout& pane)
{
    const auto threshold = plot.bars.threshold();
    if (!threshold || plot.bars.isEmpty())
        return;
    canvas.text.drawCentred(canvas.painter, pane.gutter.left() + canvas.grid.px(12),
                            rowOf(*threshold, pane.values), moneyText(*threshold), TextRole::Annotation,
                            canvas.inks.down.text);
}

} // namespace

std::vector<ValueTick> extremeTicks(const PaneBars& bars, const ValueScale& values, PixelGrid grid)
{
    std::vector<ValueTick> ticks;
    const auto threshold = bars.threshold();
    for (const double value : {values.high, values.low}) {
        const bool isNear = threshold && std::fabs(values.y(value) - values.y(*threshold)) < grid.px(13);
        if (value == 0 || isNear || bars.isEmpty())
            continue;
        const bool isSigned = bars.kind->shape == PaneKind::Shape::Signed;
        const double shown = isSigned ? value : std::fabs(value);
        ticks.push_back({value, moneyText(shown, isSigned ? Sign::Always : Sign::WhenNegative)});
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
        else if (!isCollapsed)
            paintFlows(canvas, plot, pane, scene);
        if (!isPrice && !isCollapsed)
            paintMarks(canvas, plot.marks);
        if (!isWithout && !isCollapsed && plot.bars.data)
            paintStrips(canvas, layOutStrips(*plot.bars.data, scene.layout.time, pane.plot, canvas.grid));
        canvas.painter.setClipRect(canvas.clip);
    }
    if (!pane.gutter.intersects(canvas.clip) || isWithout || isCollapsed)
        return;
    paintValueLabels(canvas, plot.ticks, pane.values, pane.gutter, plot.tags);
    paintThresholdLabel(canvas, plot, pane);
    paintTags(canvas, plot.tags, pane.gutter);
}

} // namespace holdline
