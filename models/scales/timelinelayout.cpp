// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/scales/timelinelayout.h"

#include <algorithm>
#include <cmath>

namespace holdline {

namespace {

int paneAt(const std::vector<PaneLayout>& panes, QPoint point, QRect PaneLayout::*part)
{
    const auto found =
        std::ranges::find_if(panes, [&](const PaneLayout& pane) { return (pane.*part).contains(point); });
    return found == panes.end() ? -1 : static_cast<int>(found - panes.begin());
}

int borderAt(const TimelineLayout& layout, QPoint point)
{
    const int reach = static_cast<int>(std::lround(3 * layout.ratio));
    for (std::size_t i = 0; i + 1 < layout.panes.size(); ++i) {
        const PaneLayout& pane = layout.panes[i];
        const int border = pane.plot.bottom() + 1;
        const bool isInside = point.x() >= pane.plot.left() && point.x() <= pane.gutter.right();
        if (isInside && std::abs(point.y() - border) <= reach)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

TimelineLayout::Hit TimelineLayout::hit(QPoint point) const
{
    if (const int border = borderAt(*this, point); border >= 0)
        return {Zone::PaneBorder, border};
    if (const int pane = paneAt(panes, point, &PaneLayout::plot); pane >= 0)
        return {Zone::Plot, pane};
    if (const int pane = paneAt(panes, point, &PaneLayout::gutter); pane >= 0)
        return {Zone::ValueAxis, pane};
    if (!whole.contains(point) || panes.empty())
        return {};
    if (point.y() > panes.back().plot.bottom() && point.x() >= panes.back().gutter.left())
        return {Zone::Corner, -1};
    if (eventLane.contains(point))
        return {Zone::EventLane, -1};
    if (timeAxis.contains(point) || coverage.contains(point))
        return {Zone::TimeAxis, -1};
    return {};
}

} // namespace holdline
