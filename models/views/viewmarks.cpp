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

LevelData judged(const Level& level, const ViewData& data)
{
    const auto before = std::find_if(data.levels.begin(), data.levels.end(),
                                     [&](const LevelData& one) { return one.level == level; });
    if (before != data.levels.end())
        return *before;
    LevelData fresh{.level = level, .colourRole = colourRoleOf(level)};
    if (data.closes)
        fresh.states = judgeLevel(level, *data.closes, closesToConfirm);
    return fresh;
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

void setMarks(ViewData& data, const std::vector<Mark>& marks, std::optional<UtcTime> known)
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
            levels.push_back(judged(*level, data));
    }
    data.levels = std::move(levels);
    std::ranges::stable_sort(drawings, {}, [](const Drawing& one) { return one.traits.order; });
    data.drawings = std::move(drawings);
}

} // namespace holdline
