// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QPainter>

#include <vector>

namespace holdline {

/// A value named beside the plot: where it is, what it says, its colour.
struct ChartTag {
    double y = 0; ///< device-independent px
    QString text;
    QColor colour;
};

inline constexpr double tagHeight = 15;

/// The tops of labels of tagHeight for ascending heights, none overlapping, as near to their own as it goes,
/// all between top and bottom when they fit.
[[nodiscard]] std::vector<double> spreadTags(const std::vector<double>& heights, double top, double bottom);

/// Draws the tags in the gutter right of the plot; one that had to move keeps a leader to its own height.
void paintChartTags(QPainter& painter, const QRectF& gutter, std::vector<ChartTag> tags, const Theme& theme);

} // namespace holdline
