// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/scales/valuescale.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/panebars.h"

#include <span>
#include <vector>

namespace holdline {

/// A small diamond at a value that stands out, in device px.
struct PaneMarkShape {
    QPoint centre;
    QString label = {};
    QRect labelPlace = {}; ///< empty: there is no room for it
    bool operator==(const PaneMarkShape&) const = default;
};

/// Visible marks, oldest first, the first of those that would meet; with their labels where all of these have
/// room. Costs what is drawn, however many marks there are.
[[nodiscard]] std::vector<PaneMarkShape> layOutPaneMarks(std::span<const PaneMark> marks,
                                                         const TimeScale& time, const ValueScale& values,
                                                         const QRect& plot, TextPainter& text,
                                                         PixelGrid grid);
/// Marks below the bars of the first quantity at or under the threshold; none without one.
[[nodiscard]] std::vector<PaneMarkShape> layOutThresholdMarks(const PaneBars& bars, const TimeScale& time,
                                                              const ValueScale& values, const QRect& plot,
                                                              PixelGrid grid);

void paintPaneMarks(const Canvas& canvas, const std::vector<PaneMarkShape>& marks);

} // namespace holdline
