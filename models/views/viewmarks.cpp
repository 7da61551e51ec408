// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/views/viewmarks.h"

#include <algorithm>

namespace holdline {

namespace {

constexpr int closesToConfirm = 4; ///< in a row beyond a level, to change its regime

int colourRoleOf(const Level& level)
{
    static const QStringList ids{QStringLiteral("defense-band"), QStringLiteral("resistance-1m-3m"),
                                 QStringLiteral("resistance-sth")};
    const auto index = ids.indexOf(level.id);
    return index < 0 ? 3 : static_cast<int>(index);
}

/// A tracking level lies where the latest value known puts it.
LevelData judged(const Level& level, const LevelEdges* edges, const ViewData& data)
{
    LevelData fresh{.level = level, .colourRole = colourRoleOf(level)};
    if (edges && !edges->empty()) {
        fresh.edges = *edges;
        fresh.level.low = edges->back().low;
        fresh.level.high = edges->back().high;
    }
    const auto before = std::ranges::find_if(data.levels, [&](const LevelData& one) {
        return one.level == fresh.level && one.edges == fresh.edges;
    });
    if (before != data.levels.end())
        return *before;
    if (data.closes)
        fresh.states = fresh.edges.empty() ? judgeLevel(level, *data.closes, closesToConfirm)
                                           : judgeLevel(level, fresh.edges, *data.closes, closesToConfirm);
    return fresh;
}

/// Those given, else those that the data have of the same level; null of a fixed one.
const LevelEdges* edgesOf(const Level& level, const TrackedEdges& tracked, const ViewData& data)
{
    if (level.origin == LevelOrigin::Fixed)
        return nullptr;
    if (const auto found = tracked.find(level.id); found != tracked.end())
        return &found->second;
    const auto before = std::ranges::find_if(data.levels, [&](const LevelData& one) {
        return one.level.id == level.id && one.level.follows == level.follows;
    });
    return before == data.levels.end() ? nullptr : &before->edges;
}

} // namespace

std::vector<JudgedClose> closesOf(const CandleSeries& candles)
{
    const Interval judging = std::max(oneHour, candles.interval());
    std::vector<JudgedClose> closes;
    std::size_t known = 0;
    const UtcTime first = judging.next(judging.bucketStart(candles.range().from));
    for (UtcTime at = first; at <= candles.range().to; at = judging.next(at)) {
        const auto close = candles.closeOf(judging, at);
        if (closes.empty() && !close)
            continue;
        closes.push_back({at, close ? std::optional(Price::fromDouble(*close)) : std::nullopt});
        known = close ? closes.size() : known;
    }
    closes.resize(known);
    return closes;
}

void setMarks(ViewData& data, const std::vector<Mark>& marks, std::optional<UtcTime> known,
              const TrackedEdges& tracked)
{
    std::vector<LevelData> levels;
    std::vector<Drawing> drawings;
    for (const Mark& mark : marks) {
        if (instrumentOf(mark) != data.instrument)
            continue;
        if (const auto* const drawing = std::get_if<Drawing>(&mark))
            drawings.push_back(*drawing);
        const auto* const level = std::get_if<Level>(&mark);
        if (level && !(known && level->validFrom && *level->validFrom > *known))
            levels.push_back(judged(*level, edgesOf(*level, tracked, data), data));
    }
    data.levels = std::move(levels);
    std::ranges::stable_sort(drawings, {}, [](const Drawing& one) { return one.traits.order; });
    data.drawings = std::move(drawings);
}

} // namespace holdline
