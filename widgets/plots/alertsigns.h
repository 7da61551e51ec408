// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/alertplaces.h"
#include "widgets/plots/levelplot.h"

namespace holdline {

/// A bell where an armed alert looks, in device px; before it dashes where the price is no level's.
struct AlertShape {
    QRect bell = {};
    QRect dashes = {}; ///< empty at a level, which has its own line
};

/// At the right edge of the plot, from the top downwards; bells at one height stand side by side.
[[nodiscard]] std::vector<AlertShape> layOutAlerts(const std::vector<AlertPlace>& places,
                                                   const std::vector<LevelShape>& levels,
                                                   const ValueScale& values, const QRect& plot,
                                                   PixelGrid grid);
/// The prices that no level has, for the axis.
[[nodiscard]] std::vector<ValueTag> alertTags(const std::vector<AlertPlace>& places, const Inks& inks);

void paintAlerts(const Canvas& canvas, const std::vector<AlertShape>& alerts);

} // namespace holdline
