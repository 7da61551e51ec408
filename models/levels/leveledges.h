// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/levels/level.h"

#include <vector>

namespace holdline {

/// Where a level lies from a moment on.
struct EdgeStep {
    UtcTime from; ///< from when this was known
    Price low;
    Price high;

    bool operator==(const EdgeStep&) const = default;
};

/// The edges of a level over time, oldest first. Before the first step the level is nowhere. One of a fixed
/// level; of a tracking level one for each change of what it follows.
using LevelEdges = std::vector<EdgeStep>;

[[nodiscard]] LevelEdges fixedEdges(const Level& level);
/// What held at a time; null before the first step.
[[nodiscard]] const EdgeStep* edgesAt(const LevelEdges& edges, UtcTime time);

} // namespace holdline
