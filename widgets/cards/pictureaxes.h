// SPDX-FileCopyrightText: 2026 Holdline contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/picturedata.h"

namespace holdline {

/// The value axes of the picture: prices in the upper three quarters of the plot, closings in the lower.
struct PictureAxes {
    double priceLow = 0; ///< at the bottom of the plot, below the closings
    double priceHigh = 1;
    double closingLow = -1; ///< US dollars
    double closingHigh = 1;
    double placeLow = -0.5; ///< of the bars' own axis, on which day i of the range is i
    double placeHigh = 0.5;
};

inline constexpr double closingsShare = 0.25; ///< of the plot's height

[[nodiscard]] PictureAxes pictureAxes(const PictureData& picture);

} // namespace holdline
