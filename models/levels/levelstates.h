// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/leveledges.h"

#include <optional>
#include <span>
#include <vector>

namespace holdline {

/// The close of one judging interval; absent when its last finest candle is not stored.
struct JudgedClose {
    UtcTime at; ///< close time
    std::optional<Price> close;
    Price low = {}; ///< of its finest candles stored; without meaning when the close is absent
    Price high = {};

    bool operator==(const JudgedClose&) const = default;
};

/// A change of a level's state.
struct LevelState {
    UtcTime at;                   ///< close time
    QString state;                ///< as in the contract, or `unknown`
    QString regime;               ///< `held`, `given up`, `capped`, `broken`
    std::optional<UtcTime> since; ///< first close of the unbroken run on its side; absent when unknown
    std::optional<Price> close;

    bool operator==(const LevelState&) const = default;
};

/// Judges a level on closes, ascending and one for each interval: a row for the first close judged and for
/// every change of state. `confirmation` closes in a row on the far side change the regime. A level of role
/// none gives no row. Only closes within the level's validity are judged, each against the edges that were
/// known then.
[[nodiscard]] std::vector<LevelState> judgeLevel(const Level& level, const LevelEdges& edges,
                                                 std::span<const JudgedClose> closes, int confirmation);
/// Of a fixed level.
[[nodiscard]] std::vector<LevelState> judgeLevel(const Level& level, std::span<const JudgedClose> closes,
                                                 int confirmation);

} // namespace holdline
