// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/levelplot.h"

#include <span>

namespace holdline {

/// Name, definition and state of a level, in device px.
struct LevelLabel {
    QRect ground = {};
    QColor colour = {};
    QString name = {};
    int nameLeft = 0;
    QString words = {}; ///< shortened to the room there is; empty where the name stands alone
    int wordsLeft = 0;
};

/// Each at its own line: above it at the left, else below it, else beside the labels that stand there, else
/// its name alone. One for which there is no room at its line is left out: its value stands on the axis.
/// `taken` are places that other things cover. Levels in the order of layOutLevels().
[[nodiscard]] std::vector<LevelLabel> layOutLevelLabels(const std::vector<LevelShape>& levels,
                                                        const QRect& plot, std::span<const QRect> taken,
                                                        const Scene& scene, const Inks& inks,
                                                        TextPainter& text, PixelGrid grid);

void paintLevelLabels(const Canvas& canvas, const std::vector<LevelLabel>& labels);

} // namespace holdline
