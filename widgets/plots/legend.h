// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/canvas.h"
#include "widgets/plots/panebars.h"

#include <QRegion>

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

/// `recording since 12 Jan 14:02`.
[[nodiscard]] QString recordingText(UtcTime since, const QTimeZone& zone, int yearOfNow);

/// A run where it stands.
struct PlacedRun {
    QString text;
    InkRole ink = InkRole::Dim;
    TextRole role = TextRole::Text;
    QRect place; ///< with the air that letters may reach into
    int left = 0;
    bool operator==(const PlacedRun&) const = default;
};
/// The runs one after another on the pane's first line; the one that reaches its end is shortened, what
/// follows is left out.
[[nodiscard]] std::vector<PlacedRun> layOutLegend(const std::vector<LegendRun>& runs, const QRect& line,
                                                  TextPainter& text, PixelGrid grid);
/// What is to be painted again when one line follows another.
[[nodiscard]] QRegion changeOf(const std::vector<PlacedRun>& before, const std::vector<PlacedRun>& after);

/// The runs that meet the region.
void paintLegend(const Canvas& canvas, const std::vector<PlacedRun>& runs, const QRegion& region);

} // namespace holdline
