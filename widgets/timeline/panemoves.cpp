// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/panemoves.h"

#include "models/views/panecatalog.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace holdline {

namespace {

std::optional<int> openPane(const View& view, const TimelineLayout& layout, int index, int step)
{
    for (; index >= 0 && index < static_cast<int>(layout.panes.size()); index += step) {
        if (!view.panes[static_cast<std::size_t>(layout.panes[static_cast<std::size_t>(index)].pane)]
                 .isCollapsed)
            return index;
    }
    return std::nullopt;
}

} // namespace

bool isAutoscaled(const PaneSpec& pane)
{
    return !pane.low || !pane.high;
}

void setValues(PaneSpec& pane, const ValueScale& shown)
{
    const bool isPossible = std::isfinite(shown.low) && std::isfinite(shown.high) && shown.low < shown.high &&
                            (!shown.logarithmic || shown.low > 0);
    if (!isPossible)
        return;
    pane.low = shown.low;
    pane.high = shown.high;
}

void setAutoscaled(PaneSpec& pane)
{
    pane.low.reset();
    pane.high.reset();
}

void setLogarithmic(PaneSpec& pane, bool logarithmic)
{
    pane.logarithmic = logarithmic;
    if (logarithmic && pane.low && *pane.low <= 0)
        setAutoscaled(pane);
}

void moveBorder(View& view, const TimelineLayout& layout, int border, double dy, double least)
{
    const auto above = openPane(view, layout, border, -1);
    const auto below = openPane(view, layout, border + 1, 1);
    if (!above || !below)
        return;
    const PaneLayout& upper = layout.panes[static_cast<std::size_t>(*above)];
    const PaneLayout& lower = layout.panes[static_cast<std::size_t>(*below)];
    const double height = upper.plot.height() + lower.plot.height();
    if (height <= 2 * least)
        return;
    const double share = std::clamp(upper.plot.height() + dy, least, height - least) / height;
    PaneSpec& first = view.panes[static_cast<std::size_t>(upper.pane)];
    PaneSpec& second = view.panes[static_cast<std::size_t>(lower.pane)];
    const double weight = first.weight + second.weight;
    first.weight = weight * share;
    second.weight = weight - first.weight;
}

void equalisePanes(View& view)
{
    for (PaneSpec& pane : view.panes) {
        if (!pane.isCollapsed)
            pane.weight = 1;
    }
}

void toggleMaximised(View& view, const QString& kind)
{
    view.maximised = view.maximised.isEmpty() ? kind : QString();
}

void toggleCollapsed(View& view, int pane)
{
    PaneSpec& spec = view.panes[static_cast<std::size_t>(pane)];
    const auto open = std::count_if(view.panes.begin(), view.panes.end(),
                                    [](const PaneSpec& other) { return !other.isCollapsed; });
    if (spec.isCollapsed || open > 1)
        spec.isCollapsed = !spec.isCollapsed;
}

void togglePane(View& view, const QString& kind)
{
    const auto isOfKind = [&](const PaneSpec& pane) { return pane.kind == kind; };
    const auto shown = std::find_if(view.panes.begin(), view.panes.end(), isOfKind);
    const PaneKind* const known = findPaneKind(kind);
    if (shown == view.panes.end() && known) {
        view.panes.push_back({.kind = kind, .weight = known->weight});
    } else if (shown != view.panes.end() && view.panes.size() > 1) {
        view.panes.erase(shown);
        if (view.maximised == kind)
            view.maximised.clear();
    }
}

} // namespace holdline
