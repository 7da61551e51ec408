// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/levels/markanchors.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr Span shortestLife = std::chrono::minutes{1};

std::vector<MarkAnchor> anchorsOf(const Level& level)
{
    if (level.low == level.high)
        return {{level.validFrom, level.low}};
    return {{level.validFrom, level.high}, {level.validTo, level.low}};
}

Level withAnchors(Level level, const std::vector<Anchor>& anchors)
{
    if (level.origin == LevelOrigin::Tracking)
        return level;
    const Price first{std::max<qint64>(1, anchors.front().price.units)};
    const Price last{std::max<qint64>(1, anchors.back().price.units)};
    level.high = std::max(first, last);
    level.low = std::min(first, last);
    if (level.validFrom)
        level.validFrom = anchors.front().time;
    if (level.validTo && anchors.size() > 1)
        level.validTo = anchors.back().time;
    if (level.validFrom && level.validTo && *level.validTo < *level.validFrom)
        std::swap(level.validFrom, level.validTo);
    if (level.validFrom && level.validTo)
        level.validTo = std::max(*level.validTo, *level.validFrom + shortestLife);
    return level;
}

} // namespace

std::vector<MarkAnchor> anchorsOf(const Mark& mark)
{
    if (const auto* const level = std::get_if<Level>(&mark))
        return anchorsOf(*level);
    std::vector<MarkAnchor> anchors;
    for (const Anchor& anchor : std::get<Drawing>(mark).anchors)
        anchors.push_back({anchor.time, anchor.price});
    return anchors;
}

Mark withAnchors(const Mark& mark, const std::vector<Anchor>& anchors)
{
    if (const auto* const level = std::get_if<Level>(&mark))
        return withAnchors(*level, anchors);
    Drawing drawing = std::get<Drawing>(mark);
    drawing.anchors = anchors;
    for (Anchor& anchor : drawing.anchors)
        anchor.price.units = std::max<qint64>(1, anchor.price.units);
    return drawing;
}

Mark withAnchor(const Mark& mark, std::size_t index, const Anchor& anchor)
{
    std::vector<Anchor> anchors;
    for (const MarkAnchor& own : anchorsOf(mark))
        anchors.push_back({own.time.value_or(anchor.time), own.price});
    if (index < anchors.size())
        anchors[index] = anchor;
    return withAnchors(mark, anchors);
}

} // namespace holdline
