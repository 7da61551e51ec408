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

/// Tags of the levels and of the last price, from top to bottom, stacked inside the gutter.
[[nodiscard]] std::vector<ValueTag> layOutTags(const std::vector<LevelShape>& levels,
                                               const std::optional<double>& lastPrice,
                                               const ValueScale& values, const QRect& gutter,
                                               const Inks& inks, PixelGrid grid);

/// Name, definition and state of a level above its line at the left, below it where there is no room.
struct LevelLabel {
    QRect ground = {};
    QColor colour = {};
    QString name = {};
    int nameLeft = 0;
    QString words = {}; ///< shortened to the width of the plot
    int wordsLeft = 0;
};
[[nodiscard]] std::vector<LevelLabel> layOutLevelLabels(const std::vector<LevelShape>& levels,
                                                        const QRect& plot, const Scene& scene,
                                                        const Inks& inks, TextPainter& text, PixelGrid grid);

/// What a tag and its leader line may cover of the gutter.
[[nodiscard]] QRect tagRow(const ValueTag& tag, const QRect& gutter, PixelGrid grid);

void paintLevels(const Canvas& canvas, const std::vector<LevelShape>& levels);
void paintLevelLabels(const Canvas& canvas, const std::vector<LevelLabel>& labels);
void paintTags(const Canvas& canvas, const std::vector<ValueTag>& tags, const QRect& gutter);

} // namespace holdline
