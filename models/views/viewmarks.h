// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/mark.h"
#include "models/views/viewdata.h"

#include <map>

namespace holdline {

/// The closes that levels are judged on, of the finest candles; absent where a candle is missing.
[[nodiscard]] std::vector<JudgedClose> closesOf(const CandleSeries& candles);

/// Of tracking levels, by id.
using TrackedEdges = std::map<QString, LevelEdges>;

/// Puts what belongs to the view among the marks: those of its instrument, of levels only what was valid by
/// `known` (absent: all). Levels are judged on `data.closes`; those that did not change keep their states.
/// Tracking levels that `tracked` does not name keep the edges that they have.
void setMarks(ViewData& data, const std::vector<Mark>& marks, std::optional<UtcTime> known = {},
              const TrackedEdges& tracked = {});

} // namespace holdline
