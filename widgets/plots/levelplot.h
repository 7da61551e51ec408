// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/pricetext.h"
#include "widgets/plots/markshape.h"
#include "widgets/plots/tagstack.h"

#include <optional>

namespace holdline {

/// A level inside a pane, in device px. A line has the height of a hairline and no edges.
struct LevelShape {
    const LevelData* data = nullptr;
    QRect body = {};
    std::vector<QRect> steps =
        {};         ///< of a tracking level: each stretch of time with its edges; body is the last
    Price low = {}; ///< at the right edge of the picture
    Price high = {};
    bool isBand = false;
    bool reachesGutter = false; ///< still valid at the right edge: its values stand on the axis
};

/// The level's own colour where it has one, else that of its role.
[[nodiscard]] Ink inkOf(const LevelData& level, const Inks& inks);
/// By which it is hit and taken hold of.
[[nodiscard]] MarkShape markShapeOf(const LevelShape& level, const TimeScale& time, const ValueScale& values,
                                    const QRect& plot);

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
    QString level = {}; ///< id; empty: of the last price
    Tag place = {};
    bool operator==(const ValueTag&) const = default;
};

/// Tags of the levels, of the last price and others, from top to bottom, stacked inside the gutter.
[[nodiscard]] std::vector<ValueTag> layOutTags(const std::vector<LevelShape>& levels,
                                               const std::optional<double>& lastPrice,
                                               const ValueScale& values, const QRect& gutter,
                                               const Inks& inks, PixelGrid grid,
                                               std::vector<ValueTag> others = {});

/// What a tag and its leader line may cover of the gutter.
[[nodiscard]] QRect tagRow(const ValueTag& tag, const QRect& gutter, PixelGrid grid);

/// Dashes and dots as rectangles, so that they are crisp.
void paintStroke(const Canvas& canvas, const QRect& line, LineDash dash, const QColor& colour);
void paintLevels(const Canvas& canvas, const std::vector<LevelShape>& levels);
void paintTags(const Canvas& canvas, const std::vector<ValueTag>& tags, const QRect& gutter);

} // namespace holdline
