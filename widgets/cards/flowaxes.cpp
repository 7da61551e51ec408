// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cards/flowaxes.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr double headroom = 1.06;
constexpr double leastShare = 1.0 / 9; ///< of the other side: a tenth of the height

void addStack(FlowAxes& axes, const GroupedFlows& flows, std::size_t session)
{
    double above = 0;
    double below = 0;
    for (const auto& group : flows.value) {
        const double value = group[session].value_or(0);
        (value < 0 ? below : above) += value;
    }
    axes.greatestStack = std::max(axes.greatestStack, above);
    axes.leastStack = std::min(axes.leastStack, below);
}

} // namespace

FlowAxes flowAxes(const GroupedFlows& flows)
{
    FlowAxes axes;
    const std::size_t sessions = flows.value.empty() ? 0 : flows.value.front().size();
    for (std::size_t session = 0; session < sessions; ++session)
        addStack(axes, flows, session);
    const double above = std::max(axes.greatestStack, -axes.leastStack * leastShare) * headroom;
    const double below = std::max(-axes.leastStack, axes.greatestStack * leastShare) * headroom;
    if (above <= 0)
        return axes;
    axes.flowHigh = above;
    axes.flowLow = -below;
    double stretch = 0;
    for (const double sum : flows.cumulative)
        stretch = std::max(stretch, sum > 0 ? sum / above : -sum / below);
    stretch = stretch > 0 ? stretch * headroom : 1;
    axes.sumHigh = above * stretch;
    axes.sumLow = -below * stretch;
    return axes;
}

} // namespace holdline
