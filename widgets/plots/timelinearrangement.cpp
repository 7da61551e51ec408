// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/timelinearrangement.h"

#include "models/views/panecatalog.h"

#include <algorithm>
#include <numeric>

namespace holdline {

namespace {

struct Shown {
    int pane;
    double weight; ///< zero: collapsed to its legend line
};

std::vector<Shown> shownPanes(const View& view)
{
    std::vector<Shown> shown;
    const bool isOne = std::any_of(view.panes.begin(), view.panes.end(), [&](const PaneSpec& pane) {
        return !view.maximised.isEmpty() && pane.kind == view.maximised;
    });
    for (int i = 0; i < static_cast<int>(view.panes.size()); ++i) {
        const PaneSpec& pane = view.panes[static_cast<std::size_t>(i)];
        if (findPaneKind(pane.kind) && (!isOne || pane.kind == view.maximised))
            shown.push_back({i, pane.isCollapsed && !isOne ? 0 : pane.weight});
    }
    return shown;
}

/// Heights that add up to `height`; a collapsed pane has its legend line, the others share the rest.
std::vector<int> heights(const std::vector<Shown>& shown, int height, int collapsed)
{
    double weights = 0;
    int rest = height;
    for (const Shown& pane : shown) {
        weights += pane.weight;
        rest -= pane.weight > 0 ? 0 : collapsed;
    }
    std::vector<int> result;
    double before = 0;
    int taken = 0;
    for (const Shown& pane : shown) {
        before += pane.weight;
        const int end = weights > 0 ? static_cast<int>(std::lround(std::max(0, rest) * before / weights)) : 0;
        result.push_back(pane.weight > 0 ? end - taken : collapsed);
        taken = end;
    }
    return result;
}

TimeRange shownRange(const View& view)
{
    if (!view.range.isEmpty())
        return view.range;
    const UtcTime from = view.asOf.value_or(UtcTime{});
    return {from, from + std::chrono::hours{24}};
}

} // namespace

TimelineLayout arrangeTimeline(const View& view, QSize deviceSize, double ratio)
{
    const PixelGrid grid{ratio};
    TimelineLayout layout;
    layout.whole = QRect(QPoint(0, 0), deviceSize);
    layout.ratio = ratio;
    const int gutter = std::min(grid.px(lengths::gutter), deviceSize.width() / 2);
    const int plotWidth = std::max(1, deviceSize.width() - gutter);
    int bottom = deviceSize.height();
    const auto takeRow = [&](int height) {
        bottom -= height;
        return QRect(0, bottom, deviceSize.width(), height);
    };
    layout.coverage = takeRow(grid.px(lengths::coverage));
    layout.timeAxis = takeRow(grid.px(lengths::timeAxis));
    layout.eventLane = view.showsEvents ? takeRow(grid.px(lengths::eventLane)) : QRect();
    layout.time = {shownRange(view), 0, static_cast<double>(plotWidth)};
    const auto shown = shownPanes(view);
    const auto paneHeights = heights(shown, std::max(0, bottom), grid.px(lengths::legend));
    int top = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const int border = i == 0 ? 0 : grid.line();
        const int height = std::max(1, paneHeights[i] - border);
        PaneLayout pane;
        pane.pane = shown[i].pane;
        pane.plot = QRect(0, top + border, plotWidth, height);
        pane.gutter = QRect(plotWidth, top + border, gutter, height);
        layout.panes.push_back(pane);
        top += paneHeights[i];
    }
    return layout;
}

QRect valueArea(const QRect& plot, PixelGrid grid, bool isPrice, int foot)
{
    const int top = grid.px(lengths::legend + (isPrice ? 8 : 0));
    const int bottom = grid.px((isPrice ? 14 : 8) + foot);
    const int height = std::max(1, plot.height() - top - bottom);
    return {plot.left(), plot.top() + std::min(top, plot.height() - 1), plot.width(), height};
}

} // namespace holdline
