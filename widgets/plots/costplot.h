// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/costdistribution.h"
#include "widgets/plots/canvas.h"

#include <QRegion>

#include <optional>

namespace holdline {

inline constexpr double costsShare = 0.22; ///< of the plot's width, for the fullest bucket in sight

/// The cost distribution along the price axis: bars from the right edge of the plot, one a bucket; where
/// several lie in one row of device pixels, the fullest.
struct CostShapes {
    std::vector<QRect> loss;   ///< coins that cost more than the price, from the top down
    std::vector<QRect> profit; ///< coins that cost less, from the bottom up
    double fullestBtc = 0;     ///< of the buckets in sight; 0 when there is none

    bool operator==(const CostShapes&) const = default;
};

/// Buckets that meet the plot's prices; at most one bar a row. The bucket that holds the price is cut there;
/// without a price all count as profit. Neighbours are a line apart where they are high enough.
[[nodiscard]] CostShapes layOutCosts(const CostDistribution& costs, std::optional<double> price,
                                     const ValueScale& values, const QRect& plot, PixelGrid grid);

/// What is to be painted again when one layout follows another.
[[nodiscard]] QRegion changeOf(const CostShapes& before, const CostShapes& after);

void paintCosts(const Canvas& canvas, const CostShapes& costs);

} // namespace holdline
