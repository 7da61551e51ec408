// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/panemoves.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace holdline {

namespace {

/// A value as its place on the scale, so that moves are linear there.
double toPlace(const ValueScale& scale, double value)
{
    return scale.logarithmic ? std::log10(value) : value;
}

double fromPlace(const ValueScale& scale, double place)
{
    return scale.logarithmic ? std::pow(10, place) : place;
}

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

ValueSpan zoomedValues(const ValueScale& scale, double anchorY, double factor)
{
    const double low = toPlace(scale, scale.low);
    const double high = toPlace(scale, scale.high);
    const double share = (scale.top + scale.height - anchorY) / scale.height;
    const double anchor = low + (high - low) * share;
    return {fromPlace(scale, anchor - (anchor - low) * factor),
            fromPlace(scale, anchor + (high - anchor) * factor)};
}

ValueSpan shiftedValues(const ValueScale& scale, double dy)
{
    const double low = toPlace(scale, scale.low);
    const double high = toPlace(scale, scale.high);
    const double by = (high - low) * dy / scale.height;
    return {fromPlace(scale, low + by), fromPlace(scale, high + by)};
}

bool isAutoscaled(const PaneSpec& pane)
{
    return !pane.low || !pane.high;
}

void setValues(PaneSpec& pane, ValueSpan span)
{
    if (!std::isfinite(span.low) || !std::isfinite(span.high) || !(span.low < span.high))
        return;
    pane.low = span.low;
    pane.high = span.high;
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

} // namespace holdline
