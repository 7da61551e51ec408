// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/canvas.h"
#include "widgets/plots/tagstack.h"

#include <optional>

namespace holdline {

/// A level inside a pane, in device px. A line has the height of a hairline and no edges.
struct LevelShape {
    const LevelData* data = nullptr;
    QRect body = {};
    bool isBand = false;
    bool reachesGutter = false; ///< still valid at the right edge: its values stand on the axis
};

/// Levels valid in the visible time that meet the plot, greatest first.
[[nodiscard]] std::vector<LevelShape> layOutLevels(const std::vector<LevelData>& levels,
                                                   const TimeScale& time, const ValueScale& values,
                                                   const QRect& plot, int line);

/// A value on the axis that has a name.
struct ValueTag {
    double value = 0;
    QString text;
    QColor fill;
    QColor textColour;
    Tag place = {};
};

/// Tags of the levels and of the last price, from top to bottom, stacked inside the gutter.
[[nodiscard]] std::vector<ValueTag> layOutTags(const std::vector<LevelShape>& levels,
                                               const std::optional<double>& lastPrice,
                                               const ValueScale& values, const QRect& gutter,
                                               const Inks& inks, PixelGrid grid);

void paintLevels(const Canvas& canvas, const std::vector<LevelShape>& levels);
/// Names, definitions and states above their lines at the left.
void paintLevelLabels(const Canvas& canvas, const std::vector<LevelShape>& levels, const QRect& plot,
                      const Scene& scene);
void paintTags(const Canvas& canvas, const std::vector<ValueTag>& tags, const QRect& gutter);

/// `89,800`, `87,263.53`: as many digits as it has.
[[nodiscard]] QString exactText(Price price);

} // namespace holdline
