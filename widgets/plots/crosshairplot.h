// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/market/interval.h"
#include "widgets/plots/canvas.h"
#include "widgets/plots/timelinepainter.h"

#include <optional>
#include <vector>

namespace holdline {

/// The crosshair in device px: dashes, and a label on each axis.
struct CrosshairShape {
    std::vector<QRect> dashes;
    QRect valueLabel; ///< empty without a pane
    QRect timeLabel;
    UtcTime time; ///< beginning of the column it stands on
    double value = 0;
    QRect column; ///< of the vertical line
    QRect row;    ///< of the horizontal one; empty without a pane
};

/// The vertical line stands in the middle of the drawn interval under the pointer.
[[nodiscard]] CrosshairShape layOutCrosshair(const TimelineLayout& layout, const Hover& hover,
                                             Interval interval);

/// All that it covers.
[[nodiscard]] QRegion regionOf(const CrosshairShape& shape);

void paintCrosshair(const Canvas& canvas, const CrosshairShape& shape, const QString& value,
                    const QString& time);

} // namespace holdline
