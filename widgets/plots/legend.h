// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/canvas.h"
#include "widgets/plots/panebars.h"

#include <optional>
#include <vector>

namespace holdline {

/// A stretch of a legend line in one colour.
struct LegendRun {
    QString text;
    InkRole ink = InkRole::Dim;
    bool isBold = false;
    int gapBefore = 0; ///< device-independent px
    bool operator==(const LegendRun&) const = default;
};

/// The line of a pane: title, values at the time (or the last ones), unit, interval, source.
[[nodiscard]] std::vector<LegendRun> legendOf(const PaneBars& bars, const Scene& scene,
                                              const std::optional<UtcTime>& at);

/// On the pane's first line, shortened to its width.
void paintLegend(const Canvas& canvas, const std::vector<LegendRun>& runs, const QRect& line);

} // namespace holdline
